"""Lay the posts to come anew at another pace, over items that stay as they are."""

from datetime import date, datetime, timedelta

from sorcerer.influencers import GrowthPhase, Pace
from sorcerer.life.model import Plan, Post
from sorcerer.life.planning.cadence import Cadence
from sorcerer.life.planning.mend import Mend
from sorcerer.life.planning.overlay import Overlay, Today, in_order
from sorcerer.life.planning.pillars import themed
from sorcerer.life.planning.retell import Retelling
from sorcerer.life.world.minutes import DAY, minute_of


class _Pacing:
    """One change of pace, day after day."""

    def __init__(self, plan: Plan, firm: dict[str, Post], now: datetime) -> None:
        self.plan = plan
        mend = Mend(plan, frozenset())
        self.worlds = mend.worlds
        self.days = Retelling(mend, (), frozenset(), now)
        self.by_day: dict[date, list[Post]] = {}
        for post in firm.values():
            self.by_day.setdefault(_day(post), []).append(post)
        self.cadence = Cadence(plan.premise, plan.first_day)
        self.overlay = Overlay(self.worlds.on(plan.first_day), self.cadence)

    def lived(self, day: date, before: Cadence) -> None:
        """Count what a day posted that is not laid anew."""
        self._remember(day)
        before.owed(day)
        self.cadence.owed(day)
        before.paid(*self._sorts(day))

    def lay(self, day: date) -> None:
        """Lay the posts of a day: what it owes, less what stands."""
        world = self.overlay.world = self.worlds.on(day)
        due, (reels, stories) = self.cadence.owed(day), self._sorts(day)
        today = self.days.today(day)
        near = [one for back in (-1, 0, 1) for one in self.by_day.get(day + timedelta(days=back), [])]
        firm = {minute_of(day, post.at, world.city.zone) for post in near}
        self.overlay.taken = [*(minute - DAY for minute in self.overlay.taken if minute > DAY), *firm]
        self.overlay.used = {post.item_id for post in self.by_day.get(day, [])}
        self._remember(day)
        told = sum(self._reel(today, self.overlay.hour(day)) for _ in range(due.reels - reels))
        for minute in sorted(set(due.fixed) - firm):
            self._reel(today, minute)
        shown = sum(self.overlay.story(today) for _ in range(due.stories - stories)) if today.items else 0
        self.cadence.paid(reels + told, stories + shown)

    def _reel(self, today: Today, minute: int) -> bool:
        return bool(today.items) and self.overlay.reel(today, minute)

    def _remember(self, day: date) -> None:
        for post in self.by_day.get(day, []):
            kind = post.item_id.partition("@")[0]
            self.overlay.last_told[f"{post.medium}:{kind}"] = self.overlay.last_told[f"title:{post.title}"] = day

    def _sorts(self, day: date) -> tuple[int, int]:
        there = [post.medium for post in self.by_day.get(day, [])]
        return there.count("reel"), there.count("story")


def repace(plan: Plan, pace: Pace, growth: GrowthPhase, settled: frozenset[str], first: date, now: datetime) -> Plan:
    """Return the plan at another pace: the same items and facts, other posts from a day on.

    A post that somebody pays for stays where it is, and loses its sponsor when it comes to lie inside the growth phase.

    Args:
        settled: ids of posts that are being filmed or are out.
        first: the first day whose posts are laid anew.
    """
    paced = plan.model_copy(update={"premise": plan.premise.model_copy(update={"pace": pace, "growth": growth})})
    firm = {post.id: post for post in plan.posts if post.id in settled or post.at < now or _day(post) < first}
    for post in plan.posts:
        if post.sponsor_id is not None and post.id not in firm:
            covered = growth.covers(post.at)
            firm[post.id] = post.model_copy(update={"sponsor_id": None, "shows": ""}) if covered else post
    pacing = _Pacing(paced, firm, now)
    before = Cadence(plan.premise, plan.first_day)
    for number in range(plan.days):
        day = plan.first_day + timedelta(days=number)
        if day < first:
            pacing.lived(day, before)
        if day == first:
            mine, theirs = pacing.cadence.owing, before.owing
            pacing.cadence.paid(mine[0] - theirs[0], mine[1] - theirs[1])
        if day >= first:
            pacing.lay(day)
    old = {post.id: post for post in plan.posts}
    fresh = [old[post.id] if post.id in old and old[post.id].at == post.at else post for post in pacing.overlay.posts]
    posts = themed(paced.premise, in_order([*firm.values(), *fresh]), frozenset(firm))
    return paced.model_copy(update={"posts": posts})


def _day(post: Post) -> date:
    return date.fromisoformat(post.item_id[-10:])
