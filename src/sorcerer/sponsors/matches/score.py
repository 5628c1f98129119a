"""The verb `match`: how well a brand and an influencer fit, in sentences."""

import re
from datetime import datetime

from sorcerer.influencers import Influencer
from sorcerer.sponsors.matches.refusals import refused
from sorcerer.sponsors.model import Sponsor, Verdict
from sorcerer.sponsors.words import akin, stems

_INTERESTS, _CATEGORY, _REGION, _AGES = 0.55, 0.2, 0.15, 0.1
_GOOD = 0.35
_AGES_TAG = re.compile(r"(\d{2})\s*(?:-|–|to)\s*(\d{2})")  # noqa: RUF001 - people write the long dash

Part = tuple[float, float, str]


def match(influencer: Influencer, sponsor: Sponsor, now: datetime) -> Verdict:
    """Say how well they fit and why.

    Args:
        now: whether the growth phase still runs, in which there are no sponsors.
    """
    product = sponsor.product_info
    texts = (sponsor.company, *sponsor.targeting_tags, product.name, product.category, product.cta, *product.facts)
    against = refused(texts)
    if against is not None:
        return Verdict(status="declined", score=0, reasons=(f"{sponsor.company} is refused: no {against} here.",))
    parts = [part for part in (_interests(influencer, sponsor), _category(influencer, sponsor)) if part is not None]
    parts += [part for part in (_region(influencer, sponsor), _ages(influencer, sponsor)) if part is not None]
    weight = sum(one for one, _, _ in parts)
    score = round(sum(one * share for one, share, _ in parts) / weight, 3) if weight else 0.0
    reasons = tuple(text for _, _, text in sorted(parts, key=lambda part: -part[0] * part[1]))
    if not parts:
        reasons = (f"{sponsor.company} says nothing of whom it looks for; add tags or a category.",)
    if influencer.growth.covers(now):
        ends = influencer.growth.ends_at()
        until = f"until {ends.astimezone(influencer.zone):%d %B %Y}" if ends else "for now"
        return Verdict(status="pending", score=score, reasons=(f"The growth phase has no sponsors {until}.", *reasons))
    return Verdict(status="matched" if score >= _GOOD else "pending", score=score, reasons=reasons)


def _interests(influencer: Influencer, sponsor: Sponsor) -> Part | None:
    persona = influencer.persona
    hers = stems((*persona.audience.interests, *persona.habits, persona.category))
    wanted = tuple(tag for tag in sponsor.targeting_tags if _is_interest(influencer, tag))
    if not wanted:
        return None
    met = [tag for tag in wanted if any(akin(word, mine) for word in stems((tag,)) for mine in hers)]
    share = min(1.0, len(met) / min(len(wanted), 4))
    text = f"Shared interests: {', '.join(met)}." if met else f"None of {', '.join(wanted)} is a theme of hers."
    return _INTERESTS, share, text


def _category(influencer: Influencer, sponsor: Sponsor) -> Part | None:
    category = sponsor.product_info.category
    if not category:
        return None
    persona = influencer.persona
    hers = stems((persona.category, *persona.habits, *persona.audience.interests))
    fits = any(akin(word, mine) for word in stems((category,)) for mine in hers)
    text = (
        f"{category.capitalize()} fits her account." if fits else f"{category.capitalize()} is not what she is about."
    )
    return _CATEGORY, float(fits), text


def _region(influencer: Influencer, sponsor: Sponsor) -> Part | None:
    places = _places(influencer)
    named = [tag for tag in sponsor.targeting_tags if tag.casefold() in places]
    return (_REGION, 1.0, f"Her audience is in {named[0]}.") if named else None


def _ages(influencer: Influencer, sponsor: Sponsor) -> Part | None:
    spans = [found for tag in sponsor.targeting_tags if (found := _AGES_TAG.fullmatch(tag.strip()))]
    if not spans:
        return None
    youngest, oldest = int(spans[0][1]), int(spans[0][2])
    audience = influencer.persona.audience
    common = min(oldest, audience.age_max) - max(youngest, audience.age_min) + 1
    share = max(0.0, min(1.0, common / max(1, oldest - youngest + 1)))
    return _AGES, share, f"Her audience is {audience.age_min} to {audience.age_max}; wanted is {youngest} to {oldest}."


def _is_interest(influencer: Influencer, tag: str) -> bool:
    return not _AGES_TAG.fullmatch(tag.strip()) and tag.casefold() not in _places(influencer)


def _places(influencer: Influencer) -> set[str]:
    persona = influencer.persona
    return {place.casefold() for place in (persona.audience.region, persona.city) if place}
