"""The pages come from a folder; any id has its page; the API is never in their shadow."""

import base64
import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sorcerer import api
from sorcerer.api import pages
from sorcerer.api.deps import Door

SCRIPT = "self.__next_f=[]"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name, text in {
        "index.html": f'<script>{SCRIPT}</script><script src="/_next/static/a.js"></script>',
        "dashboard.html": "dashboard",
        "404.html": "lost",
        "influencer/_.html": "anybody",
        "influencer/_.txt": "anybody's data",
        "influencer/_/__next._tree.txt": "anybody's tree",
        "influencer/new.html": "new",
        "_next/static/a.js": "x" * 3000,
        "api/account.html": "a trap",
        "media/x.html": "a trap",
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "_next/static/a.js.gz").write_bytes(gzip.compress(b"x" * 3000))
    (tmp_path / "secret.txt").write_text("secret")
    return root


@pytest.fixture
def visitor(make_door: Callable[..., Door], site: Path) -> TestClient:
    return TestClient(api.create(make_door(site=site), api.FRAME), follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("/dashboard", "dashboard"),
        ("/dashboard/", "dashboard"),
        ("/dashboard.html", "dashboard"),
        ("/dashboard?x=1", "dashboard"),
        ("/influencer/7", "anybody"),
        ("/influencer/01JD7Z", "anybody"),
        ("/influencer/new", "new"),
        ("/influencer/7.txt", "anybody's data"),
        ("/influencer/7/__next._tree.txt", "anybody's tree"),
    ],
)
def test_a_page_has_its_file(visitor: TestClient, path: str, text: str) -> None:
    answer = visitor.get(path)

    assert (answer.status_code, answer.text, answer.headers["cache-control"]) == (200, text, "no-cache")


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/nowhere/7", "/influencer/7/8", "/influencer", "/..%2Fsecret.txt", "/%2e%2e/secret.txt",
     "/influencer/..%2f..%2fsecret.txt", "/.hidden", "/a%00b", "/influencer/7/__next.other.txt"],
)  # fmt: skip
def test_what_is_not_there_is_404_with_the_sites_own_page(visitor: TestClient, path: str) -> None:
    answer = visitor.get(path)

    assert (answer.status_code, answer.text) == (404, "lost")


@pytest.mark.parametrize("path", ["/api", "/api/nonsense", "/api/account.html", "/media/x.html", "/sandbox/feed"])
def test_the_api_is_never_in_the_shadow_of_a_page(visitor: TestClient, path: str) -> None:
    answer = visitor.get(path)

    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_a_link_may_ask_for_the_head_first_and_nothing_may_be_posted(visitor: TestClient) -> None:
    head = visitor.head("/influencer/7")
    post = visitor.post("/dashboard")

    assert (head.status_code, head.content, head.headers["content-length"]) == (200, b"", "7")
    assert (post.status_code, post.headers["allow"]) == (405, "GET, HEAD")


def test_built_files_are_kept_for_a_year_and_come_packed(visitor: TestClient) -> None:
    packed = visitor.get("/_next/static/a.js", headers={"Accept-Encoding": "gzip, br"})
    plain = visitor.get("/_next/static/a.js", headers={"Accept-Encoding": "gzip;q=0, br"})

    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text == "x" * 3000
    assert "content-encoding" not in plain.headers
    assert {answer.headers["content-type"] for answer in (packed, plain)} == {"text/javascript; charset=utf-8"}
    assert packed.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert packed.headers["vary"] == "Accept-Encoding"


def test_an_unchanged_page_is_not_sent_again(visitor: TestClient) -> None:
    first = visitor.get("/dashboard")

    again = visitor.get("/dashboard", headers={"If-None-Match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"] == first.headers["content-security-policy"]


def test_a_page_runs_the_scripts_it_was_built_with_and_no_others(visitor: TestClient) -> None:
    policy = visitor.get("/").headers["content-security-policy"]

    digest = base64.b64encode(hashlib.sha256(SCRIPT.encode()).digest()).decode()
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules["script-src"] == f"'self' 'sha256-{digest}'"
    assert rules["frame-ancestors"] == "'none'"


def test_a_site_that_was_not_built_says_how_to_build_it(anyone: TestClient) -> None:
    answer = anyone.get("/dashboard")

    assert (answer.status_code, answer.headers["content-type"]) == (503, "text/html; charset=utf-8")
    assert "make setup" in answer.text


@pytest.mark.parametrize(
    ("header", "allowed"),
    [("br", True), ("gzip, br;q=1.0", True), ("br;q=0", False), ("br; q=0.0", False), ("gzip", False), ("", False)],
)
def test_an_encoding_is_used_only_where_it_is_accepted(header: str, *, allowed: bool) -> None:
    assert pages.accepts(header, "br") == allowed
