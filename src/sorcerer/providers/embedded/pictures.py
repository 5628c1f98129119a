"""Pictures of her: the portrait and the first frame. What is drawn is drawn in a child."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any, get_args

from sorcerer import children, ids
from sorcerer.providers.failures import ProviderError
from sorcerer.providers.values import Look, Picture, Shot, Skin

_DRAW = "sorcerer.providers.embedded.draw"
_SHADES = {
    "outfit_color": ("#d9765f", "#8fb7a6", "#3f4a6b", "#e0b23c", "#b5526b", "#7a6bb0", "#5f7f73", "#2f3e55", "#c98a5e"),
    "eye": ("#6b4a2b", "#4a2f1d", "#4f7a8c", "#4d8a8f", "#5d7a3a", "#54708f", "#7a5a34"),
}
_STYLES = {
    True: ("short", "short", "quiff", "curly", "buzz", "bald", "locs", "bun", "turban"),
    False: (
        *("long", "wavy", "bob", "fringe", "bun", "pony", "pixie", "curly", "afro", "locs", "braids", "short"),
        *("buzz", "hijab", "turban", "wavy", "long"),
    ),
}
_LIKED = {
    True: ("hoodie", "blazer", "tee", "knit", "shirt", "denim", "linen", "tank"),
    False: ("tank", "hoodie", "blazer", "tee", "knit", "shirt", "dress", "denim", "linen"),
}
_GREY_FROM = 52
_ADULT, _OLDEST = 20, 70


class EmbeddedImage:
    """Draw pictures without a key. The look alone decides who is seen."""

    trained = False

    def face(self, persona: Mapping[str, Any], seed: str, look: Look | None = None) -> Picture:
        """Return a portrait, 1024 by 1024 pixels, PNG. With a look it is that very person; else one that fits.

        Raises:
            ProviderError: the drawing child died.
        """
        look = look or look_for(persona, seed)
        return Picture(data=_drawn("face", {"look": look.model_dump()}), media_type="image/png", look=look)

    def frame(self, face: Picture, shot: Shot) -> Picture:
        """Return her in a shot, 1080 by 1920 pixels, JPEG, without text. An uploaded face keeps its own place.

        Raises:
            ProviderError: the drawing child died.
        """
        if face.look is None:
            order: dict[str, Any] = {"photo": base64.b64encode(face.data).decode()}
        else:
            shown = shot.model_dump(mode="json", exclude={"line", "action"})
            order = {"look": face.look.model_dump(), "shot": shown}
        return Picture(data=_drawn("frame", order), media_type="image/jpeg", look=face.look)


def _drawn(name: str, order: dict[str, Any]) -> bytes:
    try:
        answer = children.call(f"{_DRAW}:{name}", order, seconds=60, megabytes=1500)
        return base64.b64decode(answer["picture"])
    except (children.ChildFailed, binascii.Error) as error:
        raise ProviderError(f"The embedded studio did not draw the {name}: {error}") from error


def look_for(persona: Mapping[str, Any], seed: str) -> Look:
    """Return a look that fits a persona's pronouns and age, drawn from the seed."""
    pronouns = str(persona.get("pronouns", "she"))
    age = persona.get("age", 28)
    masc = pronouns == "he" or (pronouns == "they" and ids.draw(seed, "masc") < 0.5)  # noqa: PLR2004 - even odds
    hairs = ["black", "brunette", "chestnut", "auburn", "blonde", "sand", "copper", "black", "brunette"]
    if not masc:
        hairs += ["rose", "teal"]
    if isinstance(age, int) and age >= _GREY_FROM:
        hairs = ["silver", "silver", "white"]
    drawn = {
        **_traits(seed, masc=masc),
        "hair": ids.pick(hairs, seed, "hair"),
        "eye": ids.pick(_SHADES["eye"], seed, "eye"),
        "outfit": ids.pick(_LIKED[masc], seed, "outfit"),
        "outfit_color": ids.pick(_SHADES["outfit_color"], seed, "color"),
        "masc": masc,
        "years": min(max(age, _ADULT), _OLDEST) if isinstance(age, int) else 28,
    }
    return Look.model_validate(drawn)


def _traits(seed: str, *, masc: bool) -> dict[str, Any]:
    """Return what a face is drawn from by chance alone: every skin with every style that grows."""

    def odds(share: float, *purpose: str) -> bool:
        return ids.draw(seed, *purpose) < share

    return {
        "skin": ids.pick(get_args(Skin), seed, "skin"),
        "style": ids.pick(_STYLES[masc], seed, "style"),
        "beard": masc and odds(0.55, "beard"),
        "whiskers": ids.pick(("full", "stubble", "stubble", "goatee", "moustache"), seed, "whiskers"),
        "glasses": odds(0.24, "glasses"),
        "frames": ids.pick(("soft", "round", "square") if masc else ("soft", "round", "cat"), seed, "frames"),
        "earrings": not masc and odds(0.7, "earrings"),
        "jewellery": ids.pick(("hoops", "studs", "drops"), seed, "jewellery"),
        "necklace": not masc and odds(0.4, "necklace"),
        "headwear": ids.pick(("cap", "beanie"), seed, "hat") if odds(0.18, "hatted") else "none",
        "shape": ids.pick(("oval", "round", "square") if masc else ("oval", "round", "heart"), seed, "shape"),
        "eyes": ids.pick(("almond", "almond", "round", "hooded"), seed, "eyes"),
        "freckles": odds(0.14, "freckles"),
        "jaw": 0.9 + 0.2 * ids.draw(seed, "jaw"),
        "brow": 0.85 + 0.35 * ids.draw(seed, "brow"),
        "nose": 0.9 + 0.3 * ids.draw(seed, "nose"),
        "lips": 0.9 + 0.35 * ids.draw(seed, "lips"),
    }
