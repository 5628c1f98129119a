"""Agreeing, codes and tokens."""

from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from sorcerer import sandbox
from sorcerer.database import Database
from sorcerer.errors import Invalid

SECRETS = {"client_id": "sandbox-client", "client_secret": "sandbox-secret"}
ASKED = {"client_id": "sandbox-client", "redirect_uri": "http://127.0.0.1:1/back", "state": '"><script>x'}


def dialog(network: Any, **changes: str) -> Any:
    return network.http.get(f"{network.base}/fb-web/v25.0/dialog/oauth", params=ASKED | changes)


def test_a_person_chooses_an_account_and_comes_back_with_a_code(network: Any) -> None:
    page = dialog(network)
    assert "@mara" in page.text
    assert "<script>" not in page.text

    answer = network.http.post(page.url, data=ASKED | {"handle": "mara", "answer": "allow"})

    back = urlsplit(answer.headers["location"])
    told = parse_qs(back.query)
    assert (back.netloc, told["state"]) == ("127.0.0.1:1", [ASKED["state"]])
    assert "access_token" in network.grant(**SECRETS, code=told["code"][0]).json()


def test_a_person_may_open_an_account_or_say_no(network: Any) -> None:
    url = f"{network.base}/fb-web/v25.0/dialog/oauth"
    network.http.post(url, data=ASKED | {"new_handle": "@Tom.Runs"})
    refused = network.http.post(url, data=ASKED | {"handle": "mara", "answer": "deny"})

    accounts = network.http.get(f"{network.base}/_sandbox/accounts").json()
    assert [account["handle"] for account in accounts] == ["mara", "tom.runs"]
    assert parse_qs(urlsplit(refused.headers["location"]).query)["error"] == ["access_denied"]
    assert network.http.post(url, data=ASKED | {"new_handle": "no spaces"}).status_code == 400


def test_agreeing_can_be_automatic(network: Any) -> None:
    assert "code=" in dialog(network, auto="mara").headers["location"]


@pytest.mark.parametrize(
    "change", [{"redirect_uri": "https://evil.example/"}, {"client_id": "another"}, {"redirect_uri": "x"}]
)
def test_nobody_is_sent_elsewhere(network: Any, change: dict[str, str]) -> None:
    assert dialog(network, auto="mara", **change).status_code == 400


def test_a_code_is_good_once_and_for_an_hour(network: Any) -> None:
    accounts = f"{network.base}/_sandbox/accounts"
    first, second = (network.http.post(accounts, json={"handle": "mara"}).json()["code"] for _ in range(2))

    assert "access_token" in network.grant(**SECRETS, code=first).json()
    assert network.grant(**SECRETS, code=first).json()["error"]["code"] == 100
    network.clock.advance(timedelta(hours=1))
    assert network.grant(**SECRETS, code=second).json()["error"]["code"] == 100


def test_an_app_shows_its_secret(network: Any) -> None:
    code = network.http.post(f"{network.base}/_sandbox/accounts", json={"handle": "mara"}).json()["code"]
    assert network.grant(client_id="sandbox-client", client_secret="guess", code=code).status_code == 400


def test_a_lasting_token_lasts_sixty_days(network: Any) -> None:
    network.clock.advance(timedelta(days=59))
    assert network.get("me", fields="username").json()["username"] == "mara"
    network.clock.advance(timedelta(days=1))
    assert network.get("me").json()["error"]["error_subcode"] == 463


def test_bad_tokens_come_with_either_status(network: Any) -> None:
    network.fault("ig.node.get", {"token": "revoke"})
    revoked = network.get("me")
    network.token = "EAASnonsense"
    unknown = network.get("me")

    assert [(one.status_code, one.json()["error"]["code"]) for one in (revoked, unknown)] == [(400, 190), (401, 190)]


def test_a_version_that_is_none_is_refused(network: Any) -> None:
    answer = network.http.get(f"{network.base}/fb/latest/me", headers=network.headers)
    assert answer.json()["error"]["code"] == 2635


def test_an_account_is_opened_without_a_click_and_found_again(network: Any) -> None:
    database = Database(network.url)
    code = sandbox.open_account(database, "mara", "Mara", network.clock.now())
    with pytest.raises(Invalid):
        sandbox.open_account(database, "no spaces", "", network.clock.now())
    database.close()

    network.token = network.grant(**SECRETS, code=code).json()["access_token"]
    assert network.get("me", fields="id").json()["id"] == network.user


def test_each_answer_tells_how_much_was_used(network: Any) -> None:
    answer = network.get("me")
    assert answer.headers["x-app-usage"] == '{"call_count": 0, "total_cputime": 0, "total_time": 0}'
    assert f'"{network.user}"' in answer.headers["x-business-use-case-usage"]
    assert answer.json() == {"id": network.user}
