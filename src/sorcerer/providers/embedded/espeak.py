"""Speak through espeak-ng. Runs only in a child process: the library is GPL and may crash, neither is ours to catch."""

import base64
import ctypes
import unicodedata
from array import array
from typing import Any, ClassVar

import espeakng_loader

from sorcerer.providers.embedded.mouth import shape_of
from sorcerer.providers.words import words_of

_SYNCHRONOUS = 2  # AUDIO_OUTPUT_SYNCHRONOUS
_IPA_EVENTS = 1 | 2  # phoneme events, named in IPA
_CHARACTERS_UTF8 = 1
_SYMBOLS = 0x2190  # arrows, dingbats and emoji begin here, and letters come again after them
_RATE, _PITCH, _RANGE = 1, 3, 4  # espeak_PARAMETER
_END, _WORD, _PHONEME = 0, 1, 7  # espeak_EVENT_TYPE


class _Name(ctypes.Union):
    _fields_: ClassVar = [("number", ctypes.c_int), ("name", ctypes.c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_: ClassVar = [
        ("type", ctypes.c_int),
        ("unique", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("milliseconds", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", _Name),
    ]


_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class _Recording:
    """What the library hands out while it speaks."""

    def __init__(self) -> None:
        self.samples = array("h")
        self.words: list[tuple[float, int, int]] = []
        self.sounds: list[tuple[float, str]] = []
        self.callback = _Callback(self._hear)

    def _hear(self, wave: Any, count: int, events: Any) -> int:  # noqa: ANN401 - pointers of ctypes
        if wave and count > 0:
            self.samples.frombytes(ctypes.string_at(wave, count * 2))
        index = 0
        while events[index].type != _END:
            event = events[index]
            at = event.milliseconds / 1000
            if event.type == _WORD:
                self.words.append((at, event.text_position - 1, event.length))
            elif event.type == _PHONEME:
                self.sounds.append((at, bytes(event.id.string).split(b"\0")[0].decode("utf-8", "ignore")))
            index += 1
        return 0


def speak(payload: dict[str, Any]) -> dict[str, Any]:
    """Speak one line.

    Args:
        payload: "line", "voice" (an espeak voice name), "rate" in words a minute, "pitch" and "range" from 0 to 100.

    Returns:
        "pcm" (base64 of 16-bit mono samples), "rate" in Hz, "words" as [text, start, end] and "visemes" as
        [shape, start], in seconds.
    """
    line: str = payload["line"]
    library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
    rate = library.espeak_Initialize(_SYNCHRONOUS, 0, str(espeakng_loader.get_data_path()).encode(), _IPA_EVENTS)
    if rate <= 0:
        raise RuntimeError("espeak-ng did not find its data")
    library.espeak_ng_SetRandSeed(ctypes.c_long(1))  # else the noise in a voice is seeded by the clock
    heard = _Recording()
    library.espeak_SetSynthCallback(heard.callback)
    if library.espeak_SetVoiceByName(payload["voice"].encode()) != 0:
        raise RuntimeError(f"espeak-ng has no voice {payload['voice']!r}")
    for parameter, value in ((_RATE, "rate"), (_PITCH, "pitch"), (_RANGE, "range")):
        library.espeak_SetParameter(parameter, int(payload[value]), 0)
    text = _sayable(line).encode()
    library.espeak_Synth(text, len(text) + 1, 0, 1, 0, _CHARACTERS_UTF8, None, None)
    library.espeak_Synchronize()
    seconds = len(heard.samples) / rate
    return {
        "pcm": base64.b64encode(heard.samples.tobytes()).decode(),
        "rate": rate,
        "words": _words(line, heard.words, seconds),
        "visemes": [[shape_of(sound), at] for at, sound in heard.sounds],
    }


def _sayable(line: str) -> str:
    """Return the line without what a voice would spell out: emoji and hash signs become pauses of the same length."""
    return "".join(letter if letter.isprintable() and letter != "#" and _heard(letter) else " " for letter in line)


def _heard(letter: str) -> bool:
    return ord(letter) < _SYMBOLS or unicodedata.category(letter)[0] in "LNP"


def _words(line: str, heard: list[tuple[float, int, int]], seconds: float) -> list[list[Any]]:
    """Give every written word its time: the library counts characters and splits where we do not ("6:40", "it's")."""
    written: list[tuple[int, int, str]] = []
    position = 0
    for word in words_of(line):
        position = line.index(word, position)
        written.append((position, position + len(word), word))
        position += len(word)
    starts: list[float | None] = [
        next((at for at, where, _ in heard if first <= where < last), None) for first, last, _ in written
    ]
    times = _fill(starts, [last - first for first, last, _ in written], seconds)
    ends = [*times[1:], seconds]
    return [[word, start, max(start, end)] for (_, _, word), start, end in zip(written, times, ends, strict=True)]


def _fill(starts: list[float | None], lengths: list[int], seconds: float) -> list[float]:
    """Return a start for every word; one that was not heard starts where the letters before it would have ended."""
    times: list[float] = []
    for index, start in enumerate(starts):
        if start is None:
            later = next((s for s in starts[index:] if s is not None), seconds)
            unheard = next((n for n, s in enumerate(starts[index:], index) if s is not None), len(starts))
            before = times[-1] if times else 0.0
            span = sum(lengths[max(index - 1, 0) : unheard]) or 1
            start = before + (later - before) * (lengths[index - 1] if index else 0) / span  # noqa: PLW2901 - filled in
        times.append(max(start, times[-1] if times else 0.0))
    return times
