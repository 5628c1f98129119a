"""Stickers of a story: the time, the place, a question. Pure."""

from sorcerer import ids
from sorcerer.providers import Moment
from sorcerer.studio.model import Sticker

_LONGEST = 40


def stickers_of(moment: Moment, line: str, seed: str) -> tuple[Sticker, ...]:
    """Return what a story of a moment wears: time and place as the seed has it, and its line when that asks something.

    A question is asked in words, to be answered by a reply; nothing here counts votes or pretends that anybody did.
    """
    said = {"time": moment.local_time[11:16], "place": moment.place[:_LONGEST]}
    known = [Sticker.model_validate({"kind": kind, "text": text}) for kind, text in said.items() if text]
    if len(known) > 1 and ids.draw(seed, "stickers") < 0.34:  # noqa: PLR2004 - a third of them wears but one
        known = [ids.pick(known, seed, "sticker")]
    asked = [Sticker(kind="question", text=line)] if line.rstrip().endswith("?") else []
    return (*known, *asked)
