"""What a file says of itself, what we remember of it, and how sure a recognition is. Pure."""

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Kind = Literal["face", "frame", "film", "thumbnail", "story"]
MediaType = Literal["image/jpeg", "image/png", "video/mp4"]
Source = Literal["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "compositeSynthetic"]
Verdict = Literal["signed", "changed", "registered", "probably", "foreign", "unknown"]

SOURCES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
POST = "org.sorcerer.post"


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Claim(Value):
    """What a file is to say of itself; all of it is public as soon as the file is.

    Args:
        handle: the persona's name on the networks, without "@".
        source: IPTC digital source type.
        tool: which provider drew or filmed it.
        sponsor: the brand, when it is an ad.
        labels: the lines of disclosure that are burned into the picture.
    """

    kind: Kind
    handle: str
    name: str
    source: Source
    tool: str
    sponsor: str | None = None
    labels: tuple[str, ...] = ()
    made_at: datetime


class Ingredient(Value):
    """A file that another was made from. One that carries a manifest brings its own ingredients along."""

    kind: Kind
    data: bytes = Field(repr=False)
    media_type: MediaType


class Sealed(Value):
    """A file with its manifest inside.

    Args:
        data: the file's bytes; one that changes is found.
        sha256: of these bytes.
        manifest: the label of its manifest, "urn:c2pa:…".
        ingredients: what it was made from, and what that was made from, the nearest first.
        fingerprint: what it looks like, in hexadecimal; see `fingerprint`.
    """

    data: bytes = Field(repr=False)
    sha256: str
    manifest: str
    ingredients: tuple[str, ...]
    fingerprint: str


class Reading(Value):
    """What was found in a file that somebody showed us.

    Args:
        media: "image" or "video"; None when it is neither.
        state: of its manifest: "Trusted" is signed by us and whole, "Valid" signed by another and whole,
            "Invalid" was changed; None when it has none.
        faults: codes of what is wrong with the manifest, from the C2PA specification.
        claims: what its manifest says; empty unless it is whole.
        ingredients: titles of what it was made from, as its manifest says.
        source: the IPTC source type that stands beside the manifest.
        fingerprint: what it looks like; empty when it cannot be decoded.
    """

    sha256: str
    media: Literal["image", "video"] | None
    state: Literal["Trusted", "Valid", "Invalid"] | None = None
    manifest: str | None = None
    signer: str | None = None
    generator: str | None = None
    faults: tuple[str, ...] = ()
    claims: dict[str, Any] = Field(default_factory=dict)
    ingredients: tuple[str, ...] = ()
    source: str | None = None
    fingerprint: str = ""


class Entry(Value):
    """One file in the registry."""

    id: str
    owner_id: str
    influencer_id: str | None
    video_id: str | None
    sha256: str
    manifest: str
    kind: Kind
    handle: str
    name: str
    source: Source
    tool: str
    sponsor: str | None
    labels: tuple[str, ...]
    ingredients: tuple[str, ...]
    fingerprint: str
    made_at: datetime
    published_at: datetime | None = None


class Finding(Value):
    """What we can say of a file.

    Args:
        verdict: "signed" by us and whole, "changed" after we signed it, "registered" as the very file,
            "probably" a copy of one of ours, "foreign": whole and signed by another, or "unknown".
        likeness: share of the marks that are the same, 0.5 by chance alone, when it was compared; of a film, at its
            least alike moment but one.
    """

    verdict: Verdict
    entry: Entry | None
    likeness: float | None = None


def source_of(*, drawn: bool, real_face: bool) -> Source:
    """Return the IPTC source type of what was made.

    Args:
        drawn: our own code drew it, no trained model did.
        real_face: the photograph of a person is in it.
    """
    if drawn:
        return "compositeSynthetic"
    return "compositeWithTrainedAlgorithmicMedia" if real_face else "trainedAlgorithmicMedia"
