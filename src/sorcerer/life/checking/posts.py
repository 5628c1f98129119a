"""P: does every post tell of something that has happened, while she is awake, at a decent distance?"""

from bisect import bisect_left
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from sorcerer.life.checking.case import Case, Timed, found
from sorcerer.life.model import Post, Violation

_SPACING = timedelta(hours=2)


def check_posts(case: Case) -> Iterator[Violation]:
    """Yield P1 to P4 and P7 to P9."""
    nights = [one for one in case.timed if one.item.kind == "sleep"]
    begin = [night.begins for night in nights]
    over = list(accumulate((night.ends for night in nights), max))
    last: Post | None = None
    for post in sorted(case.plan.posts, key=lambda one: (one.at, one.id)):
        source = case.by_id.get(post.item_id)
        if source is None:
            yield found("P1", post.id, f"{post.title!r} tells of {post.item_id!r}, which does not happen.")
            continue
        yield from _after(case, post, source)
        yield from _words(post, source)
        if last is not None and post.at - last.at < _SPACING:
            yield found("P3", post.id, f"{post.title!r} follows {last.title!r} within two hours.")
        last = post
        begun = bisect_left(begin, post.at)
        if begun and post.at < over[begun - 1]:
            yield found("P8", post.id, f"{post.title!r} goes out at {post.local_time}, while she sleeps.")


def _after(case: Case, post: Post, source: Timed) -> Iterator[Violation]:
    if post.at < source.ends:
        yield found(
            "P2", post.id, f"{post.title!r} goes out at {post.local_time}, before {source.item.title!r} is over."
        )
    growth = case.plan.premise.growth
    if post.sponsor_id is not None and growth.on and _in_growth(case, post):
        yield found("P4", post.id, f"{post.title!r} is sponsored inside the growth phase.")
    shown = post.at.astimezone(ZoneInfo(source.world.city.zone)).replace(tzinfo=None).isoformat(timespec="minutes")
    if shown != post.local_time:
        yield found("P9", post.id, f"{post.title!r} says {post.local_time}, but her clock shows {shown} then.")


def _words(post: Post, source: Timed) -> Iterator[Violation]:
    """Hold what the writer is told of the moment against what she does: its words come from nowhere else."""
    item, place = source.item, source.place
    begins = datetime.combine(item.day, time()) + timedelta(minutes=item.start)
    so = {
        "local_time": begins.isoformat(timespec="minutes"),
        "kind": item.kind,
        "place": place.name if place is not None else None,
        "with_whom": list(item.who),
    }
    for name, true in so.items():
        says = post.moment.get(name, true)
        if says != true:
            yield found("P7", post.id, f"{post.title!r} would say {says!r}, but it is {true!r}: {item.title!r}.")


def _in_growth(case: Case, post: Post) -> bool:
    growth = case.plan.premise.growth
    if growth.started_at is not None:
        return growth.covers(post.at)
    local = post.at.astimezone(ZoneInfo(case.plan.premise.city.zone)).date()
    return local < case.plan.first_day + timedelta(days=growth.days)
