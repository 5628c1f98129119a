"""`POST /api/verify`: anybody may ask where a film or picture comes from. The answer names no owner and no id."""

from typing import Annotated

from fastapi import File, Request, UploadFile

from sorcerer import studio
from sorcerer.api import uploads
from sorcerer.api.deps import Now, TheDoor
from sorcerer.api.gate import OPEN, Routes, up_to

router = Routes("/verify", tags=["provenance"])

Passport = studio.provenance.Passport

_LARGEST = 64 * 1024 * 1024


@router.post("", openapi_extra=OPEN | up_to(_LARGEST + 64_000))
def verify_file(
    file: Annotated[UploadFile, File(description="A JPEG, PNG, WebP or MP4 file.")],
    door: TheDoor,
    request: Request,
    now: Now,
) -> Passport:
    """Tell who made a film or picture, from what and when, and whether it was changed since; nothing of it is kept."""
    with door.looks.visit(request.client.host if request.client else "", now):
        reading = studio.provenance.look(uploads.bounded(file, _LARGEST), door.tools.signing_key.credential)
    with door.database.read() as session:
        finding = studio.provenance.recognise(session, reading)
    return studio.provenance.passport(reading, finding)
