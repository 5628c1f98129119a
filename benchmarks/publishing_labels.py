"""Labels on generated posts: what each connector would send, and what the pretend networks show of some of them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, cast

import httpx

from benchmarks.publishing_cell import START, Ground
from benchmarks.report import Measure
from sorcerer import disclosure, ids, plugins
from sorcerer.disclosure import Duties, Shown
from sorcerer.platforms import Account, Labels, Platform, Post, Standing
from sorcerer.platforms.instagram.stage import fields as instagram_form
from sorcerer.platforms.tiktok.stage import info_of
from sorcerer.platforms.youtube.stage import title_of, words_of
from sorcerer.settings import Settings

_NETWORKS = ("instagram", "tiktok", "youtube")
_WORDS = (
    "Morning light.",
    "#one #two #three #four #five #six #seven",
    "Tea 🍵 and <b>bold</b> words & more",
    "ünï\u200bcödé \u202e backwards",
    "long " * 700,
    "#ad is not the first word here",
    "",
    "One line\n\nanother\r\n\r\nthird",
)
_TAGS = ("light", "#tea", "früh", "Ad", "made with ai")


def drawn(number: int) -> tuple[str, Duties, Post]:
    """Return a post that its number draws: a network, a country, a language, words, a sponsor or none."""
    network = ids.pick(_NETWORKS, "network", number)
    kinds = ("reel", "reel", "story_video") if network == "instagram" else ("reel",)
    kind = ids.pick(kinds, "kind", number)
    sponsored = ids.draw("sponsored", number) < 0.5
    duties = disclosure.owed(
        network,
        cast("Any", kind),
        sponsored=sponsored,
        jurisdiction=cast("Any", ids.pick(("eu", "us", "kr"), "country", number)),
        language=cast("Any", ids.pick(("en", "de"), "language", number)),
    )
    words = f"{ids.pick(_WORDS, 'words', number)} {number}"
    caption = disclosure.compose_caption(words, _TAGS, duties)
    labels = Labels(paid_partnership=sponsored)
    return (
        network,
        duties,
        Post.model_validate({"kind": kind, "caption": caption, "labels": labels, "marker": ids.new()}),
    )


def sent(network: str, post: Post) -> Shown:
    """Return what a connector's request says of a post's labels and words."""
    if network == "instagram":
        form = instagram_form(post)
        return _shown(
            form.get("caption", ""), form["is_ai_generated"] == "true", form.get("is_paid_partnership") == "true"
        )
    if network == "tiktok":
        info = info_of(post, "PUBLIC_TO_EVERYONE", comments=True)
        return _shown(info["title"], info["is_aigc"], info["brand_content_toggle"])
    body = words_of(post)
    paid = body["paidProductPlacementDetails"]["hasPaidProductPlacement"]
    return _shown(body["snippet"]["description"], body["status"]["containsSyntheticMedia"], paid)


def labels(here: Ground, count: int, looked_at: int) -> Iterator[Measure]:
    """Hold every generated post's request against what it owes, and read some back from the pretend networks."""
    missing = []
    for number in range(count):
        network, duties, post = drawn(number)
        told = sent(network, post).model_copy(update={"overlay_lines": duties.overlay_lines})
        missing += disclosure.satisfied(duties, told)
        if network == "youtube" and duties.paid_label and not title_of(post.caption).startswith("#ad"):
            missing.append("The title does not begin with '#ad'.")
    whole = 100 * (1 - len(missing) / count)
    yield Measure("labels_sent", round(whole, 3), "%", at_least=100, note=f"{count} generated posts; {missing[:2]}")
    good = sum(_read_back(here, network, looked_at // 3) for network in _NETWORKS)
    asked = looked_at // 3 * 3
    note = f"{asked} of them published on the pretend networks and read back through the connectors"
    yield Measure("labels_read_back", round(100 * good / asked, 3), "%", at_least=100, note=note)


def _read_back(here: Ground, network: str, count: int) -> int:
    numbers = [number for number in range(count * 20) if drawn(number)[0] == network][:count]
    with httpx.Client(base_url=here.base, trust_env=False, timeout=30) as http:
        http.post("/_sandbox/reset").raise_for_status()
        settings = Settings(home=here.folder)
        platform: Platform = plugins.load("sorcerer.platforms", network)(settings, "sandbox", here.base, here.clock)
        seen = sum(_is_labelled(here, http, platform, number) for number in numbers)
        platform.close()
    return seen


def _is_labelled(here: Ground, http: httpx.Client, platform: Platform, number: int) -> bool:
    _, duties, post = drawn(number)
    here.clock.set(START + timedelta(minutes=number))
    opened = {"handle": f"mara{number}", "network": platform.name}
    code = http.post("/_sandbox/accounts", json=opened).raise_for_status().json()["code"]
    grant = platform.exchange(code, "http://127.0.0.1/")
    standing = Standing(wording="Post for me.", agreed_by="u", agreed_at=here.clock.now())
    account = Account(account_id=platform.identity(grant).account_id, grant=grant, standing=standing)
    post = post.model_copy(update={"media_path": here.folder / "sample.mp4"})
    sent_at = here.clock.now()
    staged = platform.upload(account, post, platform.stage(account, post))
    here.clock.set(sent_at + timedelta(seconds=5))
    staged = platform.progress(account, staged)
    platform.commit(account, post, staged)
    here.clock.set(sent_at + timedelta(seconds=15))
    found = platform.check(account, post, staged, sent_at, ())
    posts = http.get("/_sandbox/posts", params={"account": account.account_id}).json()
    caption = posts[0]["caption"]
    told = _shown(caption, bool(found.ai_label), posts[0]["paid_partnership"], duties.overlay_lines)
    return found.ai_label is True and not disclosure.satisfied(duties, told)


def _shown(caption: str, ai: object, paid: object, overlay: tuple[str, ...] = ()) -> Shown:
    return Shown(caption=caption, ai_label=bool(ai), paid_label=bool(paid), overlay_lines=overlay)
