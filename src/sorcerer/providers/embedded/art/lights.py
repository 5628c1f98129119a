"""The four times of day as colours."""

from typing import NamedTuple

from sorcerer.providers.embedded.art.paint import mix
from sorcerer.providers.values import Light, SceneName, Season, Weather

_NIGHT = "#161a3a"


class Lighting(NamedTuple):
    """The light of a place.

    Args:
        sky: three colours from above to the horizon.
        key: the colour of the main light.
        ambient: the colour of what the light does not reach.
        dim: how far a wall sinks into the night, 0 by day.
        on_skin: the light on her from the shaded side over the middle to the bright side; white changes nothing.
        rim: how strong the light on her edge is, 0 to 255.
        season, weather: what grows, and what falls, outside.
    """

    sky: tuple[str, str, str]
    key: str
    ambient: str
    dim: float
    on_skin: tuple[str, str, str]
    rim: int
    season: Season = "summer"
    weather: Weather = "clear"

    @property
    def dark(self) -> bool:
        """Tell whether lamps are on."""
        return self.dim > 0

    def on(self, color: str, share: float = 1.0) -> str:
        """Return a colour of the place as this light shows it."""
        return mix(color, _NIGHT, self.dim * share)


LIGHTS: dict[Light, Lighting] = {
    "dawn": Lighting(
        ("#8aa6d8", "#f2c2c6", "#ffe2bd"), "#ffd9ae", "#8e86b8", 0.0, ("#e6d9ea", "#fff4ee", "#fff6e6"), 46
    ),
    "day": Lighting(
        ("#4fa2e6", "#a3d4f6", "#eef8ff"), "#fff6e0", "#b8cfe2", 0.0, ("#eef1f8", "#ffffff", "#fffdf4"), 40
    ),
    "golden": Lighting(
        ("#ee9258", "#f8bd76", "#ffe9b5"), "#ffcb82", "#d0836a", 0.0, ("#eed0c4", "#fff1e2", "#fff0d2"), 66
    ),
    "night": Lighting(
        ("#141b40", "#2e2f66", "#63427f"), "#ffb872", "#46507f", 0.42, ("#b7a3bd", "#f6e2d6", "#ffeed8"), 78
    ),
}

_INSIDE_BY_NIGHT = LIGHTS["night"]._replace(
    on_skin=("#cdafa6", "#fbe9da", "#fff3e0"), rim=74, key="#ffc488", ambient="#5a4668", dim=0.36
)
_GREY = ("#93a1b3", "#b9c3cf", "#dde2e6")
_OPEN_AIR: frozenset[SceneName] = frozenset({"street", "park", "beach", "hike", "market"})


def lighting_of(light: Light, scene: SceneName, season: Season = "summer", weather: Weather = "clear") -> Lighting:
    """Return the light of a place: by night lamps are warm under a roof; clouds take the colour out of the day."""
    night = LIGHTS["night"] if scene in _OPEN_AIR else _INSIDE_BY_NIGHT
    lighting = (night if light == "night" else LIGHTS[light])._replace(season=season, weather=weather)
    if weather == "clear" or light == "night":
        return lighting
    sky = tuple(mix(tone, grey, 0.72) for tone, grey in zip(lighting.sky, _GREY, strict=True))
    return lighting._replace(
        sky=(sky[0], sky[1], sky[2]),
        key=mix(lighting.key, "#e8edf2", 0.6),
        ambient=mix(lighting.ambient, "#8d99a8", 0.5),
        on_skin=("#e4e4ea", "#fbfbfc", "#fdfaf6"),
        rim=round(lighting.rim * 0.6),
    )
