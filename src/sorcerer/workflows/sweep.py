"""Take away the files nobody refers to, and know how much the others take."""

from datetime import timedelta
from typing import NamedTuple

from sorcerer import ledger, log, studio
from sorcerer.storage import Kept
from sorcerer.toolbox import Toolbox
from sorcerer.workflows import store

_YOUNG = timedelta(days=1)  # a file is kept before the row that names it
_taken: dict[str, int] = {}


class Swept(NamedTuple):
    """What a sweep left and took away."""

    files: int
    bytes: int
    gone: int
    gone_bytes: int


def sweep(toolbox: Toolbox) -> Swept:
    """Delete every file that no row names for a day or more, of deleted accounts too; what is published has its row.

    What was made for an earlier version of a video is forgotten first when it is old enough.
    """
    now = toolbox.clock.now()
    with toolbox.database.begin() as session:
        old = now - timedelta(days=toolbox.settings.files_keep_days)
        studio.artifacts.forget_superseded(session, old)
        ledger.forget_results(session, old)
    kept = list(toolbox.files.listed())
    with toolbox.database.read() as session:
        named = store.referred(session)
    gone = [file for file in kept if file.key not in named and now - file.at > _YOUNG]
    for file in gone:
        toolbox.files.delete(file.key)
    left = _sum(kept) - _sum(gone)
    _taken[toolbox.executor_id] = left
    if gone:
        log.get("sweep").info("swept", files=len(gone), bytes=_sum(gone), left=left)
    return Swept(files=len(kept) - len(gone), bytes=left, gone=len(gone), gone_bytes=_sum(gone))


def over_quota(toolbox: Toolbox) -> str | None:
    """Say that the kept files took more than they may at the last sweep, or None."""
    quota = toolbox.settings.files_quota_gb
    taken = _taken.get(toolbox.executor_id, 0) / 1e9
    if not quota or taken <= quota:
        return None
    return f"The kept files take {taken:.1f} GB of the {quota:g} GB they may."


def _sum(files: list[Kept]) -> int:
    return sum(file.size for file in files)
