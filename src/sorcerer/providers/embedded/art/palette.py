"""The colours of a person: each skin and each hair as base, shade, light and blush."""

from typing import NamedTuple

from sorcerer.providers.embedded.art.paint import mix
from sorcerer.providers.values import Look


class Skin(NamedTuple):
    """Skin in four tones."""

    base: str
    shade: str
    light: str
    blush: str


class Hair(NamedTuple):
    """Hair in three tones."""

    base: str
    shade: str
    light: str


SKINS = {
    "porcelain": Skin("#f8d8c5", "#dd9d83", "#fff0e6", "#ee8d80"),
    "light": Skin("#f3c9ab", "#d18f6e", "#ffe4d0", "#e87f6c"),
    "tan": Skin("#dfa67a", "#b06d46", "#f3c79f", "#d4684c"),
    "brown": Skin("#b3744b", "#7b4529", "#d89c70", "#ae4c36"),
    "deep": Skin("#7a4932", "#47271a", "#a66e4e", "#8c3d2e"),
    "ivory": Skin("#f6cfb4", "#d3947a", "#ffe8d8", "#ec7f76"),
    "olive": Skin("#dcb183", "#a8794c", "#f2d3a8", "#cf7350"),
    "honey": Skin("#cc8f5c", "#935b35", "#eab885", "#c45c3e"),
    "umber": Skin("#94593a", "#5a301d", "#bf8258", "#9c4431"),
    "ebony": Skin("#5a3526", "#301812", "#875642", "#74302a"),
}
HAIRS = {
    "black": Hair("#2b2228", "#110c10", "#6a5a68"),
    "brunette": Hair("#573423", "#2f180f", "#9a6644"),
    "chestnut": Hair("#85492b", "#4d2615", "#c98554"),
    "blonde": Hair("#d8ab63", "#9b6c31", "#fae2ab"),
    "rose": Hair("#d38993", "#96505a", "#f8cbcc"),
    "copper": Hair("#b0522a", "#6c2b15", "#ee9a63"),
    "silver": Hair("#b4b8c6", "#777c90", "#f1f3f8"),
    "white": Hair("#e4e1de", "#a9a4a6", "#fffdfa"),
    "auburn": Hair("#6e2f24", "#3b1512", "#b4634a"),
    "sand": Hair("#b58f62", "#7a5a37", "#e2c697"),
    "teal": Hair("#2f6f73", "#173f45", "#6bb3b0"),
}


_GREYING = 46
_GREY = ("silver", "white")


def skin_of(look: Look) -> Skin:
    """Return the tones of her skin."""
    return SKINS[look.skin]


def hair_of(look: Look) -> Hair:
    """Return the tones of her hair, some grey in it from the late forties on."""
    hair = HAIRS[look.hair]
    grey = min(0.55, max(0.0, (look.years - _GREYING) / 45))
    if look.hair in _GREY or not grey:
        return hair
    return Hair(*(mix(tone, other, grey) for tone, other in zip(hair, HAIRS["silver"], strict=True)))


def cloth_of(look: Look) -> str:
    """Return the colour of the scarf or wrap on her head: a quieter neighbour of what she wears."""
    return mix(mix(look.outfit_color, "#e9d3bd", 0.42), skin_of(look).shade, 0.12)


def lips_of(look: Look) -> str:
    """Return the colour of her lips: rosier where she wears colour on them."""
    skin = skin_of(look)
    return mix(skin.shade, skin.blush, 0.45) if look.masc else mix(skin.blush, "#b5304a", 0.36)


def brows_of(look: Look) -> str:
    """Return the colour of her brows, darker than the hair and never white."""
    hair = hair_of(look)
    return "#686b7b" if look.hair in _GREY else mix(hair.shade, hair.base, 0.35)
