"""What YouTube's reasons mean to us, as data: only what stands here as "rejected" is taken for a sure no."""

from sorcerer.platforms.wire import Meaning

_HOUR_S, _DAY_S = 3_600.0, 86_400.0
_RECONNECT = Meaning("rejected", "reconnect", "YouTube no longer accepts our access; connect the channel again.")
_SCOPE = Meaning("rejected", "reconnect", "YouTube says a permission is missing; connect again and agree to all.")
_SLOWER = Meaning("rejected", "wait", "YouTube asks us to slow down.", 30.0)
_WORDS = Meaning("rejected", "fix_media", "YouTube does not take the post's words.")
_OWN = Meaning("unknown", "retry", "YouTube had an error of its own.")

REFUSALS: dict[str, Meaning] = {
    "invalid_grant": _RECONNECT,
    "authError": _RECONNECT,
    "UNAUTHENTICATED": _RECONNECT,
    "insufficientPermissions": _SCOPE,
    "forbidden": Meaning("rejected", "reconnect", "YouTube does not let us do this on the channel; connect it again."),
    "youtubeSignupRequired": Meaning("rejected", "stop_account", "The Google account has no YouTube channel yet."),
    "accountSuspended": Meaning("rejected", "stop_account", "YouTube has suspended the channel; sign in and see why."),
    "quotaExceeded": Meaning(
        "rejected", "wait", "The app has used its YouTube calls of the day.", _HOUR_S, of_app=True
    ),
    "rateLimitExceeded": _SLOWER,
    "userRateLimitExceeded": _SLOWER,
    "uploadLimitExceeded": Meaning("rejected", "wait", "The channel has reached its uploads of a day.", _DAY_S),
    "videoNotFound": Meaning("unknown", "restage", "YouTube does not find the film, or says so."),
    **dict.fromkeys(
        (
            "invalidTitle",
            "invalidDescription",
            "invalidTags",
            "invalidCategoryId",
            "invalidPublishAt",
            "invalidVideoMetadata",
            "mediaBodyRequired",
        ),
        _WORDS,
    ),
    "backendError": _OWN,
    "internalError": _OWN,
}

# Why YouTube could not use a film that is there.
_FORMAT = Meaning("rejected", "fix_media", "YouTube cannot use the film.")
SPOILT: dict[str, Meaning] = {
    **dict.fromkeys(("conversion", "invalidFile", "emptyFile", "codec"), _FORMAT),
    "tooSmall": _FORMAT,
    "length": Meaning("rejected", "fix_media", "The film is too long for the channel."),
    "uploadAborted": Meaning("rejected", "restage", "The upload broke off."),
    "duplicate": Meaning("rejected", "none", "YouTube already has this very film on the channel."),
    "uploaderAccountClosed": Meaning("rejected", "stop_account", "The channel is closed."),
    "uploaderAccountSuspended": Meaning("rejected", "stop_account", "YouTube has suspended the channel."),
}
