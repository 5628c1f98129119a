"""German: small repairs that turn a sentence about her into one of hers."""

import re
from itertools import pairwise

_FIRST = {
    "ist": "bin", "hat": "habe", "isst": "esse", "läuft": "laufe", "liest": "lese", "fährt": "fahre",
    "schläft": "schlafe", "trägt": "trage", "sieht": "sehe", "spricht": "spreche", "nimmt": "nehme", "gibt": "gebe",
    "hilft": "helfe", "trifft": "treffe", "wäscht": "wasche", "wird": "werde", "vergisst": "vergesse", "lässt": "lasse",
    "fällt": "falle", "hält": "halte", "wirft": "werfe", "bricht": "breche", "will": "will", "kann": "kann",
    "muss": "muss", "darf": "darf", "soll": "soll", "mag": "mag", "weiß": "weiß", "tut": "tue",
}  # fmt: skip
_PARTED = (
    "wirft", "nimmt", "fährt", "lässt", "hält", "spricht", "trägt", "läuft", "gibt", "schläft", "fällt", "bricht",
)  # fmt: skip
_MINE = {"ihr": "mein", "sein": "mein", "sie": "mich", "ihn": "mich", "sich": "mich", "ihm": "mir"}
_ORDERED = {
    "zeig": "zeige", "beantworte": "beantworte", "nimm": "nehme", "vergleich": "vergleiche", "stell": "stelle",
    "erzähl": "erzähle", "mach": "mache", "koch": "koche", "back": "backe", "lies": "lese", "geh": "gehe",
    "erklär": "erkläre", "spiel": "spiele", "trag": "trage", "zeichne": "zeichne", "sag": "sage", "probier": "probiere",
}  # fmt: skip
_YOURS = {"du": "ich", "dir": "mir", "dich": "mich", "hast": "habe", "bist": "bin", "dein": "mein"}
_OPENERS = {"warum", "wieso", "wie", "was", "wo", "wann", "weil", "dass", "wenn", "ob", "bevor", "während"}
_ENDS = ("e", "em", "en", "er", "es")
_NOT_VERBS = {"mit", "nicht", "seit", "fast", "erst", "jetzt", "heute", "laut", "sonst", "meist", "zuerst", "selbst"}
_ORDERS = re.compile(
    r"^(?:bitte\s+)?(?:(?:mach|dreh|film|schreib|poste)\w*\s+)?(?:ein\w*\s+)?(?:kurzes?\s+)?"
    r"(?:video|reel|story|post|clip|beitrag)?\s*(?:(?:sprich|rede|erzähl\w*|red)\s+)?(?:darüber|über)[,:]?\s+",
    re.IGNORECASE,
)


def first_person(line: str, name: str) -> str:
    """Return a sentence about her as she would say it: "Sie kocht und flucht" becomes "Ich koche und fluche.".

    A sentence whose subject does not come first stays as it is.
    """
    words = line.strip().rstrip(".").split()
    ordered = _ORDERED.get(words[0].casefold().strip(",")) if words else None
    if ordered is not None:
        comma = "," if words[0].endswith(",") else ""
        return f"Ich {ordered}{comma} {' '.join(map(_yours, words[1:]))}."
    subjects = {"sie", "er", *([name.split(maxsplit=1)[0].casefold()] if name.split() else [])}
    if not words or words[0].casefold() not in subjects:
        if not words or (words[0] not in _FIRST and not (words[0].islower() and words[0].endswith("t"))):
            return line.strip()
        words = ["sie", *words]
    said, inside = ["Ich"], False
    for before, word in pairwise(words):
        opens = before.casefold().strip(",") in _OPENERS and word.casefold() in subjects
        inside = (inside or opens) and not before.endswith(",")
        last = word.endswith(",") or word is words[-1]
        verb = before.casefold() in {*subjects, "und", "aber", "dann"} and _third(word)
        said.append("ich" if opens else _first(word) if verb or (inside and last and _third(word)) else _mine(word))
    return f"{' '.join(said)}."


def topic(direction: str) -> str | None:
    """Return what an order such as "Mach ein Video über Brot" is about, or None when it is no order.

    "Erzähl von …" asks for another case, so it is none: `first_person` turns it round.
    """
    found = _ORDERS.match(direction.strip())
    if found is None or found.end() >= len(direction.strip()):
        return None
    return direction.strip()[found.end() :].rstrip(".!? ")


def _yours(word: str) -> str:
    bare, rest = word.strip(","), "," if word.endswith(",") else ""
    return _YOURS.get(bare, bare.replace("dein", "mein") if bare.startswith("dein") else bare) + rest


def _third(word: str) -> bool:
    bare = word.casefold().strip(",")
    return bare in _FIRST or (word[0].islower() and bare.endswith("t") and bare not in _NOT_VERBS)


def _first(word: str) -> str:
    bare, rest = word.strip(","), "," if word.endswith(",") else ""
    known = next((old for old in _PARTED if bare.casefold().endswith(old)), bare.casefold())
    if known in _FIRST:
        return bare[: len(bare) - len(known)] + _FIRST[known] + rest
    stem = bare.removesuffix("et") if bare.endswith(("tet", "det", "net", "met")) else bare.removesuffix("t")
    return (stem if stem.endswith("e") else f"{stem}e") + rest


def _mine(word: str) -> str:
    bare, rest = word.strip(","), "," if word.endswith(",") else ""
    if bare in _MINE:
        return _MINE[bare] + rest
    found = next((end for end in _ENDS if bare in {f"ihr{end}", f"sein{end}"}), None)
    return f"mein{found}{rest}" if found else word
