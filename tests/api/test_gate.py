"""The order of checks on one route: 401, 404, 403, and only then the body."""

from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from starlette.testclient import TestClient

from sorcerer import accounts, api
from sorcerer.api.deps import Door

WISH = {"name": "x"}


def _token_of(door: Door, owner_id: str, *scopes: Any) -> tuple[str, str]:
    with door.database.begin() as session:
        token, secret = accounts.tokens.issue(session, owner_id, "t", door.clock.now(), scopes or ("read", "write"))
    return token.id, secret


def test_a_role_is_asked_after_the_owner_and_before_the_body(
    anyone: TestClient, door: Door, mara: Any, stranger: Any
) -> None:
    token_id, _ = _token_of(door, mara.user.id)
    address = f"/api/demo/business/{token_id}"
    broken = {"no": "such"}

    assert anyone.post(address, json=broken).status_code == 401
    assert anyone.post(address, json=broken, headers=stranger.headers).status_code == 404
    assert anyone.post(address, json=broken, headers=mara.headers).status_code == 403
    with door.database.begin() as session:
        accounts.change(session, mara.user, door.clock.now(), role="business")
    assert anyone.post(address, json=broken, headers=mara.headers).status_code == 422
    assert anyone.post(address, json=WISH, headers=mara.headers | {"If-Match": '"2"'}).status_code == 412
    assert anyone.post(address, json=WISH, headers=mara.headers | {"If-Match": '"3"'}).json()["name"] == "x"


def test_a_token_may_what_its_scopes_say(anyone: TestClient, door: Door, mara: Any) -> None:
    read = {"Authorization": f"Bearer {_token_of(door, mara.user.id, 'read')[1]}"}
    write = {"Authorization": f"Bearer {_token_of(door, mara.user.id, 'read', 'write')[1]}"}

    assert anyone.get("/api/account", headers=read).status_code == 200
    assert anyone.post("/api/demo/wish", json=WISH, headers=read).status_code == 403
    assert anyone.post("/api/demo/wish", json=WISH, headers=write).status_code == 201
    assert anyone.delete("/api/account", headers=write).status_code == 403
    assert anyone.get("/api/account/export", headers=write).status_code == 403


def test_a_401_says_how_to_sign_in(anyone: TestClient) -> None:
    answer = anyone.get("/api/account")

    assert answer.headers["www-authenticate"] == "Bearer"
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "urn:sorcerer:problem:not-signed-in",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Nobody is signed in. Sign in, or send `Authorization: Bearer` with a token from `sorcerer token`.",
        "errors": [],
    }


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Bearer x", "Basic eDp4", "bearer srcr_nonsense", "\u00fc"])
def test_a_key_that_is_nobodys_is_401(anyone: TestClient, header: str) -> None:
    assert anyone.get("/api/account", headers=[(b"Authorization", header.encode("latin-1"))]).status_code == 401


def test_a_wrong_token_is_not_saved_by_a_good_cookie(browser: TestClient) -> None:
    assert browser.get("/api/account").status_code == 200
    assert browser.get("/api/account", headers={"Authorization": "Bearer x"}).status_code == 401


def test_an_unknown_route_and_a_wrong_method_are_problems(anyone: TestClient) -> None:
    unknown = anyone.post("/api/nonsense")
    wrong = anyone.put("/api/account")
    slash = anyone.get("/api/health/")

    assert [(unknown.status_code, unknown.json()["type"])] == [(404, "urn:sorcerer:problem:not-found")]
    assert [(wrong.status_code, wrong.json()["type"])] == [(405, "urn:sorcerer:problem:wrong-method")]
    assert wrong.headers["allow"]
    assert slash.status_code == 404


def test_a_mistake_of_ours_is_a_problem_with_an_incident_and_no_secrets(client: TestClient) -> None:
    answer = client.post("/api/demo/failing", json=WISH)

    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["detail"].startswith("Something went wrong on our side. It is in the log as ")
    assert "luck" not in answer.text


def test_a_route_that_is_not_behind_the_gate_does_not_start(door: Door) -> None:
    plain = APIRouter(prefix="/api/plain")
    plain.add_api_route("", lambda: None)

    with pytest.raises(ValueError, match="/api/plain is not behind the gate"):
        api.create(door, (plain,))


def test_two_routes_of_one_name_do_not_start(door: Door) -> None:
    with pytest.raises(ValueError, match="share the name"):
        api.create(door, (*api.FRAME, api.FRAME[0]))


def test_the_use_of_a_key_is_written_down_at_most_once_a_minute(client: TestClient, door: Door, mara: Any) -> None:
    client.get("/api/account")
    with door.database.read() as session:
        [token] = accounts.tokens.page(session, mara.user.id)

    assert token.last_used_at == door.clock.now()


def test_health_needs_no_key(anyone: TestClient, door: Door) -> None:
    assert anyone.get("/api/health").json() == {
        "status": "ok",
        "version": "0.1.0",
        "worker": {"alive": True, "beat_age_s": 0.5},
        "database": door.database.kind,
    }


def test_answers_of_the_api_are_not_kept_by_browsers_and_load_nothing(client: TestClient, app: FastAPI) -> None:
    headers = client.get("/api/account").headers

    assert headers["cache-control"] == "no-store"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["referrer-policy"] == "same-origin"
    assert app.docs_url is None
