"""What would not be as it was, item by item and post by post, each with its cause."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Literal

from sorcerer.life.interventions.model import Counts, Difference, Verb
from sorcerer.life.interventions.replan import Outcome
from sorcerer.life.model import Item, Plan, Post

_FILLS = "It fills the hole that the change leaves."
_QUOTES = ("'", '"')
_TOLD: dict[Verb, str] = {
    "added": "It takes the place of a post that cannot go out any more.",
    "moved": "What it tells of is at another hour, or another post has come too near.",
    "rewritten": "What she does around it has changed.",
    "dropped": "It has no minute of its own any more.",
}


def differences(before: Plan, outcome: Outcome) -> tuple[Difference, ...]:
    """Return every difference, in order of day; what stays is left out."""
    after, causes = outcome.plan, outcome.causes
    found = [*_items(before, after, causes), *_posts(before.posts, after.posts, causes)]
    return tuple(sorted(found, key=lambda one: (one.day, one.layer, one.before or one.after or "", one.id)))


def counts(layer: Literal["item", "post"], found: Iterable[Difference], kept: int) -> Counts:
    """Return how many of each sort there are in a layer."""
    verbs = [one.verb for one in found if one.layer == layer]
    return Counts(kept=kept, **{verb: verbs.count(verb) for verb in sorted(set(verbs))})


def kept(before: Plan, after: Plan, now: datetime) -> tuple[int, int]:
    """Return how many future items and posts stay exactly as they are."""
    today = now.date()
    items = {item.id: item for item in after.items}
    posts = {post.id: post for post in after.posts}
    same_items = sum(1 for item in before.items if item.day >= today and _same(items.get(item.id), item))
    return same_items, sum(1 for post in before.posts if post.at >= now and _same(posts.get(post.id), post))


def _same(one: Item | Post | None, other: Item | Post) -> bool:
    return one is other or one == other


def _items(before: Plan, after: Plan, causes: dict[str, str]) -> Iterable[Difference]:
    old, new = {item.id: item for item in before.items}, {item.id: item for item in after.items}
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        if was is now or was == now:
            continue
        one = now or was
        assert one is not None  # noqa: S101 - the key is of one of them
        verb = _verb(
            was is not None, now is not None, was is not None and now is not None and _place(was) == _place(now)
        )
        beside = causes.get(one.day.isoformat()) if was is not None else None
        cause = _own(causes.get(key), one, is_new=was is None) or beside or _FILLS
        yield Difference(
            layer="item",
            verb=verb,
            id=key,
            day=one.day,
            title=was.title if was is not None else one.title,
            cause=cause,
            before=_shown(was, before),
            after=_shown(now, after, was),
        )


def _posts(before: tuple[Post, ...], after: tuple[Post, ...], causes: dict[str, str]) -> Iterable[Difference]:
    old, new = {post.id: post for post in before}, {post.id: post for post in after}
    for key in dict.fromkeys((*old, *new)):
        was, now = old.get(key), new.get(key)
        if was is now or was == now:
            continue
        one = now or was
        assert one is not None  # noqa: S101 - the key is of one of them
        day = date.fromisoformat(one.item_id[-10:])
        about = _own(causes.get(key, causes.get(one.item_id)), one, is_new=was is None)
        verb = _verb(was is not None, now is not None, was is not None and now is not None and was.at == now.at)
        if about is None:
            about = _TOLD[verb]
        yield Difference(
            layer="post",
            verb=verb,
            id=key,
            day=day,
            title=was.title if was is not None else one.title,
            cause=about,
            before=_said(was),
            after=_said(now),
        )


def _own(cause: str | None, one: Item | Post, *, is_new: bool) -> str | None:
    """Return a cause as it reads for something; what is new says whose place it takes when it is another's."""
    if cause is None or not is_new or not cause.startswith(_QUOTES) or cause.startswith(repr(one.title)):
        return cause
    return f"It goes on here instead. {cause}"


def _verb(was: bool, now: bool, in_place: bool) -> Verb:  # noqa: FBT001 - three facts of one row
    if not was:
        return "added"
    if not now:
        return "dropped"
    return "rewritten" if in_place else "moved"


def _place(item: Item) -> tuple[date, int, int, str]:
    return item.day, item.start, item.end, item.place


def _where(item: Item, plan: Plan) -> str:
    """Return the place of an item; where she only stays for a while is nobody's home."""
    city, _, place = item.place.partition("/")
    if place != "home":
        return place
    left = {fact.day for fact in plan.facts if fact.name == "away" and fact.value}
    lived = [fact.value for fact in plan.facts if fact.name == "city" and fact.day <= item.day and fact.day not in left]
    return "home" if city in {plan.premise.city.id, *lived[-1:]} else "the rented flat"


def _shown(item: Item | None, plan: Plan, was: Item | None = None) -> str | None:
    """Return when and where an item is, and what it is called when that was otherwise."""
    if item is None:
        return None
    hours = f"{item.start // 60 % 24:02d}:{item.start % 60:02d} to {item.end // 60 % 24:02d}:{item.end % 60:02d}"
    pinned = ", pinned" if item.pinned else ""
    renamed = f": {item.title}" if was is not None and was.title != item.title else ""
    return f"{hours}, {_where(item, plan)} in {item.city.title()}{pinned}{renamed}"


def _said(post: Post | None) -> str | None:
    """Return when a post goes out and what it is called, and that somebody pays for it."""
    if post is None:
        return None
    paid = ", sponsored" if post.sponsor_id is not None else ""
    return f"{post.local_time.replace('T', ' ')}: {post.title}{paid}"
