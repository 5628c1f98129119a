"""The verb `check`."""

from collections.abc import Iterable

from sorcerer.life.checking.body import check_body
from sorcerer.life.checking.case import Case, Seen
from sorcerer.life.checking.frozen import check_frozen
from sorcerer.life.checking.habits import check_habits
from sorcerer.life.checking.paid import check_paid
from sorcerer.life.checking.posts import check_posts
from sorcerer.life.checking.space import check_space
from sorcerer.life.checking.state import check_state
from sorcerer.life.checking.tales import check_tales
from sorcerer.life.checking.times import check_times
from sorcerer.life.model import Item, Plan, Violation

POSTS = "P"


def check(
    plan: Plan, *, frozen: Iterable[Item] = (), only: str | None = None, seen: Seen | None = None
) -> list[Violation]:
    """Return every contradiction in a plan; an empty list means that it holds together.

    Classes: T time, S space, E light, F facts, W people, B body, H habits, O order, A stories, P posts,
    Z what may not change.

    Args:
        frozen: items that must be in it unchanged: what has happened, and what is pinned.
        only: `POSTS` looks at the posts alone, for whoever has seen everything else to be whole; None at everything.
        seen: what an earlier look at another draft of the same life found out; None believes nothing of before.
    """
    case = Case(plan, seen)
    if only == POSTS:
        return [*check_posts(case), *check_paid(plan)]
    return [
        *check_times(case),
        *check_space(case),
        *check_state(case),
        *check_body(case),
        *check_habits(case),
        *check_tales(case),
        *(check_posts(case) if plan.posts else ()),
        *check_paid(plan),
        *check_frozen(case, frozen),
    ]
