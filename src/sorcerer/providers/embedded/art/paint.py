"""Paint: colours, gradients and outlines over Skia, in the words the drawings use."""

import functools
import math
import re
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt
import skia

Canvas = Any
Pixels = npt.NDArray[np.uint8]
_SMALLER = 4
_TOKENS = re.compile(r"[MLCQZ]|-?\d+(?:\.\d+)?")


def mix(first: str, second: str, share: float) -> str:
    """Return the colour that is `share` of the second and the rest of the first."""
    pairs = ((int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * (1 - share) + b * share):02x}" for a, b in pairs)


def lighter(color: str, share: float) -> str:
    """Return the colour nearer to white."""
    return mix(color, "#ffffff", share)


def darker(color: str, share: float) -> str:
    """Return the colour nearer to a warm black."""
    return mix(color, "#140a12", share)


def ink(color: str, alpha: float = 255) -> int:
    """Return a colour as Skia wants it."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return int(skia.Color(red, green, blue, int(alpha)))


def fill(tone: Any, alpha: float = 255, *, blur: float = 0, blend: Any = None) -> Any:  # noqa: ANN401 - skia has no types
    """Return a paint that fills with a colour or a gradient, its edges soft by `blur` pixels."""
    paint = skia.Paint(AntiAlias=True)
    if isinstance(tone, str):
        paint.setColor(ink(tone, alpha))
    else:
        paint.setShader(tone)
        paint.setAlpha(int(alpha))
    if blur:
        paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if blend is not None:
        paint.setBlendMode(blend)
    return paint


def line(tone: Any, width: float, alpha: float = 255, *, blur: float = 0, blend: Any = None) -> Any:  # noqa: ANN401
    """Return a paint that draws a round line."""
    paint = fill(tone, alpha, blur=blur, blend=blend)
    paint.setStyle(skia.Paint.kStroke_Style)
    paint.setStrokeWidth(width)
    paint.setStrokeCap(skia.Paint.kRound_Cap)
    paint.setStrokeJoin(skia.Paint.kRound_Join)
    return paint


def linear(
    start: tuple[float, float], end: tuple[float, float], *tones: str | int, at: list[float] | None = None
) -> Any:  # noqa: ANN401
    """Return a gradient from one point to another."""
    colors = [ink(tone) if isinstance(tone, str) else tone for tone in tones]
    return skia.GradientShader.MakeLinear([skia.Point(*start), skia.Point(*end)], colors, at)


def radial(center: tuple[float, float], radius: float, *tones: str | int, at: list[float] | None = None) -> Any:  # noqa: ANN401
    """Return a gradient from a point outwards."""
    colors = [ink(tone) if isinstance(tone, str) else tone for tone in tones]
    return skia.GradientShader.MakeRadial(skia.Point(*center), radius, colors, at)


@functools.lru_cache(maxsize=4096)
def _steps(outline: str) -> tuple[tuple[str, tuple[float, ...]], ...]:
    steps: list[tuple[str, tuple[float, ...]]] = []
    numbers: list[float] = []
    command = ""
    need = {"M": 2, "L": 2, "C": 6, "Q": 4, "Z": 0}
    for token in _TOKENS.findall(outline):
        if token in need:
            command = token
            if command == "Z":
                steps.append(("Z", ()))
            continue
        numbers.append(float(token))
        if len(numbers) == need[command]:
            steps.append((command, tuple(numbers)))
            numbers = []
    return tuple(steps)


def outline(text: str) -> Any:  # noqa: ANN401 - skia has no types
    """Return the path of an outline written as in SVG, with absolute M, L, C, Q and Z."""
    path = skia.Path()
    moves = {"M": path.moveTo, "L": path.lineTo, "C": path.cubicTo, "Q": path.quadTo}
    for command, numbers in _steps(text):
        if command == "Z":
            path.close()
        else:
            moves[command](*numbers)
    return path


def oval(x: float, y: float, across: float, down: float) -> Any:  # noqa: ANN401 - skia has no types
    """Return the box of an oval around a point, by its two radii."""
    return skia.Rect(x - across, y - down, x + across, y + down)


def mirrored(canvas: Canvas, draw: Callable[[int], None]) -> None:
    """Draw something on the right and again, mirrored, on the left; `draw` is told 1 and -1."""
    draw(1)
    canvas.save()
    canvas.scale(-1, 1)
    draw(-1)
    canvas.restore()


def pixels(width: int, height: int, draw: Callable[[Canvas], None]) -> Pixels:
    """Return what `draw` paints, as premultiplied RGBA of shape (height, width, 4)."""
    buffer: Pixels = np.zeros((height, width, 4), np.uint8)
    surface = skia.Surface(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    draw(surface.getCanvas())
    del surface
    return buffer


def image_of(buffer: Pixels) -> Any:  # noqa: ANN401 - skia has no types
    """Return an image that Skia can draw, from premultiplied RGBA."""
    return skia.Image.fromarray(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)


def show(canvas: Canvas, buffer: Pixels, blend: Any = skia.BlendMode.kSrcOver) -> None:  # noqa: ANN401 - skia
    """Draw premultiplied RGBA at the origin at once, without a copy of it."""
    shared = skia.Image.fromarray(buffer, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType, copy=False)
    canvas.drawImage(shared, 0, 0, skia.SamplingOptions(), skia.Paint(BlendMode=blend))


def glow(tone: Any, size: tuple[int, int], matrix: Any = None) -> Pixels:  # noqa: ANN401 - skia has no types
    """Return a gradient as premultiplied RGBA, painted small: it has no edges, and gradients are slow to paint.

    Args:
        size: width and height in pixels.
        matrix: from the gradient's coordinates to pixels.
    """

    def draw(canvas: Canvas) -> None:
        canvas.scale(1 / _SMALLER, 1 / _SMALLER)
        if matrix is not None:
            canvas.concat(matrix)
        canvas.drawPaint(fill(tone, blend=skia.BlendMode.kSrc))

    wide, high = (-(-side // _SMALLER) for side in size)
    large = cv2.resize(pixels(wide, high, draw), (wide * _SMALLER, high * _SMALLER), interpolation=cv2.INTER_LINEAR)
    return np.asarray(large, np.uint8)


def around(degrees: float, radius: float) -> tuple[float, float]:
    """Return a point on a circle about the origin; 0 is right, 90 is down."""
    return math.cos(math.radians(degrees)) * radius, math.sin(math.radians(degrees)) * radius
