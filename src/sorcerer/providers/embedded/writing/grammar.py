"""Grammar: small repairs that keep filled-in sentences English."""

import re

_THIRD = {
    "is": "am",
    "has": "have",
    "does": "do",
    "goes": "go",
    "isn't": "am not",
    "doesn't": "don't",
    "hasn't": "haven't",
}
_MINE = {
    "her": "my",
    "his": "my",
    "their": "my",
    "herself": "myself",
    "himself": "myself",
    "themselves": "myself",
    "she": "I",
    "he": "I",
    "she's": "I'm",
    "he's": "I'm",
}
_ADVERBS = {"never", "always", "often", "still", "finally", "quietly", "just", "only", "almost", "really"}
_SHE_AGAIN = {"she", "he", "they"}
_JOINTS = {"and", "then", "but"}
_PREPOSITIONS = {"at", "in", "on", "of", "for", "with", "from", "to", "and", "by", "over", "under"}
_GOING = {
    "waits", "looks", "listens", "goes", "walks", "runs", "talks", "sits", "stays", "comes", "gets", "thinks", "is",
    "laughs", "wins", "hopes", "cheers", "applauds", "borrows", "moves", "smiles", "sings", "cries",
}  # fmt: skip
_ORDERED = {
    "cook", "bake", "train", "draw", "read", "wear", "repair", "mend", "play", "teach", "stand", "explain", "recommend",
    "take", "compare", "introduce", "answer", "say", "walk", "run", "try", "visit", "review", "open", "make",
}  # fmt: skip
_YOURS = {"you": "I", "your": "my", "yourself": "myself", "you're": "I'm", "yours": "mine"}
_TO_YOU = {"i": "you", "my": "your", "me": "you", "mine": "yours", "myself": "yourself", "am": "are", "i'm": "you're"}
_PLACE_WORDS = 10  # a place before the subject is at most so long
_ORDERS = re.compile(
    r"^(?:please\s+)?(?:make|do|film|create|post|write|give me)?\s*(?:an?|the)?\s*(?:short\s+)?"
    r"(?:video|reel|story|post|clip)?\s*(?:that\s+)?"
    r"(?:talks?|tells?|speaks?|shows?|say|about|explain(?:s)?|mention(?:s)?)\s*"
    r"(?:people|them|us|everyone)?\s*(?:about|that)?\s*\b",
    re.IGNORECASE,
)
_ENDS, _QUOTES = (".", "!", "?", "…"), "\"'”“»)"
_TOP = 18
_FEW = 6
_SHORTEST_VERB = 4


def first_person(sentence: str, name: str) -> str:
    """Return a sentence about her as she would say it.

    "reads forty pages" becomes "I read forty pages.", "In her kitchen, Mara cooks." "In my kitchen, I cook.", and an
    order such as "Cook what you like" "I cook what I like.".
    """
    words = sentence.strip().rstrip(".").split()
    if words and words[0].lower() in _ORDERED:
        return f"I {words[0].lower()} {' '.join(_YOURS.get(word, word) for word in words[1:])}."
    subjects = {"she", "he", "they", name.split(maxsplit=1)[0].lower() if name.strip() else "she"}
    at = next((index for index, word in enumerate(words[:_PLACE_WORDS]) if word.lower() in subjects), None)
    if at is None:
        if not words or not _third_person(words[0]):
            return sentence.strip()
        words, at = ["she", *words], 0
    if at + 1 >= len(words) or (at > 0 and not words[at - 1].endswith(",")):
        return sentence.strip()
    said = [_mine(word) for word in words[:at]] + ["I"]
    for index, word in enumerate(words[at + 1 :], at + 1):
        if index == at + 1 and word.lower() not in _ADVERBS:
            said.append(_first(word.lower()))
            continue
        bare, after = word.lower().strip(","), words[index + 1].lower() if index + 1 < len(words) else ""
        joins = words[index - 1].lower() in _JOINTS and _third_person(bare)
        stressed = words[index - 1].lower() in _ADVERBS and (index == at + 2 or words[index - 2].lower() in _SHE_AGAIN)
        again = (words[index - 1].lower() in _SHE_AGAIN or stressed) and _third_person(bare)
        listed = words[index - 1].endswith(",") and bare in _GOING
        verb = again or listed or (joins and (bare in _GOING or bool(after and after not in _PREPOSITIONS)))
        said.append(_first(bare) if verb else _mine(word))
    return " ".join(said) + "."


