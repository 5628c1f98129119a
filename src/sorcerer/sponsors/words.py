"""Words from outside: a brand's texts are shown, searched and spoken, and are never instructions."""

import re
import unicodedata

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})


def clean(text: object) -> object:
    """Return a text without what cannot be seen: one form of each letter, no control, no turned or zero-width signs.

    What is no text is given back as it is, for the type to refuse.
    """
    if not isinstance(text, str):
        return text
    spaced = re.sub(r"[\t\r\n\f\v\u2028\u2029]+", " ", text)
    folded = unicodedata.normalize("NFKC", _seen(spaced))
    return re.sub(r"\s+", " ", _seen(folded)).strip()


def _seen(text: str) -> str:
    return "".join(sign for sign in text if unicodedata.category(sign) not in _UNSEEN)


def stems(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of some texts in small letters, each once."""
    words = (word for text in texts for word in re.findall(r"[^\W\d_]+", text.casefold()))
    return tuple(dict.fromkeys(words))


def akin(one: str, other: str) -> bool:
    """Tell whether two words are one but for their ending ("run", "running")."""
    short, long = sorted((one, other), key=len)
    if len(short) < 3:  # noqa: PLR2004 - "it" is no stem of anything
        return one == other
    if len(short) <= 4:  # noqa: PLR2004 - short words must end in a known way
        doubled = f"{short}{short[-1]}"
        return long in {short, f"{short}s", f"{short}ing", f"{short}er", f"{doubled}ing", f"{doubled}er"}
    return long.startswith(short.removesuffix("e"))
