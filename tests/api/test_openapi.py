"""The OpenAPI document says how to sign in, what may be refused, and shows examples."""

import json
import re
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer.api import openapi, problems


@pytest.fixture
def document(whole: FastAPI) -> dict[str, Any]:
    """The document of everything the door offers."""
    return whole.openapi()


def test_it_is_served_to_anybody(anyone: TestClient, app: FastAPI) -> None:
    assert anyone.get("/api/openapi.json").json() == json.loads(json.dumps(app.openapi()))


def test_sign_in_is_asked_everywhere_but_where_it_says_so(document: dict[str, Any]) -> None:
    assert document["security"] == [{"session": []}, {"token": []}]
    open_ones = {path for path, _, operation in openapi.operations(document) if operation.get("security") == []}

    assert {path for path in open_ones if path.startswith(("/api/account", "/api/health"))} == {
        "/api/account/sign-in",
        "/api/account/sign-up",
        "/api/health",
    }


def test_every_operation_has_a_name_of_its_own_and_a_summary(document: dict[str, Any]) -> None:
    names = [operation["operationId"] for _, _, operation in openapi.operations(document)]

    assert len(names) == len(set(names))
    assert [name for name in names if not name.isidentifier() or "_" not in name] == []
    assert [
        operation["operationId"] for *_, operation in openapi.operations(document) if not operation["description"]
    ] == []


def test_every_json_body_has_an_example(document: dict[str, Any]) -> None:
    bodies = {
        operation["operationId"]: operation["requestBody"]["content"].get("application/json")
        for _, _, operation in openapi.operations(document)
        if "requestBody" in operation
    }

    assert [name for name, body in bodies.items() if body is not None and "example" not in body] == []


def test_every_refusal_is_a_problem(document: dict[str, Any]) -> None:
    problem = {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    odd = [
        (operation["operationId"], status)
        for _, _, operation in openapi.operations(document)
        for status, response in operation["responses"].items()
        if int(status) >= 400 and response["content"] != problem
    ]

    assert odd == []
    assert "HTTPValidationError" not in document["components"]["schemas"]


def test_a_creating_post_takes_a_key_and_a_change_an_etag(document: dict[str, Any]) -> None:
    def headers(path: str, method: str) -> list[str]:
        return [parameter["name"] for parameter in document["paths"][path][method].get("parameters", ())]

    assert "Idempotency-Key" in headers("/api/token", "post")
    assert "Idempotency-Key" not in headers("/api/account/sign-in", "post")
    assert "if-match" in headers("/api/account", "patch")
    assert "412" in document["paths"]["/api/account"]["patch"]["responses"]


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    text = json.dumps(document)
    schemas = document["components"]["schemas"]
    names = {part.split('"')[0] for part in text.split('"#/components/schemas/')[1:]}

    assert sorted(names - set(schemas)) == []


def test_every_pattern_has_its_sentence(document: dict[str, Any]) -> None:
    patterns = set(re.findall(r'"pattern": "((?:[^"\\]|\\.)*)"', json.dumps(document)))

    assert {json.loads(f'"{pattern}"') for pattern in patterns} - set(problems.PATTERNS) == set()


def test_a_text_that_does_not_fit_is_told_in_words() -> None:
    error = {"loc": ("body", "handle"), "msg": "String should match", "type": "string_pattern_mismatch"}

    fault = problems.faults_of([error | {"ctx": {"pattern": r"^[a-z0-9._]{2,30}$"}}])[0]

    assert (fault.field, fault.fix) == ("handle", "Try maralifts.")
    assert fault.message == "A handle has 2 to 30 small letters, digits, dots and underscores."
