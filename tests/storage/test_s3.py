"""What is S3's own: its address and its signed links. The rest is the contract in tests/contracts."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from obstore.store import S3Store

from sorcerer.errors import Away, Invalid, NotFound
from sorcerer.settings import Settings
from sorcerer.storage.local import files as local_files
from sorcerer.storage.objects import ObjectFiles
from sorcerer.storage.s3 import files

KEY = "ab/ab" + "0" * 62 + ".jpg"


@pytest.mark.parametrize("url", [None, "", "bucket/prefix", "https://bucket", "s3://"])
def test_another_address_than_s3_is_refused_with_the_way_out(url: str | None, tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refusal:
        files(Settings(home=tmp_path, storage_url=url))
    assert refusal.value.field == "storage_url"


def test_a_signed_link_names_bucket_prefix_file_and_end() -> None:
    store = S3Store("films", prefix="mara", access_key_id="AKIA", secret_access_key="secret", region="eu-central-1")

    link = ObjectFiles(store).presign(KEY, 900)

    assert link is not None
    parts = urlsplit(link)
    assert (parts.scheme, parts.path.endswith(f"/mara/{KEY}")) == ("https", True)
    assert parse_qs(parts.query)["X-Amz-Expires"] == ["900"]


def test_a_link_is_signed_for_a_key_of_ours_only() -> None:
    with pytest.raises(NotFound):
        ObjectFiles(S3Store("films", region="eu-central-1")).presign("../other", 900)


def test_a_folder_gives_no_signed_links(tmp_path: Path) -> None:
    store = local_files(Settings(home=tmp_path))
    assert store.presign(store.put(b"x", ".jpg").key, 900) is None


def test_a_store_that_does_not_answer_is_said_to_be_away() -> None:
    nowhere = S3Store(
        "films",
        endpoint="http://127.0.0.1:1",
        access_key_id="AKIA",
        secret_access_key="secret",
        region="eu-central-1",
        client_options={"allow_http": True},
        retry_config={"max_retries": 0},
    )
    away = ObjectFiles(nowhere)

    for call in (lambda: away.put(b"x", ".jpg"), lambda: away.read(KEY), lambda: away.delete(KEY)):
        with pytest.raises(Away, match="file store does not answer"):
            call()
    with pytest.raises(Away):
        list(away.listed())
