"""The peer's arm: MoviePy 2 composes the same layers in one pass, run by the interpreter it is installed for.

Every layer is ready-made and in memory; nothing is drawn here. One CompositeVideoClip holds them all, so that nothing
is composed or encoded twice; pictures that stand still are ImageClips. It does less than our film: only the background
is scaled, no sprite is turned or scaled, positions are whole pixels, takes change by a plain cut. Same encoder, same
preset, same quality, same threads.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
from moviepy import CompositeVideoClip, ImageClip, VideoClip  # type: ignore[import-not-found] # installed apart
from moviepy.audio.AudioClip import AudioArrayClip  # type: ignore[import-not-found] # installed apart


def main(folder: Path, path: str, threads: int) -> None:
    """Compose and encode; prints the wall seconds from the first layer to the finished file."""
    told = json.loads((folder / "layers.json").read_text())
    pictures = {file.name: np.load(file) for file in folder.glob("*.npy") if file.name != "sound.npy"}
    sound = np.load(folder / "sound.npy").T
    began = time.perf_counter()
    clips = []
    for start, shown in zip(told["starts"], told["takes"], strict=True):
        for layer in range(len(shown[0])):
            clip = _moving([frame[layer] for frame in shown], pictures, told["fps"], plate=layer == 0)
            clips.append(clip.with_start(start / told["fps"]))
    for name, x, y, begins, ends in told["still"]:
        still = ImageClip(pictures[name], transparent=True).with_duration(ends - begins)
        clips.append(still.with_start(begins).with_position((x, y)))
    film = CompositeVideoClip(clips, size=(1080, 1920)).with_duration(told["seconds"])
    film = film.with_audio(AudioArrayClip(sound, fps=told["rate"]))
    film.write_videofile(
        path,
        fps=told["fps"],
        codec="libx264",
        preset="veryfast",
        threads=threads,
        audio_codec="aac",
        audio_bitrate="128k",
        ffmpeg_params=["-crf", "20", "-pix_fmt", "yuv420p"],
        logger=None,
    )
    sys.stdout.write(f"{time.perf_counter() - began}\n")


def _moving(shown: list[Any], pictures: dict[str, Any], fps: int, *, plate: bool) -> Any:  # noqa: ANN401 - untyped
    def at(second: float) -> Any:  # noqa: ANN401 - [file, x, y, scale]
        return shown[min(len(shown) - 1, round(second * fps))]

    if plate:
        clip = ImageClip(pictures[shown[0][0]][..., :3]).with_duration(len(shown) / fps)
        clip = clip.resized(lambda second: at(second)[3])
    else:
        clip = VideoClip(lambda second: pictures[at(second)[0]][..., :3], duration=len(shown) / fps)
        mask = VideoClip(lambda second: pictures[at(second)[0]][..., 3] / 255, is_mask=True, duration=len(shown) / fps)
        clip = clip.with_mask(mask)
    return clip.with_position(lambda second: tuple(round(number) for number in at(second)[1:3]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
