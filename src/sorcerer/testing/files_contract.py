"""What every file store must keep. Subclass `FilesContract` and give it a `files` fixture."""

# ruff: noqa: S101 - a contract is a test and asserts; pytest runs it

import hashlib
from pathlib import Path

import pytest

from sorcerer.errors import NotFound, SorcererError
from sorcerer.storage import Files

_OUTSIDE = (
    "../keys.json",
    "ab/../../keys.json",
    "/etc/passwd",
    "ab/" + "a" * 64 + ".mp4",
    "aa/" + "a" * 64 + ".mp4/..",
    "",
)


class FilesContract:
    """The promises of `sorcerer.storage.Files`, as tests."""

    def test_what_was_kept_comes_back(self, files: Files) -> None:
        """Bytes come back as they went in, under a key that names them."""
        kept = files.put(b"morning", ".jpg")
        digest = hashlib.sha256(b"morning").hexdigest()
        assert kept.key == f"{digest[:2]}/{digest}.jpg"
        assert (kept.size, kept.media_type) == (7, "image/jpeg")
        assert (files.read(kept.key), files.info(kept.key)) == (b"morning", kept)

    def test_the_same_bytes_are_kept_once(self, files: Files, tmp_path: Path) -> None:
        """A file and its bytes lie under one key."""
        path = tmp_path / "same.JPG"
        path.write_bytes(b"twice")
        assert files.put_file(path) == files.put(b"twice", ".jpg") == files.put_file(path)

    def test_a_part_can_be_read(self, files: Files) -> None:
        """A range is what a player asks for."""
        key = files.put(bytes(range(256)) * 9000, ".mp4").key
        assert b"".join(files.stream(key, 255, 259)) == bytes([255, 0, 1, 2])
        assert len(b"".join(files.stream(key, 1_048_575))) == 256 * 9000 - 1_048_575

    def test_what_is_not_there_is_not_found(self, files: Files) -> None:
        """Nothing is made up."""
        key = files.put(b"gone soon", ".txt").key
        files.delete(key)
        files.delete(key)
        for ask in (files.info, files.read):
            with pytest.raises(NotFound):
                ask(key)
        assert files.local_path(key) is None

    def test_every_file_is_listed_with_its_size(self, files: Files) -> None:
        """A sweep can find what nobody refers to."""
        keys = {files.put(name.encode(), ".txt").key: len(name) for name in ("one", "three")}
        assert {kept.key: kept.size for kept in files.listed()} == keys

    @pytest.mark.parametrize("key", _OUTSIDE)
    def test_no_key_leads_out_of_the_store(self, files: Files, key: str) -> None:
        """A key is a hash and nothing else."""
        for ask in (files.info, files.read, files.local_path, files.delete):
            with pytest.raises(NotFound):
                ask(key)

    def test_a_strange_suffix_is_refused(self, files: Files) -> None:
        """A suffix is no path."""
        with pytest.raises(SorcererError):
            files.put(b"x", "/../../x")

    def test_a_local_path_is_the_file(self, files: Files) -> None:
        """Where there is one, it holds the bytes."""
        key = files.put(b"here", ".txt").key
        path = files.local_path(key)
        assert path is None or path.read_bytes() == b"here"
