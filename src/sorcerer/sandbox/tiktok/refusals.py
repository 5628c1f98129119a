"""How TikTok says no: its codes, its statuses and its envelope."""

from typing import Any

from sorcerer import ids

_STATUS = {
    "access_token_invalid": 401,
    "scope_not_authorized": 401,
    "rate_limit_exceeded": 429,
    "internal_error": 500,
    "spam_risk_too_many_posts": 403,
    "spam_risk_user_banned_from_posting": 403,
    "spam_risk_too_many_pending_share": 403,
    "reached_active_user_cap": 403,
    "unaudited_client_can_only_post_to_private_accounts": 403,
    "privacy_level_option_mismatch": 403,
}


class TikTokError(Exception):
    """An answer in TikTok's envelope; a part of a film is refused by its status alone."""

    regain_min = 0

    def __init__(self, code: str, message: str = "", *, status: int | None = None, bare: bool = False) -> None:
        super().__init__(message or code)
        self.code, self.message, self.bare = code, message or code.replace("_", " "), bare
        self.status = status or _STATUS.get(code, 400)

    def envelope(self) -> dict[str, Any]:
        """Return the body of the answer."""
        if self.bare:
            return {"error": self.code, "error_description": self.message, "log_id": log_id()}
        return answer({}, self.code, self.message)


def answer(data: dict[str, Any], code: str = "ok", message: str = "") -> dict[str, Any]:
    """Return a body: what is told, and how it went."""
    return {"data": data, "error": {"code": code, "message": message, "log_id": log_id()}}


def log_id() -> str:
    """Return an id of an answer."""
    return ids.digest(ids.secret())[:32]


PRESETS: dict[str, TikTokError] = {
    **{
        f"tt.{code}": TikTokError(code)
        for code in (
            "access_token_invalid",
            "scope_not_authorized",
            "spam_risk_too_many_posts",
            "spam_risk_user_banned_from_posting",
            "spam_risk_too_many_pending_share",
            "reached_active_user_cap",
            "unaudited_client_can_only_post_to_private_accounts",
            "invalid_params",
            "invalid_publish_id",
            "internal_error",
        )
    },
    "tt.429": TikTokError("rate_limit_exceeded"),
    **{f"tt.put.{status}": TikTokError("put", f"status {status}", status=status) for status in (400, 403, 416, 500)},
}
