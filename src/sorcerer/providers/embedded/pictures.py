"""Pictures of her: the portrait and the first frame. What is drawn is drawn in a child."""

import base64
import binascii
from collections.abc import Mapping
from typing import Any, cast

from sorcerer import children, ids
from sorcerer.providers.failures import ProviderError
from sorcerer.providers.values import Light, Look, Picture, SceneName

_DRAW = "sorcerer.providers.embedded.draw"
_SHADES = {
    "outfit_color": ("#d9765f", "#8fb7a6", "#3f4a6b", "#e0b23c", "#b5526b", "#7a6bb0", "#5f7f73", "#2f3e55", "#c98a5e"),
    "eye": ("#6b4a2b", "#4a2f1d", "#4f7a8c", "#4d8a8f", "#5d7a3a", "#54708f", "#7a5a34"),
}


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

    def frame(self, face: Picture, scene: SceneName, light: Light, seed: str) -> Picture:
        """Return her in a scene, 1080 by 1920 pixels, JPEG, without text. An uploaded face keeps its own place.

        Raises:
            ProviderError: the drawing child died.
        """
        order: dict[str, Any] = {"scene": scene, "light": light, "seed": seed}
        if face.look is not None:
            order["look"] = face.look.model_dump()
        else:
            order["photo"] = base64.b64encode(face.data).decode()
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
    hairs = ["black", "brunette", "chestnut", "blonde", "copper", "black", "brunette", "rose"]
    if masc:
        hairs.remove("rose")
    grey_from = 52
    if isinstance(age, int) and age >= grey_from:
        hairs = ["silver"]
    styles = ("short", "short", "curly", "bun") if masc else ("long", "bob", "bun", "curly", "pony", "short")
    drawn = {
        "skin": ids.pick(("porcelain", "light", "tan", "brown", "deep"), seed, "skin"),
        "hair": ids.pick(hairs, seed, "hair"),
        "style": ids.pick(styles, seed, "style"),
        "eye": ids.pick(_SHADES["eye"], seed, "eye"),
        "outfit": ids.pick(("tank", "hoodie", "blazer", "tee", "knit")[masc:], seed, "outfit"),
        "outfit_color": ids.pick(_SHADES["outfit_color"], seed, "color"),
        "masc": masc,
        "beard": masc and ids.draw(seed, "beard") < 0.45,  # noqa: PLR2004 - odds
        "glasses": ids.draw(seed, "glasses") < 0.2,  # noqa: PLR2004 - odds
        "earrings": not masc and ids.draw(seed, "earrings") < 0.7,  # noqa: PLR2004 - odds
        "jaw": 0.9 + 0.2 * ids.draw(seed, "jaw"),
        "brow": 0.85 + 0.35 * ids.draw(seed, "brow"),
    }
    return Look.model_validate(cast("dict[str, Any]", drawn))
