"""How posts do at the pretend network: drawn from seed and post, rising to a ceiling, the same on each run."""

import math
from collections.abc import Sequence
from datetime import datetime

from sorcerer import ids
from sorcerer.sandbox.model import Account, Post

_LIFE_H = {"REELS": 30.0, "STORY": 7.0, "VIDEO": 22.0, "SHORT": 60.0}


def followers(account: Account, posts: Sequence[Post], now: datetime, seed: int) -> int:
    """Return how many follow the account at a moment: those it began with and those its posts brought."""
    return account.base_followers + sum(
        round(views * _rate(seed, post, "follow", 0.002, 0.006)) for post, views in _walk(account, posts, now, seed)
    )


def numbers(account: Account, posts: Sequence[Post], post: Post, now: datetime, seed: int) -> dict[str, float]:
    """Return the numbers of one post at a moment, under the network's names."""
    views = next((found for one, found in _walk(account, posts, now, seed) if one.id == post.id), 0.0)
    likes = round(views * _rate(seed, post, "likes", 0.04, 0.09))
    comments = round(views * 0.003)
    shares = round(views * 0.005)
    saved = round(views * 0.01)
    reach = round(views * _rate(seed, post, "reach", 0.72, 0.9))
    shared = {"views": float(round(views)), "reach": float(reach), "shares": float(shares)}
    if post.product == "STORY":
        replies = round(views * 0.004)
        more = {"replies": replies, "follows": round(views * 0.001), "profile_visits": round(views * 0.02)}
        return (
            shared
            | {name: float(value) for name, value in more.items()}
            | {"total_interactions": float(replies + shares)}
        )
    return shared | {
        "likes": float(likes),
        "comments": float(comments),
        "saved": float(saved),
        "reposts": 0.0,
        "total_interactions": float(likes + comments + shares + saved),
        "ig_reels_avg_watch_time": float(round(2600 + 5200 * ids.draw(seed, post.id, "watch"))),
        "ig_reels_video_view_total_time": float(round(views * (2600 + 5200 * ids.draw(seed, post.id, "watch")))),
        "reels_skip_rate": round(18 + 30 * ids.draw(seed, post.id, "skip"), 1),
    }


def _walk(account: Account, posts: Sequence[Post], now: datetime, seed: int) -> list[tuple[Post, float]]:
    """Return each post with its views, oldest first: the reach of one is the audience of the next."""
    audience, walked = float(account.base_followers), []
    for post in sorted(posts, key=lambda one: (one.created_at, one.id)):
        hours = max(0.0, (now - post.created_at).total_seconds() / 3600)
        share = 0.25 if post.product == "STORY" else 1.0
        ceiling = audience * share * (0.35 + 2.4 * ids.draw(seed, post.id, "quality") ** 3)
        views = ceiling * (1 - math.exp(-hours / _LIFE_H[post.product]))
        walked.append((post, views))
        audience += views * _rate(seed, post, "follow", 0.002, 0.006)
    return walked


def _rate(seed: int, post: Post, what: str, low: float, high: float) -> float:
    return low + (high - low) * ids.draw(seed, post.id, what)
