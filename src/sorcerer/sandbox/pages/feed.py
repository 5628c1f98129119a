"""What everybody sees: an account's feed at `/@{handle}`, one post at `/p/{shortcode}`, and the media."""

import re
from datetime import datetime, timedelta
from html import escape
from typing import NamedTuple

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from sorcerer import ids
from sorcerer.sandbox import growth, store
from sorcerer.sandbox.asked import root_of, world_of
from sorcerer.sandbox.model import NETWORKS, Account, Network, Post
from sorcerer.sandbox.pages.consent import NAMES
from sorcerer.sandbox.pages.page import face, page

_STORY_LIFE = timedelta(hours=24)
_THOUSAND = 1000
_KINDS = {"STORY": "Story", "REELS": "Reel", "VIDEO": "Film", "SHORT": "Short"}
_LABELS = {
    "STORY": "AI info",
    "REELS": "AI info",
    "VIDEO": "Creator labeled as AI-generated",
    "SHORT": "Altered or synthetic content",
}
# A "#" inside an escaped sign ("&#x27;") is no hashtag.
_HASHTAG = re.compile(r"(^|[\s(])#(\w+)")

router = APIRouter()


class Shown(NamedTuple):
    """One account as its page shows it."""

    account: Account
    followers: int
    posts: list[Post]
    figures: dict[str, dict[str, float]]
    now: datetime
    root: str

    @property
    def hue(self) -> int:
        """Return the account's colour."""
        return int(ids.draw("hue", self.account.handle) * 360)


@router.get("/")
def start(request: Request) -> Response:
    """Lead to the newest account's feed."""
    with world_of(request).read() as (session, _, _):
        accounts = sorted(store.accounts(session), key=lambda one: one.created_at)
    if not accounts:
        return HTMLResponse(
            page(
                "Pretend Instagram", _bar("Pretend Instagram") + '<p class="empty">No account has been opened yet.</p>'
            )
        )
    return RedirectResponse(_home(root_of(request), accounts[-1]))


@router.get("/feed/{network}/{handle}")
def feed_of(request: Request, network: str, handle: str) -> Response:
    """Show an account of any network."""
    return _feed(request, handle, next((one for one in NETWORKS if one == network), "instagram"))


@router.get("/@{handle}")
def feed(request: Request, handle: str) -> Response:
    """Show an account: who she is, her stories of today, her reels."""
    return _feed(request, handle, "instagram")


def _feed(request: Request, handle: str, network: Network) -> Response:
    shown = _shown(request, handle, network)
    if shown is None:
        return _nothing("There is no account of this name.")
    reels = [post for post in shown.posts if post.product != "STORY"]
    fresh = [post for post in shown.posts if post.product == "STORY" and post.created_at > shown.now - _STORY_LIFE]
    where = "" if network == "instagram" else f"{NAMES[network]} · "
    body = _bar(f"{where}@{shown.account.handle}") + _profile(shown, len(shown.posts), lit=bool(fresh))
    if fresh:
        body += f'<nav class="tray" aria-label="Stories">{"".join(_bubble(shown, post) for post in fresh)}</nav>'
    body += "".join(_article(shown, post) for post in reels) or '<p class="empty">Nothing is out yet.</p>'
    return HTMLResponse(page(f"{shown.account.name} (@{shown.account.handle})", body, network))


@router.get("/p/{shortcode}")
def permalink(request: Request, shortcode: str) -> Response:
    """Show one post."""
    with world_of(request).read() as (session, _, _):
        post = store.post_by_shortcode(session, shortcode)
    return _one(request, post)


@router.get("/yt/shorts/{video_id}")
def short(request: Request, video_id: str) -> Response:
    """Show one Short."""
    with world_of(request).read() as (session, _, _):
        post = store.post(session, video_id)
    return _one(request, post)


def _one(request: Request, post: Post | None) -> Response:
    with world_of(request).read() as (session, _, _):
        account = store.account(session, post.account_id) if post else None
    shown = _shown(request, account.handle, account.network) if account else None
    if post is None or shown is None:
        return _nothing("This post is not here.")
    kind = _KINDS[post.product]
    name = f"{NAMES[shown.account.network]} {kind}"
    bar = f'<a class="bar" href="{escape(_home(shown.root, shown.account))}">&larr; {name}<small>sandbox</small></a>'
    return HTMLResponse(page(f"{kind} by @{shown.account.handle}", bar + _article(shown, post), shown.account.network))


@router.get("/media/{name}")
def media(request: Request, name: str) -> Response:
    """Send a post's film or image; only what is out can be seen."""
    world = world_of(request)
    with world.read() as (session, _, _):
        known = {post.file for post in store.posts(session)}
    if name not in known or not world.media(name).is_file():
        return Response(status_code=404)
    return FileResponse(world.media(name), media_type="image/jpeg" if name.endswith(".jpg") else "video/mp4")


