"""Say what a post owes, by network, kind, sponsor and country."""

from sorcerer.disclosure.model import Duties, Jurisdiction, Language, Media
from sorcerer.errors import Invalid

_FLAGS: dict[str, tuple[str, str]] = {
    "instagram": ("is_ai_generated", "is_paid_partnership"),
    "tiktok": ("is_aigc", "brand_content_toggle"),
    "youtube": ("containsSyntheticMedia", "hasPaidProductPlacement"),
}
_CAPTION_MAX: dict[str, int] = {"instagram": 2200, "tiktok": 2200, "youtube": 5000}
_HASHTAGS_MAX = 5
_AI_CAPTION: dict[Language, str] = {"en": "Made with AI.", "de": "Mit KI erstellt."}
_AI_OVERLAY: dict[Language, str] = {"en": "AI-generated", "de": "KI-generiert"}
_AD_WORDS: dict[Language, str] = {"en": "#ad", "de": "#ad #anzeige"}
_AD_OVERLAY: dict[Language, str] = {"en": "Ad", "de": "Anzeige"}
_BIO: dict[Language, str] = {"en": "AI creator: I am made by AI.", "de": "KI-Creatorin: Ich bin von einer KI gemacht."}
# New York's General Business Law § 396-b asks for the performer, Korea's guidelines for the virtual human.
_PERFORMER: dict[Jurisdiction, str] = {"us": "AI-generated performer", "kr": "Virtual human"}


def owed(
    platform: str,
    media: Media,
    *,
    sponsored: bool,
    jurisdiction: Jurisdiction = "eu",
    language: Language = "en",
) -> Duties:
    """Return what a post owes.

    Args:
        platform: the network it goes to.
        media: a story has no caption, so everything stands in its picture.
        sponsored: somebody pays for it, in money or in kind.
        jurisdiction: whose rules add to the common ones; the EU's are always kept.
        language: of the words.

    Raises:
        Invalid: the network is not known, so its labels are not either.
    """
    if platform not in _FLAGS:
        raise Invalid(
            f"Nobody knows yet what a post on {platform!r} owes; known: {', '.join(_FLAGS)}.", field="platform"
        )
    ai_flag, paid_flag = _FLAGS[platform]
    overlay = [_AI_OVERLAY[language]]
    if sponsored:
        overlay.insert(0, _AD_OVERLAY[language])
        overlay += [line for country, line in _PERFORMER.items() if country == jurisdiction]
    captioned = media == "reel"
    return Duties(
        paid_label=sponsored,
        flags=(ai_flag, paid_flag) if sponsored else (ai_flag,),
        first_words=_AD_WORDS[language] if sponsored and captioned else "",
        caption_line=_AI_CAPTION[language] if captioned else "",
        overlay_lines=tuple(overlay),
        bio_line=_BIO[language],
        caption_max=_CAPTION_MAX[platform],
        hashtags_max=_HASHTAGS_MAX,
    )
