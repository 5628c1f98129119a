"""The one home of ids and of draws: fresh ids that sort by age, and draws keyed by what they are for."""

import base64
import hashlib
import secrets
import time
from collections.abc import Sequence
from typing import TypeVar

_CROCKFORD = bytes.maketrans(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", b"0123456789abcdefghjkmnpqrstvwxyz")
_TIME_BITS = 48
_RANDOM_BITS = 80
_LENGTH = 26
_BYTES = 20  # 32 whole letters of five bits, of which the last 26 hold the number

T = TypeVar("T")


def new() -> str:
    """Return a fresh id: 26 characters of Crockford base 32, sortable by age (the layout of a ULID)."""
    return at(time.time_ns() // 1_000_000, secrets.randbits(_RANDOM_BITS))


def at(milliseconds: int, number: int) -> str:
    """Return the id of a moment, in milliseconds since 1970, and of 80 bits that tell it from others of that moment."""
    number = (milliseconds % (1 << _TIME_BITS)) << _RANDOM_BITS | number % (1 << _RANDOM_BITS)
    return base64.b32encode(number.to_bytes(_BYTES, "big"))[-_LENGTH:].translate(_CROCKFORD).decode()


def secret() -> str:
    """Return 256 random bits as URL-safe text, for tokens that are shown once."""
    return secrets.token_urlsafe(32)


def digest(text: str) -> str:
    """Return the SHA-256 of a text in hexadecimal, for what is kept in place of a secret."""
    return hashlib.sha256(text.encode()).hexdigest()


def draw(*key: object) -> float:
    """Return a number in [0, 1) that depends on nothing but the key."""
    return int.from_bytes(hashlib.blake2b(repr(key).encode(), digest_size=7).digest(), "big") / 2**56


def pick(options: Sequence[T], *key: object) -> T:
    """Return the option that the key draws."""
    return options[int(draw(*key) * len(options))]
