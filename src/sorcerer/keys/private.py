"""Write a file that nobody but its owner may read, whole or not at all."""

import os
import secrets
from contextlib import suppress
from pathlib import Path


def write_private(path: Path, text: str, *, replace: bool) -> None:
    """Write a file of mode 0600; without `replace` an existing one stays, also when two processes start at once."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.stem}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    if replace:
        fresh.replace(path)
        return
    # A link fails where a rename would overwrite: of two processes that start at once, one wins and both read it.
    with suppress(FileExistsError):
        path.hardlink_to(fresh)
    fresh.unlink()
