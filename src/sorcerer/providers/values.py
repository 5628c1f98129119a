"""What goes in and out of the ports. Frozen, so that a durable step can keep them."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Value(BaseModel):
    """A frozen value that refuses fields it does not know; as JSON its bytes are base 64."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64")


class Beat(Value):
    """One line of a script: what is said and what is seen.

    Args:
        role: "hook" opens, "beat" tells, "cta" asks for something at the end.
        line: the words she speaks, unchanged from script to caption.
        action: what she does in the picture, in a few words.
    """

    role: Literal["hook", "beat", "cta"]
    line: str = Field(min_length=1, max_length=2000)
    action: str = Field("", max_length=200)


Family = Literal["talk", "montage", "tutorial", "day", "review", "series"]


class Script(Value):
    """The words of one post.

    Args:
        title: a name for the post on our own pages.
        beats: what she says, in order.
        caption: what stands under the post, without hashtags and without labels.
        hashtags: at most five, each without its "#".
        alt_text: what a picture of the post shows, for people who do not see it.
        written_by: "user" when the words are somebody's own and were kept, else the provider's name.
        family: what sort of film the words ask for; a storyboard takes its shots from it.
    """

    title: str = Field(min_length=1, max_length=120)
    beats: tuple[Beat, ...] = Field(min_length=1)
    caption: str = Field("", max_length=2200)
    hashtags: tuple[str, ...] = Field((), max_length=5)
    alt_text: str = Field("", max_length=1000)
    written_by: str = "embedded"
    family: Family = "talk"


Skin = Literal["porcelain", "ivory", "light", "olive", "honey", "tan", "brown", "umber", "deep", "ebony"]
HairColor = Literal[
    "black", "brunette", "chestnut", "auburn", "copper", "sand", "blonde", "silver", "white", "rose", "teal"
]
HairStyle = Literal[
    "long",
    "wavy",
    "bob",
    "fringe",
    "bun",
    "pony",
    "short",
    "quiff",
    "pixie",
    "curly",
    "afro",
    "locs",
    "braids",
    "buzz",
    "bald",
    "hijab",
    "turban",
]
Outfit = Literal[
    "tank",
    "hoodie",
    "blazer",
    "tee",
    "knit",
    "shirt",
    "sport",
    "coat",
    "puffer",
    "dress",
    "denim",
    "raincoat",
    "linen",
    "apron",
    "pyjamas",
]
Headwear = Literal["none", "cap", "beanie", "headband", "straw"]


class Look(Value):
    """How she looks: the parameters a drawn face is made from, the single source of truth of every picture after it.

    Args:
        outfit: what she likes best to wear; the wardrobe gives way to the place, the season and her health.
        years: her age as it shows on her face; only adults are drawn.
        shape: of her face.
        nose, lips: how broad and how full, 1 being the middle.
        headwear: what she wears out of doors; a hijab and a turban are hair styles and stay on.
    """

    skin: Skin = "tan"
    hair: HairColor = "brunette"
    style: HairStyle = "long"
    eye: str = Field("#6b4a2b", pattern=r"^#[0-9a-f]{6}$")
    outfit: Outfit = "hoodie"
    outfit_color: str = Field("#5f7f73", pattern=r"^#[0-9a-f]{6}$")
    masc: bool = False
    beard: bool = False
    glasses: bool = False
    earrings: bool = True
    jaw: float = Field(1.0, ge=0.8, le=1.2)
    brow: float = Field(1.0, ge=0.6, le=1.5)
    years: int = Field(30, ge=18, le=90)
    shape: Literal["oval", "round", "square", "heart"] = "oval"
    eyes: Literal["almond", "round", "hooded"] = "almond"
    nose: float = Field(1.0, ge=0.8, le=1.3)
    lips: float = Field(1.0, ge=0.8, le=1.3)
    freckles: bool = False
    whiskers: Literal["full", "stubble", "goatee", "moustache"] = "full"
    frames: Literal["soft", "round", "square", "cat"] = "soft"
    jewellery: Literal["hoops", "studs", "drops"] = "hoops"
    necklace: bool = False
    headwear: Headwear = "none"


SceneName = Literal[
    "home",
    "kitchen",
    "bedroom",
    "gym",
    "cafe",
    "restaurant",
    "desk",
    "office",
    "studio",
    "library",
    "shop",
    "market",
    "product",
    "street",
    "park",
    "beach",
    "hike",
    "train",
    "airport",
]
Light = Literal["dawn", "day", "golden", "night"]
Season = Literal["spring", "summer", "autumn", "winter"]
Weather = Literal["clear", "cloudy", "rain", "snow"]
Pose = Literal["frontal", "turned", "seated", "selfie"]
Injury = Literal["", "leg", "arm", "ill"]


class Product(Value):
    """A sponsor's product as it stands in the picture.

    Args:
        name, company: as they are printed on it.
        logo: base64 of the brand's logo as PNG or JPEG; empty when there is none.
    """

    name: str = ""
    company: str
    logo: str = ""


class Picture(Value):
    """An encoded picture.

    Args:
        data: the file's bytes.
        media_type: "image/png" or "image/jpeg".
        look: the parameters it was drawn from, when it was drawn.
    """

    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    look: Look | None = None


class Word(Value):
    """One spoken word and when it is heard, in seconds from the start of its line."""

    text: str
    start: float = Field(ge=0)
    end: float = Field(ge=0)


class Viseme(Value):
    """A mouth shape and when it begins, in seconds from the start of its line."""

    shape: str
    start: float = Field(ge=0)


class Speech(Value):
    """One spoken line.

    Args:
        pcm: 16-bit little-endian mono samples.
        rate: samples per second.
        words: when each word is heard.
        visemes: when each mouth shape begins.
        timing: how far to trust the times.
    """

    pcm: bytes
    rate: int
    words: tuple[Word, ...]
    visemes: tuple[Viseme, ...] = ()
    timing: Literal["provider", "aligned", "estimated"] = "provider"

    @property
    def seconds(self) -> float:
        """Return how long the line lasts, in seconds."""
        return len(self.pcm) / 2 / self.rate


Framing = Literal["wide", "medium", "close"]


class Shot(Value):
    """One piece of a film between two cuts.

    Args:
        scene: where she is.
        light: the time of day.
        framing: how near the camera stands.
        line: what she says, empty when she is silent.
        action: what she does, in a few words.
        seconds: how long the shot lasts.
        seed: what every small motion in it is drawn from.
        pose: how she stands, sits or holds the camera.
        season, weather: out of doors and behind every window.
        outfit: what she wears; None leaves it to the wardrobe.
        injury: what of her is hurt, as it shows.
        product: what stands in the picture for a sponsor.
    """

    scene: SceneName
    light: Light = "day"
    framing: Framing = "medium"
    line: str = ""
    action: str = ""
    seconds: float = Field(gt=0, le=60)
    seed: str = ""
    pose: Pose = "frontal"
    season: Season = "summer"
    weather: Weather = "clear"
    outfit: Outfit | None = None
    injury: Injury = ""
    product: Product | None = None


class Drawn(Value):
    """Footage that is drawn frame by frame where it is encoded.

    Args:
        source: "module:function" of the drawing code; called with `order` in the film's child process, it
            returns a `Stage`.
        order: what to draw, as JSON.
    """

    source: str
    order: dict[str, Any]


class Clip(Value):
    """Footage that a vendor has encoded already."""

    data: bytes
    media_type: Literal["video/mp4"] = "video/mp4"


Footage = Drawn | Clip
