"""Look: what a file that somebody shows us says of itself and looks like, read in a child: it may be hostile."""

import tempfile
from pathlib import Path

from sorcerer import children
from sorcerer.errors import Invalid, TooLarge
from sorcerer.keys import Credential
from sorcerer.studio.provenance.model import Reading

LARGEST = 64 * 1024 * 1024
_SECONDS, _MEGABYTES = 30.0, 1200
_CHILD = "sorcerer.studio.provenance.reading"


def look(data: bytes, ours: Credential) -> Reading:
    """Return what can be read of a film or picture.

    Args:
        ours: tells our own signatures from others'.

    Raises:
        Invalid: it is empty, or reading it died or took too long.
        TooLarge: it has more than 64 MiB.
    """
    if not data:
        raise Invalid("The file is empty.", field="file", fix="Choose a JPEG, PNG, WebP or MP4 file.")
    if len(data) > LARGEST:
        raise TooLarge(f"The file has {len(data)} bytes; at most {LARGEST} are read.", field="file")
    try:
        return Reading.model_validate(_asked("look", data, {"anchor": ours.anchor, "serial": ours.serial}))
    except children.ChildFailed as failure:
        message = "The file cannot be read: looking at it took too long, wanted too much memory, or crashed."
        raise Invalid(message, field="file", fix="Choose a JPEG, PNG, WebP or MP4 file.") from failure


def fingerprint_of(data: bytes) -> str:
    """Return what a film or picture of our own looks like, in hexadecimal.

    Raises:
        ChildFailed: it could not be decoded.
    """
    return str(_asked("fingerprint", data, {}))


def _asked(question: str, data: bytes, order: dict[str, str]) -> object:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shown"
        path.write_bytes(data)
        answer: object = children.call(
            f"{_CHILD}:{question}", order | {"path": str(path)}, seconds=_SECONDS, megabytes=_MEGABYTES
        )
        return answer
