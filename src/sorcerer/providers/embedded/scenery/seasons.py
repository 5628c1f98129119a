"""Seasons and weather: what grows, what lies on the ground, what falls from the sky."""

from sorcerer.providers.embedded.art.lights import Lighting
from sorcerer.providers.embedded.art.paint import Canvas, fill, line, mix, oval
from sorcerer.providers.embedded.scenery.dice import Dice

_LEAVES = {
    "spring": ("#8fc25a", "#a9cf6a", "#f3b6c6", "#7db867"),
    "summer": ("#4f8f55", "#6aa84f", "#3f7d58", "#8fb84f"),
    "autumn": ("#d9822b", "#c4552d", "#e0b13c", "#a8492e"),
    "winter": ("#8c8f86", "#a7a79c", "#7d8580", "#b9bbb4"),
}
_GRASS = {"spring": "#86c162", "summer": "#6fb35c", "autumn": "#b3a257", "winter": "#a3aa8e"}
_SNOW = "#eef3f8"


def leaves(light: Lighting) -> tuple[str, ...]:
    """Return the colours of the leaves."""
    tones = _LEAVES[light.season]
    return tuple(mix(tone, _SNOW, 0.62) for tone in tones) if light.weather == "snow" else tones


def ground(light: Lighting, share: float = 0.85) -> str:
    """Return the colour of grass, under snow when it snows."""
    grass = _GRASS[light.season]
    return light.on(mix(grass, _SNOW, 0.88) if light.weather == "snow" else grass, share)


def bare(light: Lighting) -> bool:
    """Tell whether the trees have lost their leaves."""
    return light.season == "winter"


def snowed(light: Lighting, color: str, share: float = 0.85) -> str:
    """Return the colour of something flat out of doors, white when it snows."""
    return mix(color, _SNOW, share) if light.weather == "snow" else color


def fall(canvas: Canvas, light: Lighting, dice: Dice, where: tuple[float, float, float, float]) -> None:
    """Let rain or snow fall in a box of (left, top, right, bottom); nothing on a dry day."""
    area = (where[2] - where[0]) * (where[3] - where[1]) / (1080 * 1920)
    if light.weather == "rain":
        for _ in range(int(230 * area) + 6):
            x, y, long = dice.between(where[0], where[2]), dice.between(where[1], where[3]), dice.between(26, 74)
            canvas.drawLine(x, y, x - long * 0.16, y + long, line("#eef4fb", 2.4, dice.between(50, 130), blur=0.8))
    elif light.weather == "snow":
        for _ in range(int(260 * area) + 8):
            size = dice.between(2.5, 9)
            spot = oval(dice.between(where[0], where[2]), dice.between(where[1], where[3]), size, size)
            canvas.drawOval(spot, fill("#ffffff", dice.between(120, 235), blur=size * 0.3))
