"""How Google says no: a reason, a status and its envelope."""

from typing import Any

_STATUS = {
    "authError": 401,
    "youtubeSignupRequired": 401,
    "insufficientPermissions": 403,
    "forbidden": 403,
    "quotaExceeded": 403,
    "accountSuspended": 403,
    "rateLimitExceeded": 429,
    "videoNotFound": 404,
    "badRequest": 400,
    "backendError": 503,
}


class GoogleError(Exception):
    """An answer in Google's envelope; those of the token forms are bare."""

    regain_min = 0

    def __init__(self, reason: str, message: str = "", *, bare: bool = False) -> None:
        super().__init__(message or reason)
        self.reason, self.message, self.bare = reason, message or reason, bare
        self.status = _STATUS.get(reason, 400)

    def envelope(self) -> dict[str, Any]:
        """Return the body of the answer."""
        if self.bare:
            return {"error": self.reason, "error_description": self.message}
        first = {"domain": "youtube", "reason": self.reason, "message": self.message}
        return {"error": {"code": self.status, "message": self.message, "errors": [first]}}


PRESETS: dict[str, GoogleError] = {
    **{
        f"yt.{reason}": GoogleError(reason)
        for reason in (
            "authError",
            "insufficientPermissions",
            "quotaExceeded",
            "rateLimitExceeded",
            "uploadLimitExceeded",
            "accountSuspended",
            "invalidTitle",
            "backendError",
        )
    },
    "g.invalid_grant": GoogleError("invalid_grant", "Token has been expired or revoked.", bare=True),
}
