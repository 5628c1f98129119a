"""TikTok's API, as far as a film needs it: sign-in, direct posts and inbox by file upload, the list of posts."""

from sorcerer.sandbox.tiktok.routes import routers

__all__ = ["routers"]
