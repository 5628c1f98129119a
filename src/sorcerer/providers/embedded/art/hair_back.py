"""Hair behind the head, one outline for each style."""

from collections.abc import Callable

from sorcerer.providers.embedded.art import cropped, textured
from sorcerer.providers.embedded.art.covered import COVERED, draw_cover_behind
from sorcerer.providers.embedded.art.paint import Canvas, darker, fill, line, linear, mix, outline, oval, radial
from sorcerer.providers.embedded.art.palette import Hair, hair_of
from sorcerer.providers.embedded.art.strands import comb
from sorcerer.providers.values import Look

_CAP = (
    "M 0 -328 C 168 -330 226 -190 220 -40 C 218 20 200 60 186 84 L -186 84 C -200 60 "
    "-218 20 -220 -40 C -226 -190 -168 -330 0 -328 Z"
)


def draw_back_hair(canvas: Canvas, look: Look) -> None:
    """Draw what of her hair lies behind her head and neck."""
    if look.style in COVERED:
        draw_cover_behind(canvas, look)
    elif look.style in _STYLES:
        _STYLES[look.style](canvas, hair_of(look))


def _depth(hair: Hair) -> object:
    return linear(
        (0, -320), (0, 540), mix(hair.base, hair.shade, 0.35), hair.shade, darker(hair.shade, 0.3), at=[0, 0.5, 1]
    )


def _long(canvas: Canvas, hair: Hair) -> None:
    shape = (
        "M 0 -338 C 190 -345 260 -200 256 -40 C 254 90 304 190 306 330 C 308 430 262 520 222 "
        "572 C 190 600 150 560 120 590 "
        "C 80 560 40 580 0 560 C -40 580 -80 560 -120 590 C -150 560 -190 600 -222 572 C -262 520 -308 430 -306 330 "
        "C -304 190 -254 90 -256 -40 C -260 -200 -190 -345 0 -338 Z"
    )
    canvas.drawPath(outline(shape), fill(_depth(hair)))
    for sign in (-1, 1):
        comb(
            canvas,
            (sign * 214, -60, sign * 236, 120, sign * 296, 240, sign * 254, 520),
            (sign * 120, 120, sign * 150, 260, sign * 190, 400, sign * 150, 570),
            22,
            hair,
            width=6,
            alpha=58,
        )


def _bob(canvas: Canvas, hair: Hair) -> None:
    shape = (
        "M 0 -338 C 190 -345 266 -200 262 -40 C 260 60 280 150 254 236 C 200 266 110 262 0 "
        "262 C -110 262 -200 266 -254 236 "
        "C -280 150 -260 60 -262 -40 C -266 -200 -190 -345 0 -338 Z"
    )
    canvas.drawPath(outline(shape), fill(_depth(hair)))
    for sign in (-1, 1):
        comb(
            canvas,
            (sign * 222, -60, sign * 256, 60, sign * 268, 150, sign * 244, 226),
            (sign * 150, 40, sign * 170, 110, sign * 190, 170, sign * 170, 246),
            16,
            hair,
            width=6,
            alpha=60,
        )


def _bun(canvas: Canvas, hair: Hair) -> None:
    canvas.drawOval(
        oval(0, -356, 96, 88), fill(radial((-26, -392), 150, hair.light, hair.base, hair.shade, at=[0, 0.42, 1]))
    )
    for index in range(7):
        turn = -60 + index * 20
        canvas.drawPath(
            outline(
                f"M {-84 + index * 6} {-340 + index * 4} C {-60 + turn * 0.3} {-440 + index * 10} "
                f"{50 + turn * 0.4} {-440 + index * 12} {86 - index * 5} {-346 + index * 3}"
            ),
            line(hair.shade if index % 2 else hair.light, 4.5, 80, blur=1.2),
        )
    canvas.drawPath(outline(_CAP), fill(_depth(hair)))


def _pony(canvas: Canvas, hair: Hair) -> None:
    tail = (
        "M 90 -306 C 256 -338 352 -146 326 54 C 310 180 344 262 300 352 C 290 384 276 398 "
        "258 410 C 262 372 252 346 256 306 "
        "C 236 250 222 210 226 130 C 230 -20 230 -150 90 -240 Z"
    )
    canvas.drawPath(
        outline(tail),
        fill(linear((100, -300), (330, 380), mix(hair.base, hair.light, 0.3), hair.base, hair.shade, at=[0, 0.4, 1])),
    )
    comb(
        canvas,
        (150, -286, 300, -220, 330, -20, 292, 350),
        (130, -250, 224, -180, 244, 20, 258, 330),
        18,
        hair,
        width=6,
        alpha=88,
    )
    canvas.drawPath(outline(_CAP), fill(_depth(hair)))


_STYLES: dict[str, Callable[[Canvas, Hair], None]] = {
    "long": _long,
    "fringe": _long,
    "wavy": textured.wavy_behind,
    "bob": _bob,
    "bun": _bun,
    "pony": _pony,
    "curly": textured.curly_behind,
    "afro": textured.afro_behind,
    "locs": textured.locs_behind,
    "braids": textured.braids_behind,
    "short": cropped.skull,
    "quiff": cropped.skull,
    "pixie": cropped.skull,
}  # a buzz cut and a bald head have nothing behind
