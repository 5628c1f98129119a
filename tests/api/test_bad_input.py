"""Bad input: a problem with the field and what to do, never a 500, never half a row."""

import io
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from fastapi import FastAPI
from PIL import Image
from starlette.testclient import TestClient

from sorcerer.testing.loopback import serve

JSON = {"Content-Type": "application/json"}


def _deep(depth: int) -> bytes:
    return b'{"name":"x","inner":{"a":' + b"[" * depth + b"]" * depth + b"}}"


CASES: list[tuple[str, dict[str, Any], int, str | None]] = [
    ("an unknown field", {"json": {"name": "x", "nmae": "y"}}, 422, "nmae"),
    ("a missing field", {"json": {}}, 422, "name"),
    ("a wrong type", {"json": {"name": 7}}, 422, "name"),
    ("a number out of range", {"json": {"name": "x", "age": 3}}, 422, "age"),
    ("no object", {"json": [1]}, 422, "body"),
    ("no body", {}, 422, "body"),
    ("broken JSON", {"content": b'{"name": "x",}', "headers": JSON}, 400, "body"),
    ("cut JSON", {"content": b'{"name": "x', "headers": JSON}, 400, "body"),
    ("no UTF-8", {"content": b'{"name": "\xff"}', "headers": JSON}, 400, "body"),
    ("NaN", {"content": b'{"name": "x", "age": NaN}', "headers": JSON}, 400, "body"),
    ("a NUL character", {"json": {"name": "a\x00b"}}, 422, "name"),
    ("a NUL character deep inside", {"json": {"name": "x", "inner": {"a": [1, "\x00"]}}}, 422, "inner.a.1"),
    ("a NUL character in a field's name", {"json": {"name": "x", "inner": {"\x00": 1}}}, 422, "inner"),
    ("half a surrogate pair", {"content": b'{"name": "\\ud800"}', "headers": JSON}, 422, "name"),
    ("a number of 65 bits", {"json": {"name": "x", "inner": {"n": 2**64}}}, 422, "inner.n"),
    ("an endless number", {"content": b'{"name":"x","inner":{"n":1e999}}', "headers": JSON}, 422, "inner.n"),
    ("a number of 5000 digits", {"content": b'{"name":"x","age":' + b"9" * 5000 + b"}", "headers": JSON}, 400, "body"),
    ("nesting of 100", {"content": _deep(100), "headers": JSON}, 400, "body"),
    ("nesting of 100,000", {"content": _deep(100_000), "headers": JSON}, 400, "body"),
    ("text as JSON", {"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415, "Content-Type"),
    ("a form as JSON", {"data": {"name": "x"}}, 415, "Content-Type"),
    ("JSON of no stated type", {"content": b'{"name":"x"}'}, 415, "Content-Type"),
    ("two megabytes", {"json": {"name": "x" * 2_000_000}}, 413, "body"),
    ("a NUL character in the query", {"json": {"name": "x"}, "params": {"q": "\x00"}}, 422, "q"),
    ("an empty key", {"json": {"name": "x"}, "headers": {"Idempotency-Key": ""}}, 422, "Idempotency-Key"),
]


@pytest.mark.parametrize(("request_", "status", "field"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_bad_input_is_a_problem_with_its_field(
    client: TestClient, request_: dict[str, Any], status: int, field: str | None
) -> None:
    answer = client.post("/api/demo/wish", **request_)

    problem = answer.json()
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (problem["status"], [fault["field"] for fault in problem["errors"]]) == (status, [field])


def test_a_problem_says_what_to_do(client: TestClient) -> None:
    answer = client.post("/api/demo/wish", json={"name": "x", "nmae": "y"})

    assert answer.json() == {
        "type": "urn:sorcerer:problem:invalid",
        "title": "Unprocessable Entity",
        "status": 422,
        "detail": "1 field cannot be used.",
        "errors": [
            {
                "field": "nmae",
                "message": "Extra inputs are not permitted",
                "fix": "Remove the field, or look for a typing error in its name.",
            }
        ],
    }


def test_a_stream_without_a_length_is_cut_at_the_limit(client: TestClient) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while sent < 100_000_000:
            sent += 65_536
            yield b" " * 65_536

    answer = client.post("/api/demo/wish", content=endless(), headers=JSON)

    assert answer.status_code == 413


@pytest.mark.parametrize(
    "name",
    [
        "\U0001f9ff\U0001f469\u200d\U0001f680",
        "\u05de\u05d0\u05e8\u05d4",
        "\u0645\u0627\u0631\u0627",
        "e\u0301\u0302",
        "\u202egnp.exe",
    ],
)
def test_emoji_and_right_to_left_names_are_fine(client: TestClient, name: str) -> None:
    assert client.post("/api/demo/wish", json={"name": name}).json()["name"] == name


def _image(kind: str, size: tuple[int, int] = (64, 48)) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind)
    return out.getvalue()


def _send(client: TestClient, data: bytes, name: str = "face.jpg", media_type: str = "image/jpeg") -> Any:
    return client.post("/api/demo/picture", files={"file": (name, data, media_type)})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<script>alert(1)</script>",
        b"MZ" + b"\x00" * 500,
        _image("JPEG")[:300],
        _image("GIF"),
        _image("PNG", (8, 8)),
    ],
    ids=["no bytes", "a script called jpg", "a program called jpg", "half a picture", "a GIF", "eight pixels"],
)
def test_what_is_no_picture_is_refused(client: TestClient, data: bytes) -> None:
    answer = _send(client, data)

    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == ["file"]


def test_a_picture_is_written_anew_without_what_was_hidden_in_it(client: TestClient, files: Any) -> None:
    exif = Image.Exif()
    exif[0x010E] = "51.5,-0.1 my home"
    exif[0x0112] = 6
    out = io.BytesIO()
    Image.new("RGB", (96, 64), "teal").save(out, "JPEG", exif=exif)
    data = out.getvalue() + b"<script>tail</script>"

    kept = files.read(_send(client, data, "\u05e4\u05e0\u05d9\u05dd.exe", "text/html").json()["key"])

    assert b"my home" in data
    assert (b"my home" in kept, b"script" in kept) == (False, False)
    assert Image.open(io.BytesIO(kept)).size == (64, 96)


def test_a_hundred_megabytes_are_refused_before_they_are_read(client: TestClient) -> None:
    answer = _send(client, b"\xff\xd8" + b"\x00" * 100_000_000)

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (413, "body")


def test_an_upload_without_its_file_names_the_field(client: TestClient) -> None:
    answer = client.post("/api/demo/picture", files={"other": ("a.jpg", _image("JPEG"), "image/jpeg")})

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "file")


