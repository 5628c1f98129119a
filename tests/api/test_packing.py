"""What is long travels packed, to whoever can unpack it; films and pictures, packed already, as they are."""

import json

import httpx2
import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient


@pytest.fixture
def described(app: FastAPI) -> TestClient:
    return TestClient(app)


def _asked(client: TestClient, accepts: str) -> httpx2.Response:
    return client.get("/api/openapi.json", headers={"Accept-Encoding": accepts})


def test_a_long_answer_is_packed_and_says_the_same(described: TestClient) -> None:
    plain, packed = _asked(described, "identity"), _asked(described, "gzip")

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert int(packed.headers["content-length"]) * 3 < len(plain.content)
    assert json.loads(packed.content) == json.loads(plain.content)


def test_a_short_answer_is_not_worth_it(described: TestClient) -> None:
    assert "content-encoding" not in described.get("/api/health", headers={"Accept-Encoding": "gzip"}).headers


def test_a_shared_cache_is_told_that_the_answer_depends_on_who_asks(described: TestClient) -> None:
    assert "accept-encoding" in _asked(described, "gzip").headers["vary"].lower()
