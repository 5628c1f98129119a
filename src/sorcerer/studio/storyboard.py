"""Storyboard: a script becomes shots. Pure."""

import re
from collections.abc import Collection
from typing import get_args

from sorcerer.errors import Invalid
from sorcerer.providers import Light, Moment, SceneName, Script, Shot
from sorcerer.studio.cuts import cuts_of
from sorcerer.studio.families import template
from sorcerer.studio.model import Storyboard
from sorcerer.studio.pacing import LEAST, MOST, at_least, lines_of, seconds_of
from sorcerer.studio.staging import staged

_SHOTS = 3
_SCENES: dict[str, SceneName] = {name: name for name in get_args(SceneName)}
_TOLD: tuple[tuple[SceneName, str], ...] = (
    ("gym", "gym|weights|deadlift|squat|climb|workout|training|yoga|treadmill"),
    ("airport", "airport|boarding|departures"),
    ("train", "train\\b|railway|platform \\d"),
    ("market", "market|farm stand"),
    ("restaurant", "restaurant|bistro|table for"),
    ("kitchen", "kitchen|cook|bake|recipe|soup|stew|bread|dinner|breakfast|meal prep"),
    ("cafe", "caf[eé]|coffee|espresso|latte|brunch"),
    ("beach", "beach|sea|surf|sand|ocean"),
    ("hike", "hike|hiking|summit|mountain|ridge"),
    ("park", "park|garden|forest|picnic|run(ning)?\\b|trail"),
    ("library", "library|reading room"),
    ("studio", "pottery|easel|workshop|clay"),
    ("office", "office|meeting"),
    ("desk", "desk|laptop|inbox|deadline|writing"),
    ("bedroom", "bedroom|pillow|in bed\\b"),
    ("product", "unbox|product|review|launch|bottle|serum"),
    ("shop", "shop|store|boutique|thrift"),
    ("street", "street|city|tram|bus|walk|bike"),
)
_HOURS: tuple[tuple[int, Light], ...] = ((5, "night"), (8, "dawn"), (17, "day"), (20, "golden"), (24, "night"))


def storyboard(
    script: Script, moment: Moment, *, seed: str, light: Light | None = None, recent: Collection[str] = ()
) -> Storyboard:
    """Return the script as three shots or more, at the moment's place.

    Args:
        seed: what framing and every small motion are drawn from.
        light: the light of the moment where it is known, else that of its hour.
        recent: signatures of her films of the last fortnight, which this one is not to be like.

    Raises:
        Invalid: the words take longer than 90 s.
    """
    lines = at_least([line for beat in script.beats for line in lines_of(beat.line)], _SHOTS)
    actions = {line: beat.action for beat in script.beats for line in lines_of(beat.line)}
    seconds = [seconds_of(line) for line in lines]
    total = sum(seconds)
    if total > MOST:
        raise Invalid(
            f"The script takes about {total:.0f} s to say; a reel may last {MOST:.0f} s.",
            field="own_script",
            fix=f"Shorten it to about {int(MOST * 2.5)} words.",
        )
    longer = max(0.0, LEAST - total) / len(lines)
    scene = scene_of(moment.scene, " ".join((moment.kind, *lines)))
    family, framings = template(script.family, [scene], seed, recent)
    return Storyboard(
        title=script.title,
        seed=seed,
        family=family,
        cuts=cuts_of(family, len(lines) - 1, seed, recent),
        shots=staged(
            [
                Shot(
                    scene=scene,
                    light=light or light_of(moment.local_time),
                    framing=framings[index % len(framings)],
                    line=line,
                    action=actions.get(line, ""),
                    seconds=round(seconds[index] + longer, 3),
                    seed=f"{seed}/{index}",
                )
                for index, line in enumerate(lines)
            ],
            moment,
            " ".join((moment.kind, *lines)),
            seed,
        ),
    )


def scene_of(name: str, told: str = "") -> SceneName:
    """Return the scene of that name; without a name the one its words tell of; a place we cannot draw is home.

    Args:
        told: what somebody wrote about it ("batch soup, three ways").
    """
    if name:
        return _SCENES.get(name, "home")
    words = told.lower()
    return next((scene for scene, signs in _TOLD if re.search(rf"\b({signs})", words)), "home")


def light_of(local_time: str) -> Light:
    """Return the light at a wall clock time, ISO 8601; a text without a time is day."""
    _, _, clock = local_time.partition("T")
    if not clock[:2].isdigit():
        return "day"
    hour = int(clock[:2])
    return next((light for until, light in _HOURS if hour < until), "night")
