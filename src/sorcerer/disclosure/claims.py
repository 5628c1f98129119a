"""Find what nobody who is made by AI can say of herself: that she used, felt, tasted or was helped by something.

Labels do not heal such a claim: an endorser speaks of what she lived through, and she has lived through nothing.
The patterns are data; what they catch comes with another way to say it. They read English and German.

In a sponsored post every one of them is blocked. In a post that nobody pays for she tells her own made-up life, which
is labelled as such; only a cure is blocked there, because somebody may follow it.
"""

# ruff: noqa: E501 - a pattern that is broken in two is no longer read as one

import re
from typing import Literal, NamedTuple

Kind = Literal["use", "result", "sense", "cure", "health", "testimony"]


class Claim(NamedTuple):
    """One claim.

    Args:
        kind: what it pretends.
        quote: the words.
        sentence: why they cannot go out.
        suggestion: another way to say it.
    """

    kind: Kind
    quote: str
    sentence: str
    suggestion: str


_NOT = r"(?<!n't )(?<!never )(?<!not )(?<!nie )(?<!nicht )"
_SPAN_EN = (
    r"(?:\d+|a|an|one|two|three|four|five|six|several|a few|many|the (?:last|past)(?: \w+)?)\s*(?:full |whole |solid )?"
)
_TIME_EN = rf"{_SPAN_EN}(?:day|night|week|month|year)s?"
_TIME_DE = r"(?:\w+\s+)?(?:Tag|Nächt|Nacht|Woche|Monat|Jahr)\w*"
_USED = r"(?:used|using|tried|trying|tested|testing|worn|wore|wearing|taken|took|taking|been on|applied|drunk|drank|eaten|ate)"
_ILL_EN = r"(?:migraines?|headaches?|anxiety|depression|acne|eczema|psoriasis|insomnia|pains?|arthritis|diabetes|cancer|allergy|allergies|asthma|adhd|burnout)\b"
_ILL_DE = r"(?:Migräne|Kopfschmerzen|Angst|Depression\w*|Akne|Ekzem\w*|Schlaflosigkeit|Schmerzen|Arthrose|Diabetes|Krebs|Allergie\w*|Asthma|Burnout)\b"
_PATTERNS: tuple[tuple[Kind, str], ...] = (
    (
        "use",
        rf"\b(?:I|I've|I have|we|we've)\b(?:\s+\w+)?\s+(?:been\s+)?{_USED}\b[^.!?\n]{{0,60}}?\bfor\s+(?:over\s+|about\s+)?{_TIME_EN}",
    ),
    ("use", rf"\bafter\s+(?:only\s+|just\s+)?{_TIME_EN}\s+(?:of\s+\w+|on\s+it|with\s+it|I\b|my\b)"),
    ("use", r"\b(?:I|I've|I have)\s+(?:personally|really|actually)\s+(?:use[ds]?|tried|tested|own)\b"),
    ("use", r"\bmy\s+(?:daily|nightly|everyday)\s+(?:driver|go-to|staple|ritual)\b"),
    ("use", rf"\bich\s+(?:habe?|nutze|benutze|teste|trage|nehme)\b[^.!?\n]{{0,60}}?\b(?:seit|für|über)\s+{_TIME_DE}"),
    ("use", rf"\b(?:seit|nach)\s+{_TIME_DE}[^.!?\n]{{0,30}}?\b(?:nutze|benutze|teste|trage|nehme|habe?)\s+ich\b"),
    (
        "result",
        r"\bmy\s+(?:skin|hair|sleep|back|body|energy|anxiety|pain|knees?|nails|digestion|mood)\s+(?:has|have|is|are|was|were|feels?|felt|got|went|improved|cleared|stopped)\b",
    ),
    ("result", r"\bI(?:'ve| have)?\s+(?:lost|gained|dropped)\s+[\w.]+\s*(?:kg|kilos?|pounds?|lbs?|inches)\b"),
    ("result", r"\b(?:it|this)\s+(?:changed|saved|transformed)\s+my\s+(?:life|skin|hair|sleep|mornings?|body)\b"),
    (
        "result",
        r"\bmeine?\s+(?:Haut|Haare|Schlaf|Rücken|Körper|Energie|Schmerzen)\s+(?:ist|sind|war|waren|hat|haben|fühlt|wurde)\b",
    ),
    ("result", r"\bich\s+habe?\s+[\w,.]+\s*(?:kg|Kilo)\s+(?:ab|zu)genommen\b"),
    ("sense", rf"\b(?:it|this|they)\s+{_NOT}(?:tastes?|smells?)\s+(?:so\s+|really\s+|absolutely\s+)?\w+"),
    ("sense", r"\bI\s+(?:love|adore)\s+(?:how|the way)\s+(?:it|this|they)\s+(?:tastes?|smells?|feels?)\b"),
    ("sense", r"\bes\s+(?:schmeckt|riecht)\s+\w+"),
    ("cure", rf"\b(?:cure[ds]?|heal(?:ed|s)?|got\s+rid\s+of)\s+(?:my|your|all)\s+(?:\w+\s+)?{_ILL_EN}"),
    ("cure", rf"\b(?:heilt|heilte|geheilt)\b[^.!?\n]{{0,40}}?{_ILL_DE}|{_ILL_DE}\s+(?:geheilt|heilen|heilt)\b"),
    ("health", r"\b(?:cured|healed|fixed|got rid of)\s+my\b"),
    (
        "health",
        r"\b(?:my\s+(?:doctor|dermatologist|therapist|dentist)|as\s+a\s+(?:doctor|nurse|mother|mum|mom|dermatologist|therapist|dietitian))\b",
    ),
    ("health", r"\b(?:mein\w*\s+(?:Arzt|Ärztin|Hautärztin|Hautarzt)|als\s+(?:Ärztin|Mutter|Krankenschwester))\b"),
    ("testimony", r"\b(?:best|favou?rite)\s+\w+\s+I(?:'ve| have)\s+ever\s+(?:had|used|tried|owned|tasted|worn)\b"),
    ("testimony", r"\bI\s+(?:swear\s+by|can't\s+live\s+without|cannot\s+live\s+without)\b"),
    ("testimony", r"\bich\s+schwöre\s+auf\b"),
)
_WHY: dict[Kind, str] = {
    "use": "she has used nothing",
    "result": "nothing has happened to her body or her life",
    "sense": "she tastes, smells and feels nothing",
    "cure": "she was never ill, and somebody may follow it",
    "health": "she was never ill and has no profession",
    "testimony": "she has nothing to compare with",
}
_INSTEAD: dict[Kind, str] = {
    "use": "Say what the product is made for, or let a real customer be quoted: “Made for three weeks of daily use.”",
    "result": "Say what its maker can prove: “Tested by its maker: less dryness after four weeks”, with the study.",
    "sense": "Say what is in it: “Roasted almonds and a little salt.”",
    "cure": "Leave the illness out, or say where help is found: “A doctor can tell you what helps.”",
    "health": "Leave it out: health claims need their maker's evidence, and she is nobody's patient.",
    "testimony": "Say why it was chosen for the film: “Picked for this scene for its colour.”",
}
_READ = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)


def claims(text: str) -> list[Claim]:
    """Return every claim in a text that a synthetic person cannot make, in the order they stand there."""
    plain = " ".join(text.replace("\u2019", "'").split())
    found: dict[tuple[int, int], Claim] = {}
    for kind, pattern in _READ:
        for match in pattern.finditer(plain):
            span = match.span()
            if not any(start < span[1] and span[0] < end for start, end in found):
                found[span] = _claim(kind, match.group(0).strip())
    return [found[span] for span in sorted(found)]


def blocked(text: str, *, sponsored: bool) -> list[Claim]:
    """Return the claims for which a post does not go out; the others are advice.

    Args:
        sponsored: somebody pays for the post, in money or in kind.
    """
    return [claim for claim in claims(text) if sponsored or claim.kind == "cure"]


def _claim(kind: Kind, quote: str) -> Claim:
    sentence = f"“{quote}” cannot be said by somebody who is made by AI: {_WHY[kind]}."
    return Claim(kind, quote, sentence, _INSTEAD[kind])
