"""What an answer of Instagram proves."""

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sorcerer.platforms import PlatformError
from sorcerer.platforms.instagram.refusals import REFUSALS, meaning
from sorcerer.platforms.instagram.wire import refuse
from sorcerer.platforms.wire import redact


def answer(status: int, code: int, subcode: int | None = None, **headers: str) -> PlatformError:
    error = {"message": "No.", "type": "OAuthException", "code": code}
    body = {"error": error | ({"error_subcode": subcode} if subcode else {})}
    return refuse(httpx.Response(status, json=body, headers=headers), body)


@pytest.mark.parametrize(
    ("code", "subcode", "outcome", "cure"),
    [
        (4, 2207051, "unknown", "stop_account"),
        (-1, 2207001, "unknown", "retry"),
        (24, 2207008, "unknown", "restage"),
        (9007, 2207027, "rejected", "wait"),
        (9, 2207042, "rejected", "wait"),
        (25, 2207050, "rejected", "stop_account"),
        (352, 2207026, "rejected", "fix_media"),
        (190, 463, "rejected", "reconnect"),
        (190, 99999, "rejected", "reconnect"),
        (200, None, "rejected", "reconnect"),
        (283, 7, "rejected", "reconnect"),
        (80002, None, "rejected", "wait"),
        (100, 33, "unknown", "retry"),
    ],
)
def test_each_code_means_what_the_table_says(code: int, subcode: int | None, outcome: str, cure: str) -> None:
    error = answer(400, code, subcode)
    assert (error.outcome, error.cure) == (outcome, cure)


@given(st.integers(-10, 100_000), st.none() | st.integers(1, 3_000_000))
def test_only_a_listed_code_is_a_sure_no(code: int, subcode: int | None) -> None:
    if answer(400, code, subcode).outcome == "rejected":
        assert meaning(code, subcode) is not None
    if meaning(code, subcode) is None:
        assert answer(400, code, subcode).outcome == "unknown"


@given(st.sampled_from(sorted(REFUSALS, key=str)), st.sampled_from([200, 302, 408, 500, 502, 503]))
def test_no_code_is_believed_with_a_status_that_is_no_refusal(row: tuple[int, int | None], status: int) -> None:
    assert answer(status, *row).outcome == "unknown"


@pytest.mark.parametrize("body", ["<html>Bad gateway</html>", "", "[]", '{"error": "no"}', '{"error": {"code": "4"}}'])
def test_what_is_not_an_envelope_proves_nothing(body: str) -> None:
    response = httpx.Response(400, text=body)
    try:
        parsed = response.json()
    except ValueError:
        parsed = None
    error = refuse(response, parsed if isinstance(parsed, dict) else {})
    assert (error.outcome, error.code) == ("unknown", "http.400")


def test_the_network_s_own_pause_is_kept() -> None:
    usage = '{"17": [{"type": "instagram", "estimated_time_to_regain_access": 12}]}'
    assert answer(400, 80002, None, **{"x-business-use-case-usage": usage}).retry_after_s == 720
    assert answer(400, 4, None, **{"retry-after": "30"}).retry_after_s == 30
    assert answer(400, 4).retry_after_s is None


@pytest.mark.parametrize(
    "text",
    [
        "https://x/?access_token=EAASabcdefghijk&b=1",
        "client_secret=hunter22",
        "the token EAAGm0PX4ZCpsBA was bad",
        '{"message": "code=AQDabc"}',
    ],
)
def test_a_token_is_taken_out_of_whatever_is_kept(text: str) -> None:
    clean = redact(text)
    assert "[redacted]" in clean
    for secret in ("EAASabcdefghijk", "hunter22", "EAAGm0PX4ZCpsBA", "AQDabc"):
        assert secret not in clean
