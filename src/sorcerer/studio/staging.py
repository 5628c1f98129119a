"""Staging: how she stands in each shot, and what season, weather and health the picture must show. Pure."""

import re
from collections.abc import Sequence

from sorcerer import ids
from sorcerer.providers import Injury, Moment, Pose, SceneName, Season, Shot, Weather

_TABLES: frozenset[SceneName] = frozenset({"cafe", "restaurant", "desk", "office", "library", "train"})
_OPEN_AIR: frozenset[SceneName] = frozenset({"street", "park", "beach", "hike", "market", "airport"})
_SEASONS: tuple[Season, ...] = ("winter", "spring", "summer", "autumn")
_HURT = r"crutch|broke|sprain|twist|injur|hurt|fractur|plaster|in a cast|sling|gebrochen|verstaucht|verletzt|im gips"
_LEG = r"ankle|foot|toe|\bleg\b|knee|knöchel|\bfuß\b|zeh\b|bein\b|knie"
_ARM = r"\barms?\b|wrist|elbow|\bhand\b|shoulder|finger|handgelenk|ell(en)?bogen|schulter"
_INJURIES: tuple[tuple[Injury, str], ...] = (
    ("leg", rf"crutch|krücken|(({_LEG}).*({_HURT})|({_HURT}).*({_LEG}))"),
    ("arm", rf"\bsling|armschlinge|(({_ARM}).*({_HURT})|({_HURT}).*({_ARM}))"),
    ("ill", r"\b(flu|fever|a cold|covid|ill in bed|sick in bed|under the weather|grippe|fieber|erkältet)\b"),
)


def staged(shots: Sequence[Shot], moment: Moment, told: str, seed: str) -> tuple[Shot, ...]:
    """Return the shots with a pose each, and the season, the weather and the health they share.

    Args:
        told: what is said and written about the moment; the picture shows no rain that nobody speaks of.
    """
    season = season_of(moment)
    weather = weather_of(told, season, "/".join((moment.place, moment.local_time[:10])))
    injury = injury_of(" . ".join((*moment.story, told)))
    turn = int(ids.draw(seed, "pose") * 12)
    near = [shot.framing == "close" for shot in shots]
    shared = {"season": season, "weather": weather, "injury": injury}
    return tuple(
        shot.model_copy(update=shared | {"pose": _pose(shot, turn + near[:index].count(near[index]), injury)})
        for index, shot in enumerate(shots)
    )


def season_of(moment: Moment) -> Season:
    """Return the season of a moment; where its life did not say, that of its month in the north."""
    if moment.season is not None:
        return moment.season
    month = moment.local_time[5:7]
    return _SEASONS[int(month) % 12 // 3] if month.isdigit() else "summer"


def weather_of(told: str, season: Season, key: str) -> Weather:
    """Return the weather that is spoken of; else a dry sky, the same for everybody there on that day."""
    words = told.lower()
    if re.search(r"\b(snow(?!ball|boots)|schnee)", words) and season == "winter":
        return "snow"
    if re.search(r"\b(rain|raining|rainy|drizzl\w+|umbrella|downpour|regen|regnet)\b", words):
        return "rain"
    if re.search(r"\b(sun|sunny|sunshine|sunlight|sunrise|sunset|blue sky|sonne|sonnig)\b", words):
        return "clear"
    return "cloudy" if ids.draw("sky", key) < 0.22 else "clear"  # noqa: PLR2004 - about one day in five


def injury_of(told: str) -> Injury:
    """Return what of her is hurt by what is told; nothing unless it is said."""
    words = told.lower()
    for injury, signs in _INJURIES:
        if any(re.search(signs, part) for part in re.split(r"[.!?]", words)):
            return injury
    return ""


def _pose(shot: Shot, turn: int, injury: Injury) -> Pose:
    """Return a pose that the place allows, another one from shot to shot; with crutches nobody holds a camera out."""
    poses: tuple[Pose, ...] = ("frontal", "turned")
    if shot.framing != "close" and shot.scene in _TABLES:
        poses = ("seated", "turned", "seated", "frontal")
    elif shot.framing != "close" and shot.scene in _OPEN_AIR and not injury:
        poses = ("selfie", "turned", "frontal")
    return poses[turn % len(poses)]
