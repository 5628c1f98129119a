"""Draw stills. Runs only in a child."""

import base64
from typing import Any

import cv2

from sorcerer.providers.embedded.art.lights import LIGHTS
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, image_of, pixels
from sorcerer.providers.embedded.art.portrait import draw_person, face_pixels, lit
from sorcerer.providers.embedded.mouth import SHAPES
from sorcerer.providers.embedded.photo_stage import photo_plate
from sorcerer.providers.embedded.scenery.backdrop import backdrop
from sorcerer.providers.embedded.scenery.props import HIGH, WIDE
from sorcerer.providers.embedded.sheet import FRAMINGS, place_seed
from sorcerer.providers.values import Look

_QUALITY = 93


def face(order: dict[str, Any]) -> dict[str, str]:
    """Draw a portrait from {"look"}; answers {"picture": base64 of a PNG}."""
    return {"picture": _encoded(face_pixels(Look.model_validate(order["look"])), ".png")}


def frame(order: dict[str, Any]) -> dict[str, str]:
    """Draw her in a scene from {"look" or "photo", "scene", "light", "seed"}; answers {"picture": base64 of a JPEG}."""
    if "photo" in order:
        return {"picture": _encoded(photo_plate(base64.b64decode(order["photo"])), ".jpg")}
    look = Look.model_validate(order["look"])
    ground = backdrop(order["scene"], order["light"], place_seed(look))
    y, scale = FRAMINGS["medium"]

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(image_of(ground), 0, 0)
        canvas.translate(WIDE / 2, y)
        canvas.scale(scale, scale)
        lit(canvas, LIGHTS[order["light"]], lambda inner: draw_person(inner, look, SHAPES["IY"], smile=0.8, tilt=2.5))

    return {"picture": _encoded(pixels(WIDE, HIGH, draw), ".jpg")}


def _encoded(picture: Pixels, suffix: str) -> str:
    ordered = cv2.cvtColor(picture, cv2.COLOR_RGBA2BGR)
    options = [cv2.IMWRITE_JPEG_QUALITY, _QUALITY] if suffix == ".jpg" else []
    done, data = cv2.imencode(suffix, ordered, options)
    if not done:
        raise RuntimeError(f"OpenCV did not encode a {suffix}")
    return base64.b64encode(data.tobytes()).decode()
