"""Every owner is alone: the whole OpenAPI is walked, so a route that is added later is walked as well.

A path parameter needs an entry in `MAKES`, which makes such a thing for an owner; without one the walk fails.
"""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy.orm import Session
from starlette.testclient import TestClient

from sorcerer import accounts, api, ids, influencers, publishing, schedule, sponsors
from sorcerer.api import openapi
from sorcerer.api.deps import Door
from sorcerer.app import House
from sorcerer.platforms import Grant, Identity

Make = Callable[[Session, House, str], str]


def _token(session: Session, house: House, owner_id: str) -> str:
    return accounts.tokens.issue(session, owner_id, "isolated", house.tools.clock.now())[0].id


def _draft(session: Session, house: House, owner_id: str) -> str:
    return influencers.drafts.start(session, owner_id, 1, {}, house.tools.clock.now()).id


def _influencer(session: Session, house: House, owner_id: str) -> str:
    handle = ids.new()
    new = influencers.New(name="Mara", handle=handle, mode="lifestyle", persona=influencers.Persona(age=27))
    return influencers.create(session, owner_id, new, house.tools.clock.now()).id


def _consent(session: Session, house: House, owner_id: str) -> str:
    now = house.tools.clock.now()
    signature = influencers.consents.Signature(
        subject="Mara", scope="films", proof="a signed paper", signed_at=now, expires_at=now + timedelta(days=365)
    )
    her = _influencer(session, house, owner_id)
    return influencers.consents.sign(session, owner_id, her, signature, now).id


def _booked(session: Session, house: House, owner_id: str) -> tuple[schedule.Schedule, schedule.Video]:
    now = house.tools.clock.now()
    booking = schedule.Booking(
        influencer_id=_influencer(session, house, owner_id),
        scheduled_time=now + timedelta(days=3),
        timezone="Europe/Berlin",
        direction="a quiet morning",
    )
    return schedule.book(session, owner_id, booking, now, house.tools.lead)


def _schedule(session: Session, house: House, owner_id: str) -> str:
    return _booked(session, house, owner_id)[0].id


def _video(session: Session, house: House, owner_id: str) -> str:
    return _booked(session, house, owner_id)[1].id


def _sponsor(session: Session, house: House, owner_id: str) -> str:
    return sponsors.add(session, owner_id, sponsors.New(company="Quiet Tea"), house.tools.clock.now()).id


def _match(session: Session, house: House, owner_id: str) -> str:
    now = house.tools.clock.now()
    her, brand = _influencer(session, house, owner_id), _sponsor(session, house, owner_id)
    return sponsors.matches.link(session, owner_id, her, brand, now).id


def _connected(session: Session, house: House, owner_id: str, influencer_id: str) -> str:
    name = ids.new()
    link = publishing.Link(
        owner_id=owner_id,
        influencer_id=influencer_id,
        platform="instagram",
        realm="sandbox",
        identity=Identity(account_id=name, handle=name),
        grant=Grant(access_token="access"),
    )
    return publishing.channels.connect(session, house.tools.keys, link, house.tools.clock.now()).id


def _channel(session: Session, house: House, owner_id: str) -> str:
    return _connected(session, house, owner_id, _influencer(session, house, owner_id))


def _publication(session: Session, house: House, owner_id: str) -> str:
    _, video = _booked(session, house, owner_id)
    channel_id = _connected(session, house, owner_id, video.influencer_id)
    return publishing.plan(session, video.id, channel_id, video.scheduled_time, house.tools.clock.now()).id


MAKES: dict[str, Make] = {
    "token_id": _token,
    "draft_id": _draft,
    "influencer_id": _influencer,
    "consent_id": _consent,
    "schedule_id": _schedule,
    "video_id": _video,
    "sponsor_id": _sponsor,
    "match_id": _match,
    "channel_id": _channel,
    "publication_id": _publication,
}

# What a careless order of checks would trip over first.
_BAD: tuple[dict[str, Any], ...] = (
    {},
    {"json": {"no": "such field"}},
    {"content": b"{broken", "headers": {"Content-Type": "application/json"}},
    {"content": b"x", "headers": {"Content-Type": "text/plain"}},
    {"params": {"limit": "many", "cursor": "nonsense"}},
    {"headers": {"If-Match": '"99"', "Idempotency-Key": "\x7f" * 300}},
)


