"""What no influencer is ever lent to, and the words it is known by."""

import re

_WORDS = {
    "gambling": r"gambl\w*|casinos?|betting|sportsbooks?|lotter(?:y|ies)|poker|slot machines?|jackpots?",
    "weapons": r"weapons?|firearms?|guns?|ammunition|ammo|rifles?|pistols?|handguns?",
    "tobacco": r"tobacco|cigarettes?|cigars?|snus|nicotine|hookahs?|shisha",
    "vapes": r"vap(?:e|es|ing)|e-?cigarettes?|e-?liquids?",
    "adult content": r"porn\w*|escorts?|adult (?:content|entertainment|films?)|xxx|erotic\w*|only ?fans",
    "politics": (
        r"political (?:part(?:y|ies)|campaigns?|ads?)|vote for|elections?|referendums?|super pacs?"
        r"|candidates? for (?:mayor|senate|president)"
    ),
    "health cures": (
        r"cures?|miracle (?:drops?|pills?|weight|remed(?:y|ies))|heals? (?:cancer|diabetes|depression)|anti-?cancer"
        r"|lose \d+ ?(?:kg|kilos?|pounds?|lbs?)|weight[- ]loss pills?|reverses? (?:diabetes|ageing|aging)"
    ),
    "guaranteed money": (
        r"guaranteed (?:\w+ )?(?:returns?|profits?|income|gains?|wins?)|get rich|double your money|forex signals?"
        r"|risk-?free (?:\w+ )?(?:returns?|profits?|investments?)|crypto (?:presales?|signals?)|pyramid schemes?"
    ),
}
_PATTERNS = {name: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for name, words in _WORDS.items()}


def refused(texts: tuple[str, ...]) -> str | None:
    """Return what a brand's texts are refused for ("gambling"), or None when nothing speaks against it."""
    whole = " · ".join(texts)
    return next((name for name, pattern in _PATTERNS.items() if pattern.search(whole)), None)
