"""What she may be doing, as words: "my run" and "running"."""

from typing import NamedTuple


class Act(NamedTuple):
    """A doing.

    Args:
        mine: as a thing ("my run").
        doing: as something going on ("running").
        tag: as a hashtag.
    """

    mine: str
    doing: str
    tag: str


ACTS: dict[str, Act] = {
    "run": Act("my run", "running", "running"),
    "gym": Act("the gym", "lifting heavy things and putting them back", "gymlife"),
    "yoga": Act("yoga", "trying to breathe and balance", "yoga"),
    "swim": Act("my swim", "swimming laps", "swimming"),
    "climb": Act("climbing", "hanging off a wall on purpose", "climbing"),
    "dance": Act("dance class", "counting to eight", "dance"),
    "ride": Act("my ride", "riding the long way", "cycling"),
    "walk": Act("my walk", "walking without a plan", "walking"),
    "hike": Act("the hike", "going uphill slowly", "hiking"),
    "stretch": Act("stretching", "stretching on the floor", "mobility"),
    "rehab": Act("my exercises", "doing the boring exercises", "recovery"),
    "coffee": Act("this coffee", "having coffee", "coffee"),
    "breakfast": Act("breakfast", "having breakfast", "breakfast"),
    "lunch": Act("lunch", "having lunch", "lunch"),
    "dinner": Act("dinner", "having dinner", "dinner"),
    "brunch": Act("brunch", "having brunch", "brunch"),
    "cook": Act("cooking", "cooking from what is left", "homecooking"),
    "drinks": Act("one drink", "out for one drink", "nightout"),
    "friend_dinner": Act("dinner out", "out for dinner", "friends"),
    "catch_up": Act("catching up", "catching up", "friends"),
    "visit": Act("a visit", "visiting", "friends"),
    "game_night": Act("game night", "losing at board games", "gamenight"),
    "call_home": Act("calling home", "on the phone with home", "family"),
    "volunteer": Act("volunteering", "lending a hand", "community"),
    "read": Act("reading", "reading", "reading"),
    "tv": Act("one episode", "watching one episode", "filmnight"),
    "music": Act("practice", "playing the same four bars", "music"),
    "draw": Act("drawing", "drawing", "sketchbook"),
    "pottery": Act("pottery", "making something round, roughly", "pottery"),
    "knit": Act("knitting", "knitting row after row", "knitting"),
    "game": Act("gaming", "playing one more round", "gaming"),
    "journal": Act("writing", "writing it all down", "journaling"),
    "language": Act("my lesson", "learning ten new words", "languagelearning"),
    "museum": Act("the museum", "looking at old things", "museum"),
    "cinema": Act("the cinema", "waiting for the film", "cinema"),
    "concert": Act("the concert", "waiting for the first song", "livemusic"),
    "lake": Act("the lake", "sitting by the water", "lakelife"),
    "beach": Act("the beach", "sitting by the sea", "beachday"),
    "viewpoint": Act("the view", "looking at the whole city", "cityviews"),
    "photo_walk": Act("a photo walk", "taking pictures of doors", "photowalk"),
    "garden": Act("the garden", "talking to tomatoes", "gardening"),
    "talk": Act("the talk", "listening for once", "learning"),
    "winddown": Act("winding down", "doing nothing, well", "slowevening"),
    "routine": Act("my routine", "doing my morning routine", "morningroutine"),
    "clean": Act("tidying up", "tidying up", "homereset"),
    "laundry": Act("laundry", "folding laundry", "homelife"),
    "plants": Act("my plants", "watering the plants", "plantparent"),
    "mend": Act("mending", "mending a sleeve", "visiblemending"),
    "admin": Act("paperwork", "doing paperwork", "adulting"),
    "groceries": Act("groceries", "buying groceries", "groceries"),
    "market": Act("the market", "walking the market", "farmersmarket"),
    "shopping": Act("shopping", "trying on one thing", "slowfashion"),
    "bookshop": Act("the bookshop", "touching every spine", "bookshop"),
    "flea": Act("the flea market", "looking for nothing in particular", "fleamarket"),
    "haircut": Act("the haircut", "getting my hair cut", "hairday"),
    "nap": Act("a nap", "resting for a moment", "rest"),
    "study": Act("studying", "studying", "studywithme"),
    "work_morning": Act("work", "working", "worklife"),
    "work_afternoon": Act("work", "working", "worklife"),
    "work_evening": Act("the evening shift", "working late", "worklife"),
    "film_reel": Act("filming", "filming", "behindthescenes"),
    "edit": Act("editing", "editing", "behindthescenes"),
}
_DEFAULTS: dict[str, Act] = {
    "sport": Act("moving today", "moving a little", "movement"),
    "eat": Act("this meal", "eating well", "goodfood"),
    "work": Act("work", "working", "worklife"),
    "social": Act("seeing people", "seeing people", "friends"),
    "leisure": Act("this hour", "taking an hour for myself", "metime"),
    "care": Act("a slow hour", "taking care of myself", "selfcare"),
    "home": Act("home things", "doing home things", "homelife"),
    "shop": Act("the errand", "running one errand", "errands"),
    "sleep": Act("an early night", "getting ready for bed", "sleep"),
}


def act_of(kind: str, category: str) -> Act:
    """Return the words for what she does; a kind nobody knows speaks for its category."""
    return ACTS.get(kind) or _DEFAULTS.get(category) or _DEFAULTS["leisure"]
