"""What Instagram tells of an account between two moments; new followers only from a hundred followers on."""

from datetime import UTC, datetime
from typing import Any

from sorcerer.sandbox import growth, store
from sorcerer.sandbox.instagram.call import Call
from sorcerer.sandbox.instagram.refusals import GraphError

_ENOUGH = 100


def audience(call: Call, metric: str, since: int, until: int) -> list[dict[str, Any]]:
    """Return the rows of one metric of the account: "reach" or "follower_count"."""
    start, end = (datetime.fromtimestamp(moment, UTC) for moment in (since, until))
    with call.world.read() as (session, now, knobs):
        posts = [post for post in store.posts(session, call.account.id) if post.created_at < end]
        followers = growth.followers(call.account, posts, now, knobs.seed)
        came = growth.followers(call.account, posts, end, knobs.seed) - growth.followers(
            call.account, [post for post in posts if post.created_at < start], start, knobs.seed
        )
        reached = sum(
            growth.numbers(call.account, posts, post, end, knobs.seed)["reach"]
            - growth.numbers(call.account, posts, post, start, knobs.seed)["reach"]
            for post in posts
        )
    if metric not in ("reach", "follower_count"):
        raise GraphError(
            100, None, f"metric[0] must be one of the following values: reach, follower_count; not {metric}."
        )
    if metric == "follower_count" and followers < _ENOUGH:
        raise GraphError(10, None, "(#10) Not enough followers: follower_count needs 100 or more.")
    row = {"name": metric, "period": "day", "title": metric, "id": f"{call.account.id}/insights/{metric}/day"}
    if metric == "reach":
        return [row | {"total_value": {"value": round(reached)}}]
    return [row | {"values": [{"value": came, "end_time": end.strftime("%Y-%m-%dT%H:%M:%S+0000")}]}]
