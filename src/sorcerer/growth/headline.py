"""The verb `headline`: one warm, true sentence about her life today, for the top of a dashboard."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sorcerer.influencers import Influencer
from sorcerer.life import Item, Post

_NOON, _EVENING = 12 * 60, 17 * 60 + 30
_DAWN_HOURS = 4
_STORY = 6.0
_TOLD = 2.0
_WORTH = {"social": 2.5, "sport": 2.4, "leisure": 2.2, "eat": 1.8, "shop": 1.6, "work": 1.2, "care": 1.0, "home": 0.9}
_EVERYDAY = frozenset(
    {"routine", "breakfast", "lunch", "dinner", "winddown", "tv", "laundry", "admin", "groceries", "edit"}
)


def headline(influencer: Influencer, items: Sequence[Item], posts: Sequence[Post], now: datetime) -> str:
    """Return one sentence, such as "Tonight Mara lifts 100 kg for the first time", ended by its full stop.

    Args:
        items, posts: of today, and of other days too if that is easier; only today's are looked at.
        now: the present.
    """
    name = next(iter(influencer.name.split()), influencer.name)
    local = now.astimezone(influencer.zone)
    today = (local - timedelta(hours=_DAWN_HOURS)).date()
    minute = round((local.replace(tzinfo=None) - datetime(today.year, today.month, today.day)).total_seconds() / 60)  # noqa: DTZ001 - a wall clock has no zone
    awake = [item for item in items if item.day == today and item.category != "sleep"]
    if influencer.paused:
        return f"{name} is taking a break, and nothing goes out until you say so."
    if not awake:
        return f"{name}'s days are still unwritten; plan the next thirty and see who she becomes."
    told = {post.item_id for post in posts}
    coming = [item for item in awake if item.end > minute]
    if not coming:
        best = max(awake, key=lambda item: _worth(item, told))
        return f"{name} sleeps; the best of today was {_small(best)}."
    best = max(coming, key=lambda item: _worth(item, told))
    return f"{_when(best, minute)} {_act(best, name)}"


def _worth(item: Item, told: set[str]) -> float:
    """Return how much an item is worth the headline: a story first, then what is told, then what is rare."""
    worth = _WORTH.get(item.category, 1.0) + (_STORY if item.beat else 0.0) + (_TOLD if item.id in told else 0.0)
    return worth - (1.5 if item.kind in _EVERYDAY else 0.0) + len(item.who) * 0.2


def _when(item: Item, minute: int) -> str:
    if item.start <= minute:
        return "Right now"
    if item.start >= _EVENING:
        return "Tonight"
    if item.start >= _NOON:
        return "This afternoon"
    return "This morning"


def _act(item: Item, name: str) -> str:
    """Return what she does, as a sentence that goes on after a time; her item's own line says it."""
    _, found, act = item.line.partition(f", {name} ")
    return f"{name} {act}" if found else f"{name} has {_small(item)}."


def _small(item: Item) -> str:
    title = item.title or item.kind
    return f"“{title}”"
