"""What Instagram's error codes mean to us, as data: only what stands here as "rejected" is taken for a sure no."""

from sorcerer.platforms.wire import Meaning

_RECONNECT = Meaning("rejected", "reconnect", "Instagram no longer accepts our access; connect the account again.")
_PERMISSION = Meaning(
    "rejected", "reconnect", "Instagram says a permission is missing; connect again and agree to all of them."
)
_RATE = Meaning("rejected", "wait", "Instagram asks us to slow down.")
_FETCH = Meaning("rejected", "retry", "Instagram could not fetch the media.")

REFUSALS: dict[tuple[int, int | None], Meaning] = {
    (-2, 2207003): Meaning("rejected", "retry", "Instagram took too long to fetch the media."),
    (-2, 2207020): Meaning("rejected", "restage", "What was prepared at Instagram has expired."),
    (-1, 2207001): Meaning("unknown", "retry", "Instagram had an error of its own."),
    (-1, 2207032): Meaning("rejected", "restage", "Instagram could not prepare the post."),
    (-1, 2207053): Meaning("rejected", "restage", "Instagram could not take the upload."),
    (1, 2207057): Meaning("rejected", "fix_media", "The cover's moment lies outside the film."),
    (1, None): Meaning("unknown", "retry", "Instagram had an unknown error."),
    (2, None): Meaning("unknown", "retry", "Instagram's service was away."),
    (4, 2207051): Meaning(
        "unknown", "stop_account", "Instagram says the action is restricted; it has said so of posts that were out."
    ),
    (4, None): Meaning("unknown", "wait", "The app has made too many calls.", of_app=True),
    (9, 2207042): Meaning("rejected", "wait", "The account has reached its number of posts for 24 hours."),
    (10, None): _PERMISSION,
    (17, None): _RATE,
    (32, None): _RATE,
    (613, None): _RATE,
    (80002, None): _RATE,
    (24, 2207006): Meaning("unknown", "restage", "Instagram does not find what was prepared."),
    (24, 2207008): Meaning("unknown", "restage", "Instagram does not find what was prepared, or it was used already."),
    (25, 2207050): Meaning(
        "rejected", "stop_account", "Instagram has restricted the account; open the app and see why."
    ),
    (100, 33): Meaning("unknown", "retry", "Instagram does not find the object, or says so."),
    (100, 2207023): Meaning("rejected", "fix_media", "Instagram does not know this kind of media."),
    (100, 2207028): Meaning("rejected", "fix_media", "Instagram does not take this carousel."),
    (100, 2207035): Meaning("rejected", "fix_media", "Instagram does not take the product tags."),
    (100, 2207036): Meaning("rejected", "fix_media", "Instagram does not take the product tags."),
    (100, 2207037): Meaning("rejected", "fix_media", "Instagram does not take the product tags."),
    (100, 2207040): Meaning("rejected", "fix_media", "The caption mentions too many accounts."),
    (102, None): _RECONNECT,
    (190, None): _RECONNECT,
    (352, 2207026): Meaning("rejected", "fix_media", "Instagram does not support the film's format."),
    (368, None): Meaning(
        "unknown", "stop_account", "Instagram blocked the action for policy; open the app and see why."
    ),
    (9004, 2207052): _FETCH,
    (9004, None): _FETCH,
    (9007, 2207027): Meaning("rejected", "wait", "Instagram has not finished preparing the post."),
    (36000, 2207004): Meaning("rejected", "fix_media", "The image is too big."),
    (36001, 2207005): Meaning("rejected", "fix_media", "Instagram does not support the image's format."),
    (36003, 2207009): Meaning("rejected", "fix_media", "The image's sides are not in a ratio Instagram takes."),
    (36004, 2207010): Meaning("rejected", "fix_media", "The caption is too long."),
}

# What a container's status text names by its subcode alone.
STATUS_CODES: dict[int, Meaning] = {
    2207077: _FETCH,
    2207081: Meaning("rejected", "fix_media", "The account has no trial reels."),
    2207082: _FETCH,
    **{sub: meaning for (code, sub), meaning in REFUSALS.items() if sub is not None and (code, sub) != (100, 33)},
}

_PERMISSIONS = range(200, 300)


def meaning(code: int, subcode: int | None) -> Meaning | None:
    """Return what a code means: by code and subcode, then by code alone, else None."""
    if code in _PERMISSIONS:
        return _PERMISSION
    known = REFUSALS.get((code, subcode))
    if known is not None or subcode is None:
        return known
    # A subcode we do not know may say more than its code; only a bad token is bad whatever the subcode.
    return REFUSALS[code, None] if code in (102, 190) else None
