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
}
HAIRS = {
    "black": Hair("#2b2228", "#110c10", "#6a5a68"),
    "brunette": Hair("#573423", "#2f180f", "#9a6644"),
    "chestnut": Hair("#85492b", "#4d2615", "#c98554"),
    "blonde": Hair("#d8ab63", "#9b6c31", "#fae2ab"),
    "rose": Hair("#d38993", "#96505a", "#f8cbcc"),
    "copper": Hair("#b0522a", "#6c2b15", "#ee9a63"),
    "silver": Hair("#b4b8c6", "#777c90", "#f1f3f8"),
}


def skin_of(look: Look) -> Skin:
    """Return the tones of her skin."""
    return SKINS[look.skin]


def hair_of(look: Look) -> Hair:
    """Return the tones of her hair."""
    return HAIRS[look.hair]


def lips_of(look: Look) -> str:
    """Return the colour of her lips: rosier where she wears colour on them."""
    skin = skin_of(look)
    return mix(skin.shade, skin.blush, 0.45) if look.masc else mix(skin.blush, "#b5304a", 0.36)


def brows_of(look: Look) -> str:
    """Return the colour of her brows, darker than the hair and never silver."""
    hair = hair_of(look)
    return "#686b7b" if look.hair == "silver" else mix(hair.shade, hair.base, 0.35)
