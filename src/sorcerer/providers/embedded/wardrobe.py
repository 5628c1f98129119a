"""The wardrobe: what she wears where, by season, weather, hour and health. Pure."""

from collections.abc import Sequence

from sorcerer import ids
from sorcerer.providers.embedded.art.paint import mix
from sorcerer.providers.values import Headwear, Look, Outfit, SceneName, Season, Shot

OUTDOORS: frozenset[SceneName] = frozenset({"street", "park", "beach", "hike", "market"})
_ELSEWHERE: dict[Outfit, Outfit] = {"apron": "tee", "sport": "hoodie", "pyjamas": "knit", "raincoat": "hoodie"}
_ON_THE_WAY = OUTDOORS | {"train", "airport"}
_WARM: dict[Outfit, Outfit] = {"tank": "knit", "dress": "knit", "tee": "hoodie", "linen": "shirt"}
_IN_TOWN: dict[Season, tuple[Outfit, ...]] = {
    "spring": ("denim", "hoodie", "shirt"),
    "summer": ("linen", "dress", "tee"),
    "autumn": ("coat", "denim", "knit"),
    "winter": ("coat", "puffer"),
}
_IN_THE_WILD: dict[SceneName, tuple[tuple[Outfit, ...], tuple[Outfit, ...]]] = {  # else, and in summer
    "hike": (("sport", "hoodie"), ("sport", "tee")),
    "park": (("denim", "hoodie", "knit"), ("linen", "dress", "tee")),
    "beach": (("denim", "hoodie"), ("linen", "dress", "tank")),
}
_WILD = frozenset(_IN_THE_WILD)
_DEEP, _PALE = "#2c3145", "#efe3d2"


def dressed(look: Look, shot: Shot) -> Look:
    """Return her look in the clothes of a shot: the shot's own outfit, else what the place and the season ask for.

    Shots of one film share the seed before its last stroke, so she does not change between them.
    """
    outfit = shot.outfit or _worn(look, shot)
    tones = (look.outfit_color, mix(look.outfit_color, _DEEP, 0.62), mix(look.outfit_color, _PALE, 0.55))
    tone = look.outfit_color if outfit == look.outfit else ids.pick(tones, *_key(look, shot), "tone")
    return look.model_copy(update={"outfit": outfit, "outfit_color": tone, "headwear": _hat(look, shot)})


def _key(look: Look, shot: Shot) -> tuple[str, ...]:
    return (look.eye, look.skin, look.outfit_color, shot.seed.rpartition("/")[0], shot.scene)


def _worn(look: Look, shot: Shot) -> Outfit:
    def one(*choices: Outfit) -> Outfit:
        fitting = [choice for choice in choices if choice != "dress" or not look.masc]
        return ids.pick(fitting, *_key(look, shot), "outfit")

    if shot.injury == "ill" or (shot.scene == "bedroom" and shot.light != "day"):
        return one("pyjamas", "knit") if shot.scene != "bedroom" else "pyjamas"
    if shot.scene in _ON_THE_WAY and (special := _outside(shot)):
        return one(*special)
    if special := _inside(shot):
        return one(*special)
    liked = _ELSEWHERE.get(look.outfit, look.outfit)
    return _WARM.get(liked, liked) if shot.season == "winter" else liked


def _outside(shot: Shot) -> Sequence[Outfit]:
    if shot.weather == "rain" and shot.scene in OUTDOORS:
        return ("raincoat",)
    if shot.season == "winter" or shot.weather == "snow":
        return ("puffer",) if shot.scene in _WILD else _IN_TOWN["winter"]
    if shot.scene in _WILD:
        return _IN_THE_WILD[shot.scene][shot.season == "summer"]
    return _IN_TOWN[shot.season]


def _inside(shot: Shot) -> Sequence[Outfit]:
    if shot.scene == "restaurant":
        return ("dress", "blazer", "shirt") if shot.light in {"night", "golden"} else ("shirt", "linen", "tee")
    table: dict[SceneName, Sequence[Outfit]] = {
        "gym": ("sport", "tank"),
        "kitchen": ("apron", "apron", "tee"),
        "studio": ("apron", "apron", "denim"),
        "office": ("blazer", "shirt"),
    }
    return table.get(shot.scene, ())


def _hat(look: Look, shot: Shot) -> Headwear:
    """Return what she wears on her head there: under a roof nothing but a headband at the gym."""
    if shot.scene == "gym":
        return "headband" if look.headwear != "none" else "none"
    if shot.scene not in OUTDOORS:
        return "none"
    if shot.season == "winter" or shot.weather == "snow":
        return "beanie"
    if shot.scene == "beach" and shot.season == "summer" and shot.light != "night":
        return "straw" if ids.draw(*_key(look, shot), "hat") < 0.5 else look.headwear  # noqa: PLR2004 - even odds
    if shot.scene == "hike" and look.headwear == "none":
        return "cap" if ids.draw(*_key(look, shot), "hat") < 0.5 else "none"  # noqa: PLR2004 - even odds
    return look.headwear
