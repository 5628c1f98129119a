"""The Facebook-login flavour of Instagram's API, as far as a reel and a story need it."""

from sorcerer.sandbox.instagram.routes import routers

__all__ = ["routers"]