def test_a_broken_form_is_a_problem(client: TestClient) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=b"}

    assert client.post("/api/demo/picture", content=b"nonsense", headers=headers).status_code in {400, 422}
    assert client.post("/api/demo/picture", json={}).status_code == 415


@pytest.mark.parametrize("cursor", ["x", "!!", "Zm9v", "a" * 400, "\u05e9"])
def test_a_broken_cursor_names_its_field(client: TestClient, cursor: str) -> None:
    answer = client.get("/api/token", params={"cursor": cursor})

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "cursor")


@pytest.mark.parametrize("limit", ["0", "201", "-1", "x", "9" * 30])
def test_a_bad_limit_names_its_field(client: TestClient, limit: str) -> None:
    answer = client.get("/api/token", params={"limit": limit})

    assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "limit")


def test_over_a_real_connection_too_the_refusal_arrives(app: FastAPI, mara: Any) -> None:
    with serve(app) as address, httpx2.Client(base_url=address, headers=mara.headers, timeout=30) as client:
        stated = client.post("/api/demo/wish", content=b" " * 100_000_000, headers=JSON)
        chunked = client.post("/api/demo/wish", content=(b" " * 65_536 for _ in range(1_500)), headers=JSON)
        anonymous = client.post("/api/demo/wish", content=b" " * 9_000_000, headers={"Authorization": "none"})

    assert [stated.status_code, chunked.status_code, anonymous.status_code] == [413, 413, 401]
