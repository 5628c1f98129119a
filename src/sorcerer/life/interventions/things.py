"""Read which thing comes to her or goes from her in a clause."""

import re

from sorcerer.life.interventions.nothing import NO_THING

_COMES = re.compile(r"^((?:the|her|his|their) .+) (?:arrives|comes|is delivered)$")
_AWAY = re.compile(r"^gives (.+) away$")
_GETS = ("buys", "gets", "is given", "receives", "finds")
_GOES = ("loses", "sells", "breaks", "gives away", "returns", "runs out of")
_THING = re.compile(
    rf"^(?P<verb>{'|'.join((*_GETS, *_GOES))}) (?P<one>(?:a|an|the|her|his|their|some) )?"
    r"(?P<new>new )?(?P<what>[a-z][a-z0-9 \-]{1,38})$"
)


def read_thing(words: str) -> tuple[str, bool] | None:
    """Return the thing that a clause names, and whether she has it from then on; None when it names none.

    Args:
        words: in small letters, without who and when.
    """
    found = _THING.search(_AWAY.sub(r"gives away \1", _COMES.sub(r"receives \1", words)))
    if found is None or not (found["one"] or found["new"]) or NO_THING & set(re.findall(r"\w+", found["what"])):
        return None
    return found["what"], found["verb"] in _GETS
