"""Draw stills. Runs only in a child."""

import base64
import math
from typing import Any

import cv2

from sorcerer import ids
from sorcerer.providers.embedded.art.arms import draw_arm
from sorcerer.providers.embedded.art.paint import Canvas, Pixels, pixels, show
from sorcerer.providers.embedded.art.portrait import draw_whole_head, face_pixels, lit
from sorcerer.providers.embedded.mouth import SHAPES
from sorcerer.providers.embedded.photo_stage import photo_plate
from sorcerer.providers.embedded.setting import HIGH, PIVOT, WIDE, setting_key
from sorcerer.providers.embedded.sheet import sheet_of
from sorcerer.providers.values import Look, Shot

_SMILES = (SHAPES["rest"], SHAPES["IY"], SHAPES["S"])
_QUALITY = 93


def face(order: dict[str, Any]) -> dict[str, str]:
    """Draw a portrait from {"look"}; answers {"picture": base64 of a PNG}."""
    return {"picture": _encoded(face_pixels(Look.model_validate(order["look"])), ".png")}


def frame(order: dict[str, Any]) -> dict[str, str]:
    """Draw her in a shot from {"photo"} or {"look", "shot"}; answers {"picture": base64 of a JPEG}."""
    if "photo" in order:
        return {"picture": _encoded(photo_plate(base64.b64decode(order["photo"])), ".jpg")}
    shot = Shot.model_validate(order["shot"])
    return {"picture": _encoded(framed(Look.model_validate(order["look"]), shot), ".jpg")}


def framed(look: Look, shot: Shot) -> Pixels:
    """Return her in a shot with a smile, as premultiplied RGBA of shape (1920, 1080, 4)."""
    sheet = sheet_of(setting_key(look.model_dump(), shot))
    setting = sheet.setting
    smile = ids.pick(_SMILES, shot.seed, shot.scene, "smile")

    def draw(canvas: Canvas) -> None:
        show(canvas, sheet.sprite("plate"))
        canvas.translate(*setting.at)
        canvas.scale(setting.scale, setting.scale)
        canvas.save()
        lean = math.radians(setting.lean)
        canvas.translate(-math.sin(lean) * PIVOT, math.cos(lean) * PIVOT)
        canvas.rotate(setting.lean + 2)
        canvas.translate(0, -PIVOT)
        lit(canvas, sheet.lighting, lambda c: draw_whole_head(c, setting.worn, smile, smile=0.8, turn=setting.turn))
        canvas.restore()
        grip = setting.grip
        if grip is not None:
            lit(canvas, sheet.lighting, lambda inner: draw_arm(inner, setting.worn, grip))

    return pixels(WIDE, HIGH, draw)


def _encoded(picture: Pixels, suffix: str) -> str:
    ordered = cv2.cvtColor(picture, cv2.COLOR_RGBA2BGR)
    options = [cv2.IMWRITE_JPEG_QUALITY, _QUALITY] if suffix == ".jpg" else []
    done, data = cv2.imencode(suffix, ordered, options)
    if not done:
        raise RuntimeError(f"OpenCV did not encode a {suffix}")
    return base64.b64encode(data.tobytes()).decode()