def _home(root: str, account: Account) -> str:
    if account.network == "instagram":
        return f"{root}/@{account.handle}"
    return f"{root}/feed/{account.network}/{account.handle}"


def _shown(request: Request, handle: str, network: Network = "instagram") -> Shown | None:
    with world_of(request).read() as (session, now, knobs):
        account = store.account_by_handle(session, handle, network)
        if account is None:
            return None
        posts = store.posts(session, account.id)
        figures = {post.id: growth.numbers(account, posts, post, now, knobs.seed) for post in posts}
        followers = growth.followers(account, posts, now, knobs.seed)
    return Shown(account, followers, posts, figures, now, root_of(request))


def _bar(text: str) -> str:
    return f'<div class="bar">{escape(text)}<small>sandbox</small></div>'


def _profile(shown: Shown, posts: int, *, lit: bool) -> str:
    picture = face(shown.account.name, shown.hue, "big")
    picture = f'<span class="ring">{picture}</span>' if lit else picture
    counts = (("post" if posts == 1 else "posts", posts), ("followers", shown.followers))
    figures = "".join(f"<li><b>{_short(number)}</b><span>{what}</span></li>" for what, number in counts)
    return (
        f'<header class="who">{picture}<ul class="counts">{figures}</ul></header>'
        f'<p class="bio"><strong>{escape(shown.account.name)}</strong>'
        "<span>AI creator · everything here is made by AI</span></p>"
    )


def _bubble(shown: Shown, post: Post) -> str:
    source, when = f"{shown.root}/media/{escape(post.file)}", _ago(shown.now, post.created_at)
    if post.media_kind == "image":
        picture = f'<img src="{source}" alt="">'
    else:
        picture = f'<video src="{source}" muted preload="metadata"></video>'
    link = f'href="{shown.root}/p/{escape(post.shortcode)}" aria-label="Story, {when}"'
    return f'<a {link}><span class="ring">{picture}</span>{when}</a>'


def _article(shown: Shown, post: Post) -> str:
    handle, when = escape(shown.account.handle), _ago(shown.now, post.created_at)
    label = f'<span class="label">✦ {_LABELS[post.product]}</span>' if post.ai_generated else ""
    link = f'<a href="{shown.root}/p/{escape(post.shortcode)}">'
    return (
        f'<article class="post"><div class="head">{face(shown.account.name, shown.hue, "small")}'
        f"<div><b>{handle}</b><small>{_under(shown, post)}</small></div>{label}</div>{_medium(shown, post)}"
        f'<div class="words">{_figures(shown.figures[post.id])}{_words(handle, post.caption)}'
        f'{link}<time datetime="{post.created_at.isoformat()}">{when}</time></a></div></article>'
    )


def _under(shown: Shown, post: Post) -> str:
    if post.product == "STORY":
        left = post.created_at + _STORY_LIFE - shown.now
        kind = f"Story · {max(0, left // timedelta(hours=1))} h left" if left > timedelta(0) else "Story · over"
    else:
        kind = _KINDS[post.product]
    return f"Paid partnership · {kind}" if post.paid_partnership else kind


def _words(handle: str, caption: str) -> str:
    """Return the caption as paragraphs; its words are escaped before anything is put around them."""
    parts = [escape(part.strip()) for part in caption.split("\n\n") if part.strip()]
    marked = [_HASHTAG.sub(r'\1<span class="tag">#\2</span>', part) for part in parts]
    return "".join(f"<p>{f'<b>{handle}</b> ' if place == 0 else ''}{part}</p>" for place, part in enumerate(marked))


def _medium(shown: Shown, post: Post) -> str:
    source = f"{shown.root}/media/{escape(post.file)}"
    if post.media_kind == "image":
        return f'<img class="media" src="{source}" alt="Story by @{escape(shown.account.handle)}">'
    return f'<video class="media" src="{source}" controls playsinline loop preload="metadata"></video>'


def _figures(numbers: dict[str, float]) -> str:
    shown = [(name, numbers[name]) for name in ("views", "likes", "comments") if name in numbers]
    cells = "".join(f"<div>{_short(value)} <span>{name}</span></div>" for name, value in shown)
    return f'<div class="figures">{cells}</div>'


def _short(number: float) -> str:
    return f"{number / _THOUSAND:.1f}k" if number >= 10 * _THOUSAND else f"{number:,.0f}"


def _ago(now: datetime, then: datetime) -> str:
    seconds = max(0, int((now - then).total_seconds()))
    for size, word in ((86_400, "d"), (3_600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds // size} {word}"
    return "now"


def _nothing(text: str) -> Response:
    return HTMLResponse(page("Not here", _bar("Pretend Instagram") + f'<p class="empty">{escape(text)}</p>'), 404)
