"""/api/influencer/{id}/life/script: somebody's own script of her days; each line is answered before it is pinned."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Literal

from fastapi import Form, UploadFile
from pydantic import Field

from sorcerer import life
from sorcerer.api import revise, uploads
from sorcerer.api.deps import Caller, InRead, Now, TheDoor
from sorcerer.api.gate import Routes, up_to
from sorcerer.api.interventions import ChangedOut, PreviewOut, changed, shown
from sorcerer.api.shown import Shown
from sorcerer.errors import Conflict
from sorcerer.influencers import Influencer

Present = life.interventions.Present
Preview = life.interventions.Preview
Staged = life.interventions.script.Staged

router = Routes("/influencer", tags=["life"])

_LIMIT = life.interventions.script.LIMIT
_FORM_LIMIT = _LIMIT + 64_000

Without = Annotated[list[int], Form(max_length=400, description="Numbers of the lines that are left out.")]


class LineOut(Shown):
    """What becomes of one line: pinned when it fits, else why not and the ways out."""

    number: int
    text: str
    state: Literal["fits", "clashes", "unclear", "left_out"]
    day: date | None
    became: str | None
    messages: tuple[str, ...]
    choices: tuple[str, ...]


class ScriptOut(Shown):
    """A script worked out against her life; nothing has happened yet.

    Apply it with the preview's base and digest once no line clashes or is unclear; there is no preview when no line
    can be used.
    """

    lines: list[LineOut]
    preview: PreviewOut | None = Field(description="What the lines that fit would do, together.")


@router.post("/{influencer_id}/life/script", openapi_extra=up_to(_FORM_LIMIT))
def preview_life_script(
    influencer_id: str,
    file: UploadFile,
    caller: Caller,
    session: InRead,
    now: Now,
    without: Without = [],  # noqa: B006 - FastAPI's way of saying that a list may be missing
) -> ScriptOut:
    """Show what every line of a script (plain text, CSV or .ics) would become, and what contradicts. Keeps nothing."""
    seen = revise.sight(session, caller.id, influencer_id)
    staged = _staging(file, without, now)(seen.influencer, seen.present)
    lines = [LineOut.model_validate(line.model_dump(include=set(LineOut.model_fields))) for line in staged.lines]
    preview = staged.preview
    return ScriptOut(lines=lines, preview=shown(preview, revise.cost(preview, seen)) if preview is not None else None)


@router.post("/{influencer_id}/life/script/apply", openapi_extra=up_to(_FORM_LIMIT))
def apply_life_script(  # noqa: PLR0913, PLR0917 - the fields of one form
    influencer_id: str,
    file: UploadFile,
    base: Annotated[int, Form(ge=1, examples=[1])],
    digest: Annotated[str, Form(min_length=1, max_length=64, examples=["0f1e2d3c"])],
    door: TheDoor,
    caller: Caller,
    now: Now,
    without: Without = [],  # noqa: B006 - FastAPI's way of saying that a list may be missing
) -> ChangedOut:
    """Pin every line of a script that was shown; refused while one of them clashes or is unclear."""
    staging = _staging(file, without, now)

    def work(influencer: Influencer, present: Present) -> Preview:
        staged = staging(influencer, present)
        if staged.preview is None:
            text = "No line of this script can be pinned."
            raise Conflict(text, field="file", fix="Look at it again, and write the lines in another way.")
        return staged.preview

    return changed(*revise.keep(door, caller.id, influencer_id, base, digest, work, now))


def _staging(file: UploadFile, without: list[int], now: datetime) -> Callable[[Influencer, Present], Staged]:
    data = uploads.bounded(file, _LIMIT)

    def staging(influencer: Influencer, present: Present) -> Staged:
        zone = influencer.persona.timezone
        entries = life.interventions.script.read(
            data, file.filename or "", now.astimezone(influencer.zone).date(), zone
        )
        return life.interventions.script.stage(present, entries, frozenset(without), now)

    return staging
