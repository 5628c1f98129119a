"""What TikTok's codes mean to us, as data: only what stands here as "rejected" is taken for a sure no."""

from sorcerer.platforms.wire import Meaning

_DAY_S = 86_400.0
_RECONNECT = Meaning("rejected", "reconnect", "TikTok no longer accepts our access; connect the account again.")
_SCOPE = Meaning("rejected", "reconnect", "TikTok says a permission is missing; connect again and agree to all.")
_BANNED = Meaning("rejected", "stop_account", "TikTok has banned the account from posting; open the app and see why.")
_FULL = Meaning("rejected", "wait", "The account has reached TikTok's number of posts for a day.", _DAY_S)
_PARAMS = Meaning("rejected", "fix_media", "TikTok does not take the post as it is.")
_INTERNAL = Meaning("unknown", "retry", "TikTok had an error of its own.")

REFUSALS: dict[str, Meaning] = {
    "access_token_invalid": _RECONNECT,
    "invalid_grant": _RECONNECT,
    "scope_not_authorized": _SCOPE,
    "scope_permission_missed": _SCOPE,
    "token_not_authorized_for_specified_publish_id": _RECONNECT,
    "spam_risk_too_many_posts": _FULL,
    "spam_risk_user_banned_from_posting": _BANNED,
    "spam_risk_too_many_pending_share": Meaning(
        "rejected", "wait", "Too many films wait in the TikTok inbox; post or delete some there.", _DAY_S
    ),
    "reached_active_user_cap": Meaning(
        "rejected", "wait", "The app has reached its number of users for a day.", _DAY_S
    ),
    "unaudited_client_can_only_post_to_private_accounts": Meaning(
        "rejected", "none", "TikTok has not audited your app, so it posts to private accounts only; use the inbox."
    ),
    "privacy_level_option_mismatch": Meaning(
        "rejected",
        "reconnect",
        "The account no longer offers the audience that was agreed to; connect and choose again.",
    ),
    "invalid_param": _PARAMS,
    "invalid_params": _PARAMS,
    "invalid_file_upload": _PARAMS,
    "invalid_publish_id": Meaning("unknown", "retry", "TikTok does not know this upload, or says so."),
    "rate_limit_exceeded": Meaning("rejected", "wait", "TikTok asks us to slow down.", 60.0),
    "internal_error": _INTERNAL,
    # The answers to a part of a film. That a range is wrong or an address too old is no proof: the film may be whole.
    "put.400": Meaning("rejected", "restage", "TikTok could not read what was sent."),
    "put.403": Meaning("unknown", "restage", "The upload's address is too old, or was used up."),
    "put.404": Meaning("unknown", "restage", "TikTok does not know this upload any more."),
    "put.416": Meaning("unknown", "retry", "TikTok expects another part of the film."),
}

# What a finished upload may fail with.
FAIL_REASONS: dict[str, Meaning] = {
    **{
        f"{what}_check_failed": Meaning("rejected", "fix_media", f"TikTok does not take the film's {word}.")
        for what, word in (
            ("file_format", "format"),
            ("duration", "length"),
            ("frame_rate", "frame rate"),
            ("picture_size", "size"),
        )
    },
    "internal": Meaning("rejected", "restage", "TikTok failed while it worked on the film."),
    "publish_cancelled": Meaning("rejected", "none", "The post was cancelled at TikTok."),
    "auth_removed": _RECONNECT,
    "spam_risk_too_many_posts": _FULL,
    "spam_risk_user_banned_from_posting": _BANNED,
    "spam_risk_text": Meaning("rejected", "fix_media", "TikTok takes the words for spam; change them."),
    "spam_risk": Meaning("rejected", "stop_account", "TikTok takes the post for spam; open the app and see why."),
}
