"""Seal what a stage has made: say what it is, from what and by which tool, and sign it last."""

from dataclasses import dataclass
from pathlib import Path

from sorcerer import studio
from sorcerer.providers import Picture, is_trained
from sorcerer.toolbox import Toolbox
from sorcerer.workflows.brief import Brief

Claim = studio.provenance.Claim
Ingredient = studio.provenance.Ingredient
Sealed = studio.provenance.Sealed
_STILLS = ("frame", "thumbnail")


@dataclass(frozen=True)
class Signed:
    """A signed file, and what it says of itself."""

    claim: Claim
    sealed: Sealed
    media_type: str


def sealed(
    toolbox: Toolbox,
    brief: Brief,
    kind: str,
    made: Picture | Path,
    made_from: Ingredient,
    labels: tuple[str, ...] = (),
) -> Signed:
    """Return the picture or film, signed; a film's file on this machine then is the signed one too.

    Args:
        labels: the lines of disclosure that are burned into it.

    Raises:
        Unavailable: it could not be signed.
    """
    claim, key = _claim(toolbox, brief, kind, labels), toolbox.signing_key
    if isinstance(made, Picture):
        picture = studio.provenance.seal(made.data, made.media_type, claim, [made_from], key)
        return Signed(claim, picture, made.media_type)
    film = studio.provenance.seal(made.read_bytes(), "video/mp4", claim, [made_from], key)
    made.write_bytes(film.data)
    return Signed(claim, film, "video/mp4")


def _claim(toolbox: Toolbox, brief: Brief, kind: str, labels: tuple[str, ...]) -> Claim:
    provider = toolbox.provider
    still = brief.video.kind == "story" or kind in _STILLS
    drawing = (provider.image,) if still else (provider.image, provider.video)
    drawn = not any(port is not None and is_trained(port) for port in drawing)
    fields = {
        "kind": kind,
        "handle": brief.influencer.handle,
        "name": brief.influencer.name,
        "source": studio.provenance.source_of(drawn=drawn, real_face=brief.influencer.real_face),
        "tool": provider.name,
        "sponsor": brief.sponsor.company if brief.sponsor else None,
        "labels": labels,
        "made_at": toolbox.clock.now(),
    }
    return Claim.model_validate(fields)
