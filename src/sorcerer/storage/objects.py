"""What every file store shares: content-addressed keys over an object store that obstore speaks to."""

import errno
import hashlib
import mimetypes
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import obstore
from obstore.exceptions import AlreadyExistsError, GenericError
from obstore.store import LocalStore, MemoryStore, S3Store

from sorcerer.errors import Away, Invalid, NoRoom, NotFound
from sorcerer.storage.ports import FileInfo, Kept

_KEY = re.compile(r"(?P<head>[0-9a-f]{2})/(?P=head)[0-9a-f]{62}(?P<suffix>\.[a-z0-9]{1,8})")
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")
_BLOCK = 1 << 20
_FRESH = timedelta(hours=6)  # what is put again later counts as new, so that no sweep takes it for forgotten
_NO_SPACE = f"(os error {errno.ENOSPC})"
_TYPES = {".srt": "application/x-subrip", ".webp": "image/webp", ".m4a": "audio/mp4"}


class ObjectFiles:
    """Files over one object store.

    Args:
        store: where the bytes go.
        root: the folder of this machine that the store is, when it is one.
    """

    def __init__(self, store: LocalStore | S3Store | MemoryStore, root: Path | None = None) -> None:
        self._store = store
        self._root = root

    def put(self, data: bytes, suffix: str) -> FileInfo:
        """Keep the bytes and return their key."""
        key = _key(hashlib.sha256(data).hexdigest(), suffix)
        self._put_if_absent(key, data)
        return FileInfo(key=key, size=len(data), media_type=_media_type(key))

    def put_file(self, path: Path) -> FileInfo:
        """Keep a file of this machine and return its key."""
        if not path.is_file():
            raise NotFound(f"There is no file {path}.")
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        key = _key(digest, path.suffix.lower())
        self._put_if_absent(key, path)
        return FileInfo(key=key, size=path.stat().st_size, media_type=_media_type(key))

    def info(self, key: str) -> FileInfo:
        """Return what is kept under a key."""
        _check(key)
        try:
            with self._reach():
                size = int(obstore.head(self._store, key)["size"])
        except FileNotFoundError as reason:
            raise _missing(key) from reason
        return FileInfo(key=key, size=size, media_type=_media_type(key))

    def read(self, key: str) -> bytes:
        """Return the bytes under a key."""
        return b"".join(self.stream(key))

    def stream(self, key: str, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes from `start` up to, not including, `end`, a megabyte at a time."""
        size = self.info(key).size
        stop = size if end is None else min(end, size)
        if not 0 <= start <= stop:
            raise Invalid(f"Bytes {start} to {end} are outside the {size} bytes of {key!r}.")
        return self._blocks(key, start, stop)

    def local_path(self, key: str) -> Path | None:
        """Return where the file lies on this machine, or None."""
        _check(key)
        if self._root is None:
            return None
        path = self._root / key
        return path if path.is_file() else None

    def presign(self, key: str, seconds: int) -> str | None:
        """Return an address anybody can read the file under for so long, or None."""
        _check(key)
        if not isinstance(self._store, S3Store):
            return None
        return obstore.sign(self._store, "GET", key, timedelta(seconds=seconds))

    def delete(self, key: str) -> None:
        """Forget what is kept under a key."""
        _check(key)
        with suppress(FileNotFoundError), self._reach():
            obstore.delete(self._store, key)

    def listed(self) -> Iterator[Kept]:
        """Yield every file of the store; what lies there under another name is not ours."""
        batches = iter(obstore.list(self._store))
        while True:
            with self._reach():
                batch = next(batches, None)
            if batch is None:
                return
            for found in batch:
                if _KEY.fullmatch(found["path"]):
                    yield Kept(key=found["path"], size=int(found["size"]), at=found["last_modified"])

    def _blocks(self, key: str, start: int, stop: int) -> Iterator[bytes]:
        for low in range(start, stop, _BLOCK):
            with self._reach():
                block = obstore.get_range(self._store, key, start=low, end=min(low + _BLOCK, stop))
            yield bytes(block)

    def _age(self, key: str) -> timedelta:
        """Return how long ago a file was put there; what is not there is older than everything."""
        try:
            with self._reach():
                return datetime.now(UTC) - obstore.head(self._store, key)["last_modified"]  # noqa: TID251 - the store's own clock, not ours
        except FileNotFoundError:
            return timedelta.max

    def _put_if_absent(self, key: str, content: bytes | Path) -> None:
        with self._reach():
            if isinstance(self._store, S3Store):
                # Two writers of one key write the same bytes, so a look is enough; multipart knows no "create only".
                if self._age(key) > _FRESH:
                    obstore.put(self._store, key, content)
                return
            try:
                obstore.put(self._store, key, content, mode="create", use_multipart=False)
            except AlreadyExistsError:
                if self._age(key) > _FRESH:
                    obstore.put(self._store, key, content, use_multipart=False)

    @contextmanager
    def _reach(self) -> Iterator[None]:
        """Tell troubles that pass by themselves from others: a full disk, a server that does not answer."""
        try:
            yield
        except GenericError as error:
            if _NO_SPACE in str(error):
                raise NoRoom("files") from error
            if isinstance(self._store, S3Store):
                raise Away("file store") from error
            raise


def _key(digest: str, suffix: str) -> str:
    if not _SUFFIX.fullmatch(suffix):
        raise Invalid(f"A file's suffix is like '.mp4', not {suffix!r}.")
    return f"{digest[:2]}/{digest}{suffix}"


def _check(key: str) -> None:
    if not _KEY.fullmatch(key):
        raise NotFound(f"There is no file under {key!r}.")


def _missing(key: str) -> NotFound:
    return NotFound(f"There is no file under {key!r}.", fix="It was deleted; make it again.")


def _media_type(key: str) -> str:
    suffix = Path(key).suffix
    return _TYPES.get(suffix) or mimetypes.types_map.get(suffix, "application/octet-stream")