def _mine(word: str) -> str:
    bare = word.lower().strip(",")
    return word.lower().replace(bare, _MINE[bare]) if bare in _MINE else word


def _third_person(word: str) -> bool:
    word = word.lower()
    ends = word.endswith("s") and not word.endswith(("ss", "us", "'s", "is", "things"))
    return word in _THIRD or (len(word) >= _SHORTEST_VERB and ends)


def _first(verb: str) -> str:
    if verb in _THIRD:
        return _THIRD[verb]
    if verb.endswith("ies"):
        return verb[:-3] + "y"
    if verb.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return verb[:-2]
    return verb.removesuffix("s")


def topic(direction: str) -> str | None:
    """Return what an order such as "Talk about why I walk" is about, or None when it is no order."""
    found = _ORDERS.match(direction.strip())
    if found is None or found.end() >= len(direction.strip()):
        return None
    return direction.strip()[found.end() :].rstrip(".!? ")


def yours(text: str) -> str:
    """Return words of hers as she asks somebody else: "I mend my coat" becomes "you mend your coat"."""
    return " ".join(_TO_YOU.get(word.casefold(), word) for word in text.removeprefix("I ").split())


def first_sentence(text: str) -> str:
    """Return the first sentence of a text, cut at a clause when it is longer than one can say in a breath."""
    line = re.split(r"(?<=[.!?…])\s|\n", text.strip(), maxsplit=1)[0]
    words = line.split()
    if len(words) <= _TOP:
        return line
    clauses = re.split(r"(?<=[,;:\u2013\u2014])\s", line)
    kept = clauses[0]
    for clause in clauses[1:]:
        if len(f"{kept} {clause}".split()) > _TOP:
            break
        kept = f"{kept} {clause}"
    if len(kept.split()) < _FEW:
        kept = line
    return " ".join(kept.split()[:_TOP]).rstrip(",;:\u2013\u2014 ") + "."


def placed(place: str, city: str = "") -> str:
    """Return a place after a verb: "the park" becomes "at the park", a city "in Berlin", "in the park" stays."""
    if not place:
        return "right here"
    if place.lower() == city.lower():
        return f"in {place}"
    if place.lower() in {"home", "her place", "his place", "their place"}:
        return "at home"
    if place.split(maxsplit=1)[0].lower() in {"at", "in", "by", "on", "near", "behind", "under", "outside"}:
        return place
    named = place[0].isupper() or place.split(maxsplit=1)[0].lower() in {
        "the",
        "a",
        "an",
        "my",
        "her",
        "his",
        "their",
        "our",
    }
    return f"at {place}" if named else f"at the {place}"


def named(people: tuple[str, ...], joint: str = "and") -> str:
    """Return names as one says them."""
    return people[0] if len(people) == 1 else f"{', '.join(people[:-1])} {joint} {people[-1]}"


def spelled(text: str) -> str:
    """Return filled-in sentences with large first letters and an end."""
    whole = sentence(text)
    return re.sub(r"(?<=[.!?…] )([^\W\d_])", lambda found: found.group(1).upper(), whole)


def sentence(text: str) -> str:
    """Return a text with its first letter large and an end."""
    text = " ".join(text.split())
    if not text:
        return text
    return text[0].upper() + text[1:] + ("" if text.rstrip(_QUOTES)[-1:] in _ENDS else ".")
