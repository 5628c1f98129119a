"""Large films, whole at the networks although every upload is cut off: in parts at TikTok, resumed elsewhere."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx

from benchmarks.publishing_cell import START, Ground
from benchmarks.report import Measure
from sorcerer import ids, plugins
from sorcerer.platforms import Account, Platform, PlatformError, Post, Standing
from sorcerer.settings import Settings

_MB = 1_000_000
# Around every edge of TikTok's rules: a part has 5 to 64 MB, the last may have up to 128 MB.
_SIZES = (4_999_999, 5_000_000, 9_999_999, 10_000_000, 19_999_999, 20_000_001, 63_999_999, 64_000_001, 70_000_003)
_QUICK_SIZES = (4_999_999, 12_345_678)
_CUTS = {"instagram": "ig.rupload", "tiktok": "tt.chunk", "youtube": "yt.chunk"}
_TRIES = 12


def whole_films(here: Ground, *, quick: bool) -> Iterator[Measure]:
    """Publish films of many sizes over uploads that are cut off, and compare what is out with what was sent."""
    sizes = _QUICK_SIZES if quick else _SIZES
    whole, cuts = 0, 0
    for network, op in _CUTS.items():
        for size in sizes:
            film = _padded(here.folder / "sample.mp4", here.folder / "large.mp4", size)
            cut, same = _published(here, network, op, film)
            whole, cuts = whole + same, cuts + cut
    asked = len(sizes) * len(_CUTS)
    told = f"{asked} films of {min(sizes) / _MB:.0f} to {max(sizes) / _MB:.0f} MB, {cuts} uploads cut off on the way"
    yield Measure("films_whole", round(100 * whole / asked, 1), "%", at_least=100, note=told)


def _padded(film: Path, large: Path, size: int) -> Path:
    """Write the film with a box of nothing behind it, so that it has exactly so many bytes."""
    data = film.read_bytes()
    rest = size - len(data)
    with large.open("wb") as out:
        out.write(data + rest.to_bytes(4, "big") + b"free")
        out.truncate(size)
    return large


def _published(here: Ground, network: str, op: str, film: Path) -> tuple[int, bool]:
    """Publish one film; return how often its upload was cut, and whether what is out is what was sent."""
    size = film.stat().st_size
    with httpx.Client(base_url=here.base, trust_env=False, timeout=60) as http:
        http.post("/_sandbox/reset").raise_for_status()
        here.clock.set(START)
        code = http.post("/_sandbox/accounts", json={"handle": "mara", "network": network}).json()["code"]
        planned = [round(ids.draw("cut", network, size, number) * min(size, 8 * _MB)) for number in range(3)]
        for keeps in planned:
            action: dict[str, Any] = {"drop_after": True} if network == "tiktok" else {"partial_store": keeps}
            http.post("/_sandbox/faults", json={"op": op, "action": action}).raise_for_status()
        platform: Platform = plugins.load("sorcerer.platforms", network)(
            Settings(home=here.folder), "sandbox", here.base, here.clock
        )
        grant = platform.exchange(code, "http://127.0.0.1/")
        standing = Standing(wording="Post for me.", agreed_by="u", agreed_at=START)
        account = Account(account_id=platform.identity(grant).account_id, grant=grant, standing=standing)
        post = Post(kind="reel", caption="Light.\n\nMade with AI.", media_path=film, marker=ids.new())
        _put_out(here, platform, account, post)
        struck = sum(fault["struck"] for fault in http.get("/_sandbox/faults").json())
        posts = http.get("/_sandbox/posts").json()
        platform.close()
    digest = hashlib.sha256(film.read_bytes()).hexdigest()
    return struck, [one["sha256"] for one in posts] == [digest]


def _put_out(here: Ground, platform: Platform, account: Account, post: Post) -> None:
    staged = platform.stage(account, post)
    for _ in range(_TRIES):
        try:
            staged = platform.upload(account, post, staged)
            break
        except PlatformError as error:
            if error.cure != "retry":
                raise
    here.clock.set(START + timedelta(seconds=10))
    platform.commit(account, post, platform.progress(account, staged))
    here.clock.set(START + timedelta(seconds=30))