def _guarded(app: FastAPI) -> Iterator[tuple[str, str]]:
    for path, method, operation in openapi.operations(app.openapi()):
        if operation.get("security") != []:
            yield method, path


def _filled(path: str, ids: dict[str, str]) -> str:
    return path.format(**ids)


def _made(house: House, owner_id: str, path: str) -> dict[str, str]:
    names = [part[1:-1] for part in path.split("/") if part.startswith("{")]
    missing = [name for name in names if name not in MAKES]
    assert missing == [], f"{path}: say in MAKES how to make a {missing[0]}"
    with house.tools.database.begin() as session:
        return {name: MAKES[name](session, house, owner_id) for name in names}


def test_an_anonymous_caller_gets_401_before_anything_else(whole: FastAPI, house: House, mara: Any) -> None:
    client = TestClient(whole)
    walked = [
        (method, path, client.request(method, _filled(path, _made(house, mara.user.id, path)), **bad).status_code)
        for method, path in _guarded(whole)
        for bad in _BAD
    ]

    assert [step for step in walked if step[2] != 401] == []
    assert len(walked) > 0


def test_another_owner_gets_404_before_anything_but_401(whole: FastAPI, house: House, mara: Any, stranger: Any) -> None:
    client = TestClient(whole)
    walked = []
    for method, path in _guarded(whole):
        if "{" not in path:
            continue
        address = _filled(path, _made(house, mara.user.id, path))
        for bad in _BAD:
            headers = stranger.headers | bad.get("headers", {})
            walked.append((method, path, client.request(method, address, **(bad | {"headers": headers})).status_code))

    assert [step for step in walked if step[2] != 404] == []
    assert len(walked) > 0


def test_another_owner_s_ids_in_a_body_get_404(whole: FastAPI, house: House, mara: Any, stranger: Any) -> None:
    client = TestClient(whole, headers=stranger.headers)
    document = whole.openapi()
    walked = []
    for path, method, operation in openapi.operations(document):
        media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        named = _properties(document, media.get("schema", {})) & MAKES.keys()
        if "{" in path or not named:
            continue
        with house.tools.database.begin() as session:
            ids_of_mara = {name: MAKES[name](session, house, mara.user.id) for name in named}
        answer = client.request(method, path, json=media["example"] | ids_of_mara)
        walked.append((method, path, answer.status_code))

    assert [step for step in walked if step[2] != 404] == []
    assert len(walked) >= 6


def _properties(document: dict[str, Any], schema: dict[str, Any]) -> set[str]:
    name = schema.get("$ref", "").rpartition("/")[2]
    return set(document["components"]["schemas"].get(name, {}).get("properties", {}))


def test_the_owner_is_let_in_where_another_is_not(whole: FastAPI, house: House, mara: Any) -> None:
    """Else the walk above would pass on a door that is shut for everybody."""
    client = TestClient(whole, headers=mara.headers)
    walked = [
        (method, path, client.request(method, _filled(path, _made(house, mara.user.id, path))).status_code)
        for method, path in _guarded(whole)
        if "{" in path
    ]

    assert [step for step in walked if step[2] in {401, 404, 405, 500}] == []


def test_ids_that_cannot_exist_are_404_and_never_500(whole: FastAPI, mara: Any) -> None:
    client = TestClient(whole, headers=mara.headers)
    walked = [
        (method, path, odd, client.request(method, path.replace(f"{{{name}}}", odd)).status_code)
        for method, path in _guarded(whole)
        for name in MAKES
        if f"{{{name}}}" in path
        for odd in ("%00", "%ED%A0%80", "x" * 5000, "..%2F..", "'%20OR%201=1", "\u05e9\u05dc\u05d5\u05dd")
    ]

    assert [step for step in walked if step[3] != 404] == []


def test_a_guarded_route_without_an_owner_check_does_not_start(make_door: Callable[..., Door]) -> None:
    with pytest.raises(ValueError, match="no check whose token_id"):
        api.create(make_door(owns={}))
