"""Which mouth a sound makes: IPA to one of sixteen shapes, and how far each opens."""

from typing import NamedTuple


class Mouth(NamedTuple):
    """A mouth: how open (0 to 1), how wide (-1 pursed to 1 broad), how much of the teeth shows (0 to 1)."""

    open: float
    wide: float
    teeth: float


SHAPES: dict[str, Mouth] = {
    "rest": Mouth(0.0, 0.25, 0.0),
    "AA": Mouth(0.8, 0.15, 0.6),
    "AO": Mouth(0.7, -0.45, 0.2),
    "EH": Mouth(0.52, 0.45, 0.9),
    "IY": Mouth(0.3, 0.8, 1.0),
    "UW": Mouth(0.3, -0.85, 0.0),
    "OW": Mouth(0.52, -0.65, 0.1),
    "ER": Mouth(0.36, -0.2, 0.5),
    "MBP": Mouth(0.0, 0.05, 0.0),
    "FV": Mouth(0.14, 0.2, 1.0),
    "L": Mouth(0.4, 0.3, 0.7),
    "TH": Mouth(0.26, 0.25, 0.8),
    "S": Mouth(0.16, 0.5, 1.0),
    "W": Mouth(0.2, -0.95, 0.0),
    "SH": Mouth(0.25, -0.55, 0.9),
    "K": Mouth(0.32, 0.2, 0.6),
}

_SOUNDS = {
    "ʃʒ": "SH",
    "mbp": "MBP",
    "fv": "FV",
    "θð": "TH",
    "sztdnɾ": "S",
    "lɫ": "L",
    "w": "W",
    "uʊ": "UW",
    "ɔ": "AO",
    "o": "OW",
    "\u0251aʌæɐ": "AA",
    "ɛeə": "EH",
    "i\u026aj": "IY",
    "ɹrɜɚ": "ER",
    "k\u0261ghŋx": "K",
}
_STRESS = str.maketrans("", "", "ˈˌː")


def shape_of(sound: str) -> str:
    """Return the mouth shape of a sound in IPA; silence rests."""
    bare = sound.translate(_STRESS).strip("_:; ")
    if not bare:
        return "rest"
    if bare in {"tʃ", "dʒ"}:
        return "SH"
    return next((shape for sounds, shape in _SOUNDS.items() if bare[0] in sounds), "EH")
