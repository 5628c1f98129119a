"""YouTube's API, as far as a Short needs it: sign-in, resumable uploads, making public, reading."""

from sorcerer.sandbox.youtube.routes import routers

__all__ = ["routers"]
