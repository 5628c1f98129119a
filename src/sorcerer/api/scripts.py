"""/api/script/preview: words tried out before anything is filmed."""

from typing import Literal

from pydantic import Field

from sorcerer import ids, influencers, sponsors, studio
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Caller, Now, TheDoor
from sorcerer.api.gate import Routes
from sorcerer.errors import Unavailable
from sorcerer.providers import Moment, PersonaFacts, Script, ScriptTask
from sorcerer.toolbox import metered

router = Routes("/script", tags=["video"])


class Preview(Body):
    """What to write words for."""

    influencer_id: str = Field(max_length=26)
    kind: Literal["reel", "story"] = "reel"
    direction: str = Field("", max_length=4000, examples=["She fails at pottery and likes it"])
    script: str | None = Field(None, max_length=20000, examples=[None])
    sponsor_id: str | None = Field(None, max_length=26, examples=[None])
    seed: str = Field("", max_length=80)


@router.post("/preview")
def preview_script(wish: Preview, door: TheDoor, caller: Caller, now: Now) -> Script:
    """Write the words of a post without keeping them."""
    with door.tools.database.read() as session:
        influencer = influencers.find(session, caller.id, wish.influencer_id)
        sponsor = sponsors.find(session, caller.id, wish.sponsor_id) if wish.sponsor_id else None
    local = now.astimezone(influencer.zone).replace(tzinfo=None).isoformat(timespec="minutes")
    task = ScriptTask(
        who=PersonaFacts(name=influencer.name, persona=influencer.persona.model_dump(mode="json")),
        moment=Moment(local_time=local, place=influencer.persona.city.title()),
        medium=wish.kind,
        direction=wish.direction,
        sponsor=sponsor.facts() if sponsor is not None else None,
        seed=wish.seed or ids.new(),
    )
    text = door.tools.provider.text
    if text is None:
        raise Unavailable("This provider writes no words.", fix="Choose another provider.")
    key = f"preview:{caller.id}:{task.seed}"
    return metered(door.tools, caller.id, "text", key, lambda: studio.script(text, task, wish.script))
