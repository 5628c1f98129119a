"""Read the networks' numbers at the moments that growth names, so that a dashboard has something true to show."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from sorcerer import growth, influencers, log, publishing
from sorcerer.growth import Reading
from sorcerer.platforms import Account, Figures, Platform, PlatformError
from sorcerer.publishing import Publication
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import access
from sorcerer.workflows.urgent import urgent

_YOUNG = timedelta(days=28)
_OVERLAP = timedelta(hours=1)
_LIMIT = 200
_PATIENCE_S = 5.0


class Measurer:
    """Takes the readings that are due; several workers may do so at once, each reading is one worker's."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._seen_until: datetime | None = None
        self._known: set[str] = set()

    def measure(self) -> int:
        """Expect what is new, read what is due, and return how many numbers were kept."""
        toolbox, now = self._toolbox, self._toolbox.clock.now()
        urgent.let_pass(_PATIENCE_S)
        self._expect(now)
        with toolbox.database.begin() as session:
            due = growth.readings.take(session, now, _LIMIT)
        by_channel = sorted(due, key=lambda one: one.channel_id)
        groups = [(key, list(group)) for key, group in groupby(by_channel, key=lambda one: one.channel_id)]
        kept = 0
        for channel_id, readings in groups:
            urgent.let_pass(_PATIENCE_S)
            kept += _measure(toolbox, channel_id, readings, now)
        return kept

    def _expect(self, now: datetime) -> None:
        """Say of accounts and posts that are new to this worker that they are to be measured; nothing is said twice."""
        since = self._seen_until - _OVERLAP if self._seen_until else now - _YOUNG
        with self._toolbox.database.read() as session:
            channels = publishing.channels.connected(session)
            posts: dict[str, list[Publication]] = {one.id: [] for one in channels}
            for found in publishing.publications.out_since(session, since):
                if found.channel_id in posts:
                    posts[found.channel_id].append(found)
        new = [one for one in channels if one.id not in self._known or not self._known.issuperset(_ids(posts[one.id]))]
        if new:
            with self._toolbox.database.begin() as session:
                for channel in new:
                    her = influencers.find(session, channel.owner_id, channel.influencer_id)
                    growth.readings.expect_account(session, her, channel.id, now)
                    for one in posts[channel.id]:
                        if one.remote_post_id and one.content and one.published_at:
                            post = (one.video_id, one.remote_post_id, one.content.kind)
                            growth.readings.expect_post(session, her, channel.id, post, one.published_at)
        self._seen_until = now
        self._known |= {one.id for one in channels} | {name for hers in posts.values() for name in _ids(hers)}


def _ids(publications: Sequence[Publication]) -> set[str]:
    """Return the ids of those whose post is known; the others are looked at again."""
    return {one.id for one in publications if one.remote_post_id}


def _measure(toolbox: Toolbox, channel_id: str, readings: Sequence[Reading], now: datetime) -> int:
    first = readings[0]
    with toolbox.database.begin() as session:
        channel = publishing.channels.find(session, first.owner_id, channel_id)
        if channel.status != "connected":
            for one in readings:
                growth.readings.pass_over(session, one, now)
            return 0
        account = publishing.channels.account(session, toolbox.keys, channel_id)
    platform = toolbox.platform(channel.platform, channel.realm)
    try:
        told = _ask(platform, access.fresh(toolbox, platform, channel_id, account), readings)
    except PlatformError as error:
        log.get("measure").info("not measured", channel=channel_id, error=error.message)
        return 0
    with toolbox.database.begin() as session:
        answers = [(one, told[one.id].numbers, told[one.id].gaps) for one in readings]
        return growth.readings.keep(session, answers, now)


def _ask(platform: Platform, account: Account, readings: Sequence[Reading]) -> dict[str, Figures]:
    """Return what is told for each reading, the account's and the posts', in as few calls as can be."""
    told: dict[str, Figures] = {}
    posts = {one.post_id: one.kind for one in readings if one.post_id is not None}
    figures = platform.insights(account, posts) if posts else {}
    for one in readings:
        told[one.id] = platform.audience(account) if one.post_id is None else figures[one.post_id]
    return told
