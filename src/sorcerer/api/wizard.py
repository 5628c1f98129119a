"""/api/draft, /autofill, /surprise, /face and /sorcerer/init: from a blank page to thirty planned days."""

from typing import Annotated, Any, Literal

from fastapi import Form, Response, UploadFile
from pydantic import Field, ValidationError

from sorcerer import ids, influencers, studio
from sorcerer.api import media, shown, uploads
from sorcerer.api.begin import Begun, PlanOut, Wizard, begin
from sorcerer.api.bodies import Body
from sorcerer.api.channels import ChannelOut, channel_out
from sorcerer.api.cursor import AskedPage, PageOf
from sorcerer.api.deps import Caller, Door, InRead, InSession, Now, TheDoor
from sorcerer.api.etag import IfMatch, put
from sorcerer.api.gate import Routes, up_to
from sorcerer.api.shown import InfluencerOut, Shown
from sorcerer.errors import Invalid, Unavailable
from sorcerer.providers import AutofillTask, Image, Look, PersonaTask, Text
from sorcerer.toolbox import metered

drafts = Routes("/draft", tags=["wizard"])
asking = Routes("", tags=["wizard"])

Draft = influencers.drafts.Draft


class DraftStart(Body):
    """The first thing that was typed."""

    step: int = Field(1, ge=1, le=5)
    fields: dict[str, Any] = Field(default_factory=dict, max_length=60, examples=[{"mode": "lifestyle"}])


class DraftWrite(Body):
    """What was typed since: these fields replace those of the same name, the others stay."""

    step: int | None = Field(None, ge=1, le=5)
    fields: dict[str, Any] | None = Field(None, max_length=60, examples=[{"name": "Mara"}])


class Autofill(Body):
    """Which field to fill, and what is known so far."""

    field: str = Field(max_length=80, examples=["persona.background"])
    known: dict[str, Any] = Field(default_factory=dict, max_length=60)
    seed: str = Field("", max_length=80)


class Square(Shown):
    """A square of a photograph, in pixels of the upright picture."""

    x: int
    y: int
    size: int


class FoundFace(Shown):
    """Where a face was found, if one was."""

    square: Square | None


class FilledOut(Shown):
    """A proposed value."""

    field: str
    value: Any


class Surprise(Body):
    """Ask for a whole persona."""

    mode: Literal["lifestyle", "company"] = "lifestyle"
    seed: str = Field("", max_length=80, examples=["monday"])


class FaceOut(Shown):
    """A portrait: its key in the store, a short-lived link, and what it was drawn from."""

    key: str
    url: str
    look: dict[str, Any] | None = None


class Surprised(Shown):
    """A whole persona with her portrait."""

    name: str
    handle: str
    persona: dict[str, Any]
    look: dict[str, Any]
    face: FaceOut


class FaceWanted(Body):
    """For whom to draw portraits, and how many."""

    persona: dict[str, Any] = Field(default_factory=dict, max_length=60, examples=[{"age": 29}])
    look: dict[str, Any] | None = Field(None, examples=[None])
    count: int = Field(1, ge=1, le=4)
    seed: str = Field("", max_length=80)


class Faces(Shown):
    """Portraits to choose from."""

    faces: list[FaceOut]


class Init(Shown):
    """An influencer who has begun."""

    influencer: InfluencerOut
    plan: PlanOut
    channels: list[ChannelOut]


@drafts.post("", status_code=201)
def start_draft(wish: DraftStart, caller: Caller, session: InSession, now: Now, response: Response) -> Draft:
    """Begin a draft of the wizard."""
    draft = influencers.drafts.start(session, caller.id, wish.step, wish.fields, now)
    put(response, draft.rev)
    return draft


@drafts.get("")
def list_drafts(caller: Caller, session: InRead, page: AskedPage) -> PageOf[Draft]:
    """List the drafts, oldest first."""
    return page.of(influencers.drafts.page(session, caller.id, limit=page.take, after=page.after))


@drafts.get("/{draft_id}")
def read_draft(draft_id: str, caller: Caller, session: InRead, response: Response) -> Draft:
    """Return one draft as it was typed."""
    draft = influencers.drafts.find(session, caller.id, draft_id)
    put(response, draft.rev)
    return draft


@drafts.patch("/{draft_id}")
def write_draft(
    draft_id: str, wish: DraftWrite, caller: Caller, session: InSession, now: Now, response: Response, seen: IfMatch
) -> Draft:
    """Keep what was typed since."""
    draft = influencers.drafts.write(
        session, caller.id, draft_id, step=wish.step, fields=wish.fields, now=now, rev=seen
    )
    put(response, draft.rev)
    return draft


@drafts.delete("/{draft_id}", status_code=204)
def drop_draft(draft_id: str, caller: Caller, session: InSession) -> None:
    """Forget a draft."""
    influencers.drafts.drop(session, caller.id, draft_id)


