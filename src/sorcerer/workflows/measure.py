"""Read the networks' numbers now and then, so that a dashboard has something true to show."""

from datetime import datetime, timedelta

from sorcerer import growth, log, publishing
from sorcerer.growth import Measurement
from sorcerer.platforms import Account, Platform, PlatformError
from sorcerer.publishing import Channel, Publication
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import access

_SLOT = timedelta(minutes=10)
_YOUNG = timedelta(days=28)


class Measurer:
    """Reads each connected account once in every ten minutes, a new one at once."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._done: dict[str, datetime] = {}

    def measure(self) -> int:
        """Keep what accounts and their posts of four weeks count now, and return how many numbers that were.

        The moment is a full ten minutes, so two workers that measure together keep one number.
        """
        now = self._toolbox.clock.now()
        at = now - (now - datetime.min.replace(tzinfo=now.tzinfo)) % _SLOT
        with self._toolbox.database.read() as session:
            fresh = [one for one in publishing.channels.connected(session) if self._done.get(one.id) != at]
            posts = {one.id: publishing.publications.since(session, one.id, now - _YOUNG) for one in fresh}
        self._done |= {channel.id: at for channel in fresh}
        return sum(_measure(self._toolbox, channel, posts[channel.id], at) for channel in fresh)


def _measure(toolbox: Toolbox, channel: Channel, posts: list[Publication], at: datetime) -> int:
    platform = toolbox.platform(channel.platform, channel.realm)
    try:
        with toolbox.database.read() as session:
            account = publishing.channels.account(session, toolbox.keys, channel.id)
        account = access.fresh(toolbox, platform, channel.id, account)
        numbers = _followers(platform, account, channel, at)
        for post in posts:
            numbers += _insights(platform, account, post, at)
    except PlatformError as error:
        log.get("measure").info("not measured", channel=channel.id, error=error.message)
        return 0
    with toolbox.database.begin() as session:
        return growth.measure(session, channel.owner_id, channel.influencer_id, numbers, toolbox.clock.now())


def _followers(platform: Platform, account: Account, channel: Channel, at: datetime) -> list[Measurement]:
    count = platform.followers(account)
    if count is None:
        return []
    about = {"influencer_id": channel.influencer_id, "channel_id": channel.id}
    return [Measurement.model_validate(about | {"at": at, "metric": "followers", "value": count})]


def _insights(platform: Platform, account: Account, post: Publication, at: datetime) -> list[Measurement]:
    if post.remote_post_id is None or post.content is None:
        return []
    told = platform.insights(account, post.remote_post_id, post.content.kind)
    about = {"influencer_id": post.influencer_id, "channel_id": post.channel_id, "video_id": post.video_id, "at": at}
    return [Measurement.model_validate(about | {"metric": name, "value": value}) for name, value in told.items()]
