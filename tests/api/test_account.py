"""Signing up, in and out over HTTP; links, tokens, export and leaving."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from sorcerer import accounts, api
from sorcerer.api.deps import Door
from sorcerer.testing import FrozenClock

PASSWORD = "a quiet lake at dawn"
SIGN_UP = {"email": "mara@example.org", "password": PASSWORD, "name": "Mara", "role": "business"}
OURS = {"Origin": "http://testserver"}


@pytest.fixture
def fresh(door: Door) -> TestClient:
    """A browser at a home that has no owner yet."""
    return TestClient(api.create(door, api.FRAME), headers=OURS, follow_redirects=False)


def test_the_first_person_signs_up_and_is_signed_in(fresh: TestClient) -> None:
    made = fresh.post("/api/account/sign-up", json=SIGN_UP)

    assert made.status_code == 201
    assert fresh.get("/api/account").json() == made.json()
    told = {name: made.json()[name] for name in ("email", "name", "role", "rev", "has_password")}
    assert told == {"email": "mara@example.org", "name": "Mara", "role": "business", "rev": 1, "has_password": True}


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(fresh: TestClient) -> None:
    cookie = fresh.post("/api/account/sign-up", json=SIGN_UP).headers["set-cookie"]

    name, _, rest = cookie.partition("=")
    assert name == "sorcerer_session"
    assert rest.split("; ")[1:] == ["HttpOnly", "Max-Age=2592000", "Path=/", "SameSite=lax"]


def test_the_cookie_is_secure_over_https(door: Door) -> None:
    client = TestClient(api.create(door, api.FRAME), base_url="https://testserver")

    assert "Secure" in client.post("/api/account/sign-up", json=SIGN_UP).headers["set-cookie"].split("; ")


def test_a_home_with_an_owner_takes_no_strangers_unless_it_is_open(
    fresh: TestClient, make_door: Callable[..., Door]
) -> None:
    fresh.post("/api/account/sign-up", json=SIGN_UP)
    second = SIGN_UP | {"email": "second@example.org"}

    assert TestClient(fresh.app).post("/api/account/sign-up", json=second).status_code == 403
    opened = TestClient(api.create(make_door(open_to_all=True), api.FRAME))
    assert opened.post("/api/account/sign-up", json=second).status_code == 201
    assert opened.post("/api/account/sign-up", json=second, headers=OURS).status_code == 409


def test_signing_out_and_in_again(fresh: TestClient) -> None:
    fresh.post("/api/account/sign-up", json=SIGN_UP)

    assert fresh.post("/api/account/sign-out").status_code == 204
    assert fresh.get("/api/account").status_code == 401
    signed_in = fresh.post("/api/account/sign-in", json={"email": "MARA@example.org", "password": PASSWORD})
    assert (signed_in.status_code, signed_in.json()["name"]) == (200, "Mara")
    assert fresh.get("/api/account").status_code == 200


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(fresh: TestClient) -> None:
    fresh.post("/api/account/sign-up", json=SIGN_UP)
    anyone = TestClient(fresh.app)

    wrong = anyone.post("/api/account/sign-in", json={"email": "mara@example.org", "password": "something else"})
    unknown = anyone.post("/api/account/sign-in", json={"email": "nobody@example.org", "password": PASSWORD})

    assert (wrong.status_code, wrong.json()) == (unknown.status_code, unknown.json())
    assert wrong.status_code == 401


def test_after_ten_failures_the_door_says_how_long_to_wait(fresh: TestClient, clock: FrozenClock) -> None:
    fresh.post("/api/account/sign-up", json=SIGN_UP)
    anyone = TestClient(fresh.app)
    wrong = {"email": "mara@example.org", "password": "something else"}
    assert [anyone.post("/api/account/sign-in", json=wrong).status_code for _ in range(10)] == [401] * 10

    refused = anyone.post("/api/account/sign-in", json=SIGN_UP | wrong | {"password": PASSWORD})
    assert refused.status_code == 422
    refused = anyone.post("/api/account/sign-in", json=wrong | {"password": PASSWORD})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "901")
    clock.advance(timedelta(seconds=901))
    assert anyone.post("/api/account/sign-in", json=wrong | {"password": PASSWORD}).status_code == 200


def test_a_sign_in_link_works_once(anyone: TestClient, door: Door, mara: Any) -> None:
    with door.database.begin() as session:
        link = accounts.links.issue(session, mara.user.id, door.clock.now())

    first = anyone.get(f"/sign-in/{link}")

    assert (first.status_code, first.headers["location"]) == (303, "/dashboard")
    assert anyone.get("/api/account").json()["id"] == mara.user.id
    again = anyone.get(f"/sign-in/{link}")
    assert (again.status_code, again.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "sorcerer token --sign-in" in again.text


def test_looking_at_a_link_does_not_use_it_up(anyone: TestClient, door: Door, mara: Any) -> None:
    with door.database.begin() as session:
        link = accounts.links.issue(session, mara.user.id, door.clock.now())

    assert "set-cookie" not in anyone.head(f"/sign-in/{link}").headers
    assert anyone.get(f"/sign-in/{link}").status_code == 303


@pytest.mark.parametrize("link", ["x", "%00", "\u05e9", "x" * 3000])
def test_a_link_that_never_was_says_how_to_get_one(anyone: TestClient, link: str) -> None:
    assert anyone.get(f"/sign-in/{link}").status_code == 404


def test_an_account_is_changed_with_its_etag(browser: TestClient) -> None:
    etag = browser.get("/api/account").headers["etag"]

    changed = browser.patch("/api/account", json={"email": "new@example.org"}, headers={"If-Match": etag})
    stale = browser.patch("/api/account", json={"name": "Other"}, headers={"If-Match": etag})
    nonsense = browser.patch("/api/account", json={"name": "Other"}, headers={"If-Match": "yesterday"})
    free = browser.patch("/api/account", json={"name": "Other"})

    assert (etag, changed.status_code, changed.headers["etag"]) == ('"1"', 200, '"2"')
    assert (stale.status_code, stale.json()["errors"][0]["field"]) == (412, "If-Match")
    assert (nonsense.status_code, free.status_code, free.json()["rev"]) == (412, 200, 3)


def test_a_password_is_changed_only_by_who_knows_the_old_one(browser: TestClient) -> None:
    first = browser.post("/api/account/password", json={"password": PASSWORD})
    without = browser.post("/api/account/password", json={"password": "seven grey herons"})
    wrong = {"password": "seven grey herons", "old_password": "x"}
    with_ = {"password": "seven grey herons", "old_password": PASSWORD}

    assert (first.status_code, without.status_code) == (204, 403)
    assert browser.post("/api/account/password", json=wrong).json()["errors"][0]["field"] == "old_password"
    assert browser.post("/api/account/password", json=with_).status_code == 204


def test_tokens_are_made_listed_in_pages_and_revoked(client: TestClient, app: Any) -> None:
    made = [client.post("/api/token", json={"name": f"t{number}"}).json() for number in range(3)]
    theirs = TestClient(app, headers={"Authorization": f"Bearer {made[0]['secret']}"})
    assert theirs.get("/api/account").status_code == 200

    names, cursor = [], None
    while True:
        page = client.get("/api/token", params={"limit": 2} | ({"cursor": cursor} if cursor else {})).json()
        names += [token["name"] for token in page["items"]]
        cursor = page["next"]
        if cursor is None:
            break
    assert names == ["test", "t0", "t1", "t2"]
    assert "secret" not in client.get("/api/token").text

    assert client.delete(f"/api/token/{made[0]['id']}").status_code == 204
    assert client.delete(f"/api/token/{made[0]['id']}").status_code == 404
    assert theirs.get("/api/account").status_code == 401


def test_a_token_gives_away_no_more_than_it_has(client: TestClient, app: Any, door: Door, mara: Any) -> None:
    with door.database.begin() as session:
        _, secret = accounts.tokens.issue(session, mara.user.id, "t", door.clock.now(), ("read", "account"))
    weak = TestClient(app, headers={"Authorization": f"Bearer {secret}"})

    assert weak.post("/api/token", json={"name": "x", "scopes": ["write"]}).json()["errors"][0]["field"] == "scopes"
    assert weak.post("/api/token", json={"name": "x", "scopes": ["read"]}).status_code == 201
    assert client.post("/api/token", json={"name": "x", "expires_at": "2020-01-01T00:00:00Z"}).status_code == 422
    assert client.post("/api/token", json={"name": "x", "scopes": []}).status_code == 422


def test_an_export_has_every_room(make_door: Callable[..., Door], mara: Any) -> None:
    door = make_door(exports={"influencers": lambda _session, owner_id: [owner_id]})
    client = TestClient(api.create(door, api.FRAME), headers=mara.headers)

    answer = client.get("/api/account/export")

    assert answer.headers["content-disposition"] == 'attachment; filename="sorcerer.json"'
    assert sorted(answer.json()) == ["account", "influencers", "sessions", "tokens"]
    assert answer.json()["influencers"] == [mara.user.id]


def test_who_leaves_is_gone_and_others_stay(browser: TestClient, anyone: TestClient, mara: Any, stranger: Any) -> None:
    assert browser.delete("/api/account", headers={"If-Match": '"9"'}).status_code == 412
    gone = browser.delete("/api/account")

    assert gone.status_code == 204
    assert 'sorcerer_session=""' in gone.headers["set-cookie"]
    assert anyone.get("/api/account", headers=mara.headers).status_code == 401
    assert anyone.get("/api/account", headers=stranger.headers).status_code == 200


def test_a_session_in_use_slides_on_and_its_cookie_with_it(browser: TestClient, clock: FrozenClock) -> None:
    assert "set-cookie" not in browser.get("/api/account").headers
    for _ in range(3):
        clock.advance(timedelta(days=20))
        assert "Max-Age=2592000" in browser.get("/api/account").headers["set-cookie"]
    clock.advance(timedelta(days=30))

    assert browser.get("/api/account").status_code == 401
