"""A foreign page cannot make a browser change anything: the cookie alone is not enough."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from sorcerer import api
from sorcerer.api.deps import Door
from sorcerer.settings import Settings

WISH = {"name": "x"}
ADDRESS = "/api/demo/wish"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://testserver"}, 201),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://testserver.evil.example"}, 403),
        ({"Origin": "http://testserver:81"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://[broken"}, 403),
        ({"Origin": "", "Referer": "http://testserver/create"}, 201),
        ({"Origin": "", "Referer": "http://evil.example/testserver"}, 403),
        ({"Origin": "", "Sec-Fetch-Site": "same-origin"}, 201),
        ({"Origin": "", "Sec-Fetch-Site": "same-site"}, 403),
        ({"Origin": "", "Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": ""}, 403),
    ],
)
def test_a_change_by_cookie_comes_from_our_own_pages(browser: TestClient, headers: dict[str, str], status: int) -> None:
    assert browser.post(ADDRESS, json=WISH, headers=headers).status_code == status


def test_a_foreign_page_is_refused_before_its_body_is_read(browser: TestClient) -> None:
    assert browser.post(ADDRESS, content=b"{", headers={"Origin": "http://evil.example"}).status_code == 403


def test_looking_needs_no_origin_and_a_token_none_either(browser: TestClient, client: TestClient) -> None:
    assert browser.get("/api/account", headers={"Origin": "http://evil.example"}).status_code == 200
    assert client.post(ADDRESS, json=WISH, headers={"Origin": "http://evil.example"}).status_code == 201


def test_a_foreign_page_cannot_sign_a_browser_in_as_somebody_else(browser: TestClient) -> None:
    shown = {"email": "mara@example.org", "password": "x"}

    assert (
        browser.post("/api/account/sign-in", json=shown, headers={"Origin": "http://evil.example"}).status_code == 403
    )
    assert browser.post("/api/account/sign-in", json=shown).status_code == 401


def test_the_public_address_is_ours_too(make_door: Callable[..., Door], mara: Any) -> None:
    door = make_door()
    door.tools.__dict__["settings"] = Settings(home=door.tools.settings.home, public_url="https://sorcerer.example")
    client = TestClient(api.create(door, api.FRAME), cookies={"sorcerer_session": mara.cookie})

    assert client.post("/api/account/sign-out", headers={"Origin": "https://evil.example"}).status_code == 403
    assert client.post("/api/account/sign-out", headers={"Origin": "https://sorcerer.example"}).status_code == 204


def test_no_other_origin_may_read_the_api(client: TestClient) -> None:
    answer = client.get("/api/account", headers={"Origin": "http://evil.example"})

    assert "access-control-allow-origin" not in answer.headers
    assert client.options("/api/account", headers={"Origin": "http://evil.example"}).status_code == 405
