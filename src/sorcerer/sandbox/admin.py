"""`/_sandbox`: the hand above the pretend world. Its clock, its misfortunes, and what was really done in it."""

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from pydantic import BaseModel, Field

from sorcerer.errors import Invalid, NotFound
from sorcerer.sandbox import growth, store
from sorcerer.sandbox.asked import world_of
from sorcerer.sandbox.model import Fault, Knobs, Network
from sorcerer.sandbox.presets import PRESETS
from sorcerer.sandbox.uploads import put_out
from sorcerer.sandbox.world import find_or_open, give_code, moment

_ACTIONS = {
    "delay_ms", "drop_before", "drop_after", "hang_after_s", "truncate_after", "error", "error_after",
    "partial_store", "stale_reads_s", "process", "token", "quota", "account",
}  # fmt: skip

router = APIRouter(prefix="/_sandbox")


class ClockChange(BaseModel):
    """How the world's clock is moved."""

    advance_s: float = Field(0, ge=0)
    freeze: bool | None = None


class NewAccount(BaseModel):
    """An account to open."""

    handle: str
    name: str = ""
    network: Network = "instagram"


class AccountChange(BaseModel):
    """What the admin may change of an account."""

    restricted: bool | None = None
    base_followers: int | None = Field(None, ge=0)


@router.post("/reset")
def reset(request: Request) -> dict[str, bool]:
    """Forget every account, post and plan."""
    world = world_of(request)
    with world.begin() as (session, _, _):
        store.wipe(session)
        store.keep_knobs(session, Knobs())
    for path in world.folder.iterdir():
        path.unlink()
    return {"ok": True}


@router.post("/clock")
def move_clock(request: Request, change: ClockChange) -> dict[str, datetime]:
    """Move, stop or free the world's clock."""
    world = world_of(request)
    with world.begin() as (session, _, knobs):
        moved = knobs.model_copy(update={"offset_s": knobs.offset_s + change.advance_s})
        if change.freeze is not None:
            here = world.clock.now()
            moved = _freeze(moved, moment(moved, here) if change.freeze else None, here)
        store.keep_knobs(session, moved)
        return {"now": moment(moved, world.clock.now())}


@router.get("/knobs")
def read_knobs(request: Request) -> Knobs:
    """Tell how the network behaves."""
    with world_of(request).read() as (_, _, knobs):
        return knobs


@router.post("/knobs")
def turn_knobs(request: Request, changes: dict[str, Any]) -> Knobs:
    """Change how the network behaves."""
    with world_of(request).begin() as (session, _, knobs):
        unknown = sorted(set(changes) - set(Knobs.model_fields))
        if unknown:
            raise Invalid(f"There is no knob {unknown[0]!r}; there are {', '.join(Knobs.model_fields)}.")
        turned = Knobs.model_validate(knobs.model_dump() | changes)
        store.keep_knobs(session, turned)
        return turned


@router.post("/faults", status_code=201)
def plan_fault(request: Request, fault: Fault) -> dict[str, int]:
    """Plan a misfortune."""
    unknown = sorted(set(fault.action) - _ACTIONS)
    if unknown or not fault.action:
        raise Invalid(f"No such action: {unknown}; there are {', '.join(sorted(_ACTIONS))}.")
    for name in ("error", "error_after"):
        if name in fault.action and fault.action[name] not in {*PRESETS, "http.502.html"}:
            raise Invalid(f"No such preset: {fault.action[name]!r}; there are {', '.join(PRESETS)}, http.502.html.")
    with world_of(request).begin() as (session, _, _):
        return {"id": store.add_fault(session, fault.model_copy(update={"seen": 0, "struck": 0}))}


@router.get("/faults")
def list_faults(request: Request) -> list[Fault]:
    """Tell what is planned and how often it struck."""
    with world_of(request).read() as (session, _, _):
        return store.faults(session)


@router.delete("/faults", status_code=204)
def clear_faults(request: Request) -> None:
    """Forget what is planned."""
    with world_of(request).begin() as (session, _, _):
        store.clear_faults(session)


@router.get("/effects")
def effects(request: Request, op: str | None = None, account: str | None = None) -> list[dict[str, Any]]:
    """Tell what was really done, in order."""
    with world_of(request).read() as (session, _, _):
        return [effect.model_dump(mode="json") for effect in store.effects(session, op, account)]


@router.get("/posts")
def posts(request: Request, account: str | None = None) -> list[dict[str, Any]]:
    """List everything that is out, the newest first."""
    with world_of(request).read() as (session, _, _):
        return [post.model_dump(mode="json") for post in store.posts(session, account)]


@router.post("/uploads/{upload_id}/creator-posts", status_code=204)
def creator_posts(request: Request, upload_id: str) -> None:
    """Do what a creator does in her inbox: post the film that waits there."""
    world = world_of(request)
    with world.begin() as (session, now, _):
        upload = store.upload(session, upload_id)
        if upload is None or upload.mode != "inbox" or upload.bytes_at is None or upload.post_id is not None:
            raise NotFound(f"No film {upload_id} waits in an inbox.")
        put_out(session, world, upload, now)


@router.get("/accounts")
def accounts(request: Request) -> list[dict[str, Any]]:
    """List the accounts with how many follow them now."""
    with world_of(request).read() as (session, now, knobs):
        return [
            one.model_dump(mode="json")
            | {"followers": growth.followers(one, store.posts(session, one.id), now, knobs.seed)}
            for one in store.accounts(session)
        ]


@router.post("/accounts", status_code=201)
def open_account(request: Request, new: NewAccount) -> dict[str, str]:
    """Open an account and return a code for it."""
    with world_of(request).begin() as (session, now, _):
        account = find_or_open(session, new.handle, new.name, now, new.network)
        return {"id": account.id, "handle": account.handle, "code": give_code(session, account.id, now)}


@router.post("/accounts/{account_id}", status_code=204)
def change_account(request: Request, account_id: str, change: AccountChange) -> None:
    """Restrict an account or give it an audience."""
    changes = change.model_dump(exclude_none=True)
    with world_of(request).begin() as (session, _, _):
        if store.account(session, account_id) is None:
            raise NotFound(f"There is no account {account_id}.")
        if changes:
            store.change_account(session, account_id, changes)


def _freeze(knobs: Knobs, at: datetime | None, now: datetime) -> Knobs:
    """Keep the clock's reading the same when it stops or starts again."""
    if at is not None:
        return knobs.model_copy(update={"frozen_at": at, "offset_s": 0.0})
    ahead = (moment(knobs, now) - now).total_seconds()
    return knobs.model_copy(update={"frozen_at": None, "offset_s": ahead})
