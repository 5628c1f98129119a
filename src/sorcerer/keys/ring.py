"""The ring that seals tokens and signs links: what is sealed opens only where it was put; a link runs out."""

import base64
import binascii
import hashlib
import hmac
import json
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sorcerer.errors import Invalid, NotFound
from sorcerer.keys.private import write_private
from sorcerer.settings import Settings

_KEY_BYTES = 32
_NONCE_BYTES = 12
_KID_LENGTH = 8
_SEALED_PARTS = 3
_SIGNED_PARTS = 5
_VERSION = "v1"


def place(table: str, row: str, column: str) -> str:
    """Return the name of where a sealed text is kept; it opens nowhere else."""
    return f"{table}:{row}:{column}"


class KeyRing:
    """Keys in order: the first seals and signs, all open and verify.

    Args:
        keys: pairs of a key's id and its 32 bytes, the newest first.
    """

    def __init__(self, keys: Sequence[tuple[str, bytes]]) -> None:
        if not keys:
            raise Invalid("A key ring needs at least one key.")
        for kid, key in keys:
            if len(key) != _KEY_BYTES:
                raise Invalid(f"Key {kid!r} has {len(key)} bytes; a sealing key has {_KEY_BYTES}.", field="key_ring")
            if not kid or "." in kid:
                raise Invalid(f"A key's id is a short word without dots, not {kid!r}.", field="key_ring")
        self._keys = dict(keys)
        self._first = keys[0][0]

    def __repr__(self) -> str:
        return f"KeyRing({', '.join(self._keys)})"

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the ids of the keys, the sealing one first."""
        return tuple(self._keys)

    def derive(self, purpose: str, kid: str | None = None) -> bytes:
        """Return 32 bytes made from one key (the first by default) for one purpose, so no key serves two."""
        return hmac.digest(self._key(kid or self._first), f"sorcerer/{purpose}".encode(), "sha256")

    def seal(self, text: str, where: str) -> str:
        """Return the text sealed with AES-256-GCM for one place (see `place`): `v1.{key id}.{base64}`."""
        nonce = secrets.token_bytes(_NONCE_BYTES)
        closed = AESGCM(self._keys[self._first]).encrypt(nonce, text.encode(), where.encode())
        return f"{_VERSION}.{self._first}.{_to64(nonce + closed)}"

    def unseal(self, token: str, where: str) -> str:
        """Return the text that was sealed for this place.

        Raises:
            Invalid: it was changed, sealed for another place, or its key is not on the ring.
        """
        parts = token.split(".")
        if len(parts) != _SEALED_PARTS or parts[0] != _VERSION:
            raise Invalid("This is no sealed text of ours.")
        raw = _from64(parts[2])
        try:
            text = AESGCM(self._key(parts[1])).decrypt(raw[:_NONCE_BYTES], raw[_NONCE_BYTES:], where.encode())
        except (InvalidTag, ValueError) as reason:
            raise Invalid(f"The sealed text does not belong to {where!r}, or it was changed.") from reason
        return text.decode()

    def sign_media(self, key: str, expires_at: datetime) -> str:
        """Return one path segment that shows the file under `key` to anybody who holds it, until `expires_at`."""
        body = f"{_VERSION}.{self._first}.{int(expires_at.timestamp())}.{_to64(key.encode())}"
        return f"{body}.{_to64(self._media_mark(self._first, body))}"

    def read_media(self, token: str, now: datetime) -> str:
        """Return the file's key that a signed link names.

        Raises:
            NotFound: the link is not ours, was changed, or has run out; the three look the same from outside.
        """
        parts = token.split(".")
        gone = NotFound("This media link is not valid or has run out.", fix="Ask for a new link.")
        if len(parts) != _SIGNED_PARTS or parts[0] != _VERSION or parts[1] not in self._keys:
            raise gone
        try:
            mark, key = _from64(parts[4]), _from64(parts[3]).decode()
            expires_at = datetime.fromtimestamp(int(parts[2]), UTC)
        except (Invalid, ValueError, OverflowError) as reason:
            raise gone from reason
        body = token.rpartition(".")[0]
        if not hmac.compare_digest(mark, self._media_mark(parts[1], body)) or now >= expires_at:
            raise gone
        return key

    def _media_mark(self, kid: str, body: str) -> bytes:
        return hmac.digest(self.derive("media", kid), body.encode(), "sha256")

    def _key(self, kid: str) -> bytes:
        if kid not in self._keys:
            raise Invalid(
                f"The key {kid!r} is not on the ring.",
                fix="Put the old key back, behind the first, or connect the account again.",
            )
        return self._keys[kid]


def load(settings: Settings) -> KeyRing:
    """Return the ring from the settings, or from `keys.json` in the home folder, which is made on first use."""
    if settings.key_ring is not None:
        return KeyRing(_parse(settings.key_ring.get_secret_value()))
    path = _path(settings)
    if not path.exists():
        _write(path, [_fresh()], replace=False)
    return KeyRing(_read(path))


def rotate(settings: Settings) -> KeyRing:
    """Put a fresh key in front of the home folder's ring; the old ones still open what they sealed.

    Raises:
        Invalid: the ring comes from the settings, so it is changed there.
    """
    if settings.key_ring is not None:
        raise Invalid("The key ring is a setting.", fix="Put a new `id:base64` pair first in SORCERER_KEY_RING.")
    keys = [_fresh(), *_read(_path(settings))] if _path(settings).exists() else [_fresh()]
    _write(_path(settings), keys, replace=True)
    return KeyRing(keys)


def _path(settings: Settings) -> Path:
    return settings.resolved_home() / "keys.json"


def _fresh() -> tuple[str, bytes]:
    key = secrets.token_bytes(_KEY_BYTES)
    return hashlib.sha256(key).hexdigest()[:_KID_LENGTH], key


def _read(path: Path) -> list[tuple[str, bytes]]:
    try:
        return [(pair["id"], _from64(pair["key"])) for pair in json.loads(path.read_text())["keys"]]
    except (ValueError, KeyError, TypeError) as reason:
        raise Invalid(f"The key file {path} cannot be read.", fix="Restore it from a backup.") from reason


def _write(path: Path, keys: Sequence[tuple[str, bytes]], *, replace: bool) -> None:
    text = json.dumps({"keys": [{"id": kid, "key": _to64(key)} for kid, key in keys]}, indent=1)
    write_private(path, text, replace=replace)


def _parse(text: str) -> list[tuple[str, bytes]]:
    pairs = [pair.strip().partition(":") for pair in text.split(",") if pair.strip()]
    return [(kid, _from64(key)) for kid, _, key in pairs]


def _to64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _from64(text: str) -> bytes:
    try:
        plain = text.strip().rstrip("=").replace("+", "-").replace("/", "_")
        return base64.b64decode(plain + "=" * (-len(plain) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as reason:
        raise Invalid("A key or a sealed text is not base64.") from reason
