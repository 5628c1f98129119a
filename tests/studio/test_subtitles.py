"""Subtitles say what is heard, when it is heard."""

import re

from sorcerer.providers import Drawn, Shot, Speech, Word
from sorcerer.studio.model import Take
from sorcerer.studio.subtitles import srt


def take(line: str, seconds: float) -> Take:
    words = tuple(Word(text=text, start=0.1 + 0.3 * n, end=0.35 + 0.3 * n) for n, text in enumerate(line.split()))
    speech = Speech(pcm=bytes(2000), rate=1000, words=words) if line else None
    shot = Shot(scene="home", line=line, seconds=seconds)
    return Take(shot=shot, speech=speech, footage=Drawn(source="a:b", order={}))


def test_each_line_has_its_number_its_time_and_its_words() -> None:
    assert srt([take("Hello there.", 2.5), take("", 1.0), take("Bye!", 2.0)]) == (
        "1\n00:00:00,100 --> 00:00:00,650\nHello there.\n\n2\n00:00:03,600 --> 00:00:03,850\nBye!\n"
    )


def test_hours_are_counted() -> None:
    assert "\n01:01:01,100 --> " in srt([*[take("", 60.0)] * 61, take("", 1.0), take("Late.", 1.0)])


def test_a_long_line_falls_into_pieces_of_the_same_length_and_no_word_is_lost() -> None:
    line = "You do not have to be good at it to love it, and nobody is counting anyway, I promise."
    texts = re.findall(r"-->.*\n(.*)\n", srt([take(line, 9.0)]))
    assert " ".join(texts) == line
    assert len(texts) == 3
    assert min(len(text) for text in texts) > 20


def test_a_silent_film_has_none() -> None:
    assert srt([take("", 3.0)]) == ""
