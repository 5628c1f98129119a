"""Draw a contact sheet: personas of the cast down, places of a life across, each as a first frame would show her.

    python scripts/contact_sheet.py sheet.png                    twelve personas in eight places
    python scripts/contact_sheet.py sheet.png --personas 4 --scenes hike train

It is looked at, not asserted on: what a person sees is judged by a person.
"""

from __future__ import annotations

import argparse
from itertools import cycle
from typing import get_args

import cv2
import numpy as np

from sorcerer.providers.embedded.cast import members
from sorcerer.providers.embedded.draw import framed
from sorcerer.providers.values import Light, Look, Pose, SceneName, Season, Shot

TILE = (216, 384)
SCENES: tuple[SceneName, ...] = ("home", "cafe", "gym", "market", "beach", "street", "restaurant", "hike")
LIGHTS: tuple[Light, ...] = ("day", "golden", "dawn", "night", "day")
SEASONS: tuple[Season, ...] = ("summer", "autumn", "winter", "spring", "autumn", "summer", "winter")
POSES: tuple[Pose, ...] = ("frontal", "turned", "selfie")
SEATED = {"cafe", "restaurant", "desk", "office", "library", "train"}


def sheet(personas: int, scenes: list[SceneName]) -> np.ndarray:
    """Return the sheet as BGR, a row for each persona and a column for each place."""
    turn = zip(cycle(LIGHTS), cycle(SEASONS), cycle(POSES), strict=False)
    rows = []
    for member in members()[:personas]:
        look = Look.model_validate(member["look"])
        tiles = []
        for scene in scenes:
            light, season, pose = next(turn)
            snow = season == "winter" and light == "day"
            shot = Shot(
                scene=scene,
                light=light,
                season=season,
                weather="snow" if snow else "clear",
                pose="seated" if scene in SEATED and pose != "turned" else pose,
                framing="wide" if pose == "turned" else "medium",
                seconds=1,
                seed=f"{scene}/0",
            )
            picture = cv2.cvtColor(framed(look, shot), cv2.COLOR_RGBA2BGR)
            tiles.append(cv2.resize(picture, TILE, interpolation=cv2.INTER_AREA))
        rows.append(np.hstack(tiles))
    return np.vstack(rows)


def main() -> None:
    """Draw the sheet that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("path")
    parser.add_argument("--personas", type=int, default=12)
    parser.add_argument("--scenes", nargs="+", choices=get_args(SceneName), default=list(SCENES))
    asked = parser.parse_args()
    cv2.imwrite(asked.path, sheet(asked.personas, asked.scenes))
    print(f"{asked.path}: {asked.personas} personas in {len(asked.scenes)} places")


if __name__ == "__main__":
    main()