@asking.post("/autofill")
def fill_field(wish: Autofill, door: TheDoor, caller: Caller) -> FilledOut:
    """Propose a value for one field of the wizard that fits what is known."""
    text = _writer(door)
    path = wish.field.removeprefix("persona.")
    task = AutofillTask(field=path, known=wish.known, seed=wish.seed or ids.new())
    key = f"autofill:{caller.id}:{task.field}:{task.seed}"
    filled = metered(door.tools, caller.id, "text", key, lambda: text.autofill(task))
    return FilledOut(field=wish.field, value=filled.value)


@asking.post("/surprise")
def surprise_persona(wish: Surprise, door: TheDoor, caller: Caller, now: Now) -> Surprised:
    """Propose a whole persona, an adult, with her portrait."""
    text, image = _writer(door), _painter(door)
    task = PersonaTask(mode=wish.mode, seed=wish.seed or ids.new())
    draft = metered(door.tools, caller.id, "text", f"persona:{caller.id}:{task.seed}", lambda: text.persona(task))
    look = Look.model_validate(draft.look)
    face = _draw(door, caller.id, image, draft.persona | {"name": draft.name}, look, task.seed, now)
    fields = {"name": draft.name, "handle": draft.handle, "persona": draft.persona, "look": draft.look}
    return Surprised.model_validate(fields | {"face": face})


@asking.post("/face")
def draw_faces(wish: FaceWanted, door: TheDoor, caller: Caller, now: Now) -> Faces:
    """Draw portraits to choose from."""
    image = _painter(door)
    look = _look(wish.look)
    seed = wish.seed or ids.new()
    return Faces(
        faces=[
            _draw(door, caller.id, image, wish.persona, look, f"{seed}/{number}", now) for number in range(wish.count)
        ]
    )


@asking.post("/face/find", openapi_extra=up_to(uploads.FORM_LIMIT))
def find_face(file: UploadFile, _caller: Caller) -> FoundFace:
    """Find the square that the face is in, in a photograph that is not kept; null when none is surely seen."""
    found = studio.find_face(uploads.bounded(file))
    return FoundFace(square=None if found is None else Square(x=found.x, y=found.y, size=found.size))


@asking.post("/face/upload", openapi_extra=up_to(uploads.FORM_LIMIT))
def upload_face(
    file: UploadFile,
    door: TheDoor,
    caller: Caller,
    now: Now,
    shows: Annotated[Literal["real_person", "nobody_real"], Form()] = "real_person",
    crop: Annotated[str | None, Form(pattern=r"^\d{1,5},\d{1,5},\d{2,5}$", examples=["120,80,640"])] = None,
) -> FaceOut:
    """Take in a photograph of a face, or the square x,y,size of it, in pixels of the upright picture.

    Nothing is made with the face of a real person before a consent is recorded.
    """
    picture = studio.photo_in(uploads.bounded(file), _square(crop))
    kept = door.tools.files.put(picture.data, ".png")
    with door.database.begin() as session:
        influencers.consents.declare(session, caller.id, kept.key, now, shows_real=shows == "real_person")
    return FaceOut(key=kept.key, url=media.address(door, kept.key, now))


@asking.post("/sorcerer/init", status_code=201)
def init_influencer(wish: Wizard, door: TheDoor, caller: Caller, now: Now) -> Init:
    """Make the influencer the wizard describes and plan her days."""
    begun: Begun = begin(door.tools, caller.id, wish)
    door.wake()
    return Init(
        influencer=shown.influencer(door, begun.influencer, now),
        plan=begun.plan,
        channels=[channel_out(door, channel) for channel in begun.channels],
    )


def _draw(
    door: Door, owner_id: str, image: Image, persona: dict[str, Any], look: Look | None, seed: str, now: Now
) -> FaceOut:
    key = f"face:{owner_id}:{seed}"
    picture = metered(door.tools, owner_id, "image", key, lambda: image.face(persona, seed, look))
    kept = door.tools.files.put(picture.data, ".png")
    drawn = picture.look.model_dump(mode="json") if picture.look else None
    return FaceOut(key=kept.key, url=media.address(door, kept.key, now), look=drawn)


def _square(crop: str | None) -> studio.Crop | None:
    if crop is None:
        return None
    x, y, size = map(int, crop.split(","))
    try:
        return studio.Crop(x=x, y=y, size=size)
    except ValidationError as error:
        message = f"The square {crop} cannot be cut out."
        raise Invalid(message, field="crop", fix="Send x,y,size in pixels, size 64 or more.") from error


def _look(given: dict[str, Any] | None) -> Look | None:
    if given is None:
        return None
    try:
        return Look.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        path = ".".join(("look", *(str(part) for part in first["loc"])))
        raise Invalid(f"This look cannot be drawn: {first['msg']}.", field=path, fix="Leave look away.") from error


def _writer(door: Door) -> Text:
    if door.tools.provider.text is None:
        raise Unavailable("This provider writes no words.", fix="Choose another provider.")
    return door.tools.provider.text


def _painter(door: Door) -> Image:
    if door.tools.provider.image is None:
        raise Unavailable("This provider draws no pictures.", fix="Upload a face.")
    return door.tools.provider.image
