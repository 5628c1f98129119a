"""How the network says no: the codes and the envelope of the real one."""

from typing import Any

from sorcerer import ids


class GraphError(Exception):
    """An answer in Graph's error envelope.

    Args:
        code: Graph's error code.
        subcode: the finer one, or None.
        message: what it says.
        status: the HTTP status; the real network sends 400 for nearly everything.
        regain_min: minutes until calls are taken again, told in a header.
    """

    def __init__(self, code: int, subcode: int | None, message: str, *, status: int = 400, regain_min: int = 0) -> None:
        super().__init__(message)
        self.code, self.subcode, self.message = code, subcode, message
        self.status, self.regain_min = status, regain_min

    def envelope(self) -> dict[str, Any]:
        """Return the body of the answer."""
        error: dict[str, Any] = {
            "message": self.message,
            "type": "OAuthException",
            "code": self.code,
            "is_transient": self.code in (-1, 1, 2, 4),
            "fbtrace_id": "A" + ids.secret()[:12],
        }
        if self.subcode is not None:
            error["error_subcode"] = self.subcode
        return {"error": error}


class UploadError(Exception):
    """An answer in the upload host's own shape."""

    def __init__(self, kind: str, message: str, *, status: int = 400, retriable: bool = False) -> None:
        super().__init__(message)
        self.kind, self.message, self.status, self.retriable = kind, message, status, retriable

    def envelope(self) -> dict[str, Any]:
        """Return the body of the answer."""
        return {"debug_info": {"retriable": self.retriable, "type": self.kind, "message": self.message}}


def missing(what: str) -> GraphError:
    """Return the answer for an object that is not there or not yours: the two look the same."""
    text = (
        f"Unsupported request. Object with ID '{what}' does not exist or cannot be loaded due to missing permissions."
    )
    return GraphError(100, 33, text)


def bad_token(subcode: int | None, message: str, status: int = 400) -> GraphError:
    """Return the answer for a token that is not good."""
    return GraphError(190, subcode, message, status=status)


PRESETS: dict[str, GraphError] = {
    "ig.1": GraphError(1, None, "An unknown error occurred", status=500),
    "ig.-1.2207001": GraphError(-1, 2207001, "Instagram server error. Try again."),
    "ig.10": GraphError(10, None, "Application does not have permission for this action"),
    "ig.4": GraphError(4, None, "Application request limit reached"),
    "ig.4.2207051": GraphError(4, 2207051, "We restrict certain activity to protect our community."),
    "ig.80002": GraphError(80002, None, "There have been too many calls to this Instagram account.", regain_min=12),
    "ig.9.2207042": GraphError(
        9, 2207042, "You have reached the maximum number of posts that is allowed to be published."
    ),
    "ig.9007.2207027": GraphError(9007, 2207027, "The media is not ready for publishing, please wait for a moment."),
    "ig.9004.2207052": GraphError(9004, 2207052, "The media could not be fetched from this URI."),
    "ig.352.2207026": GraphError(352, 2207026, "The video format is not supported."),
    "ig.25.2207050": GraphError(25, 2207050, "The Instagram account is restricted."),
    "ig.190.463": GraphError(190, 463, "Error validating access token: Session has expired."),
    "ig.190.460": GraphError(190, 460, "Error validating access token: The password was changed."),
    "ig.368": GraphError(368, None, "The action attempted has been deemed abusive or is otherwise disallowed."),
    "http.500": GraphError(2, None, "Service temporarily unavailable", status=500),
}
