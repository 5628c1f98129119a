"""Brands, what they sell, and how well one of them fits an influencer. Pure."""

import re
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator

from sorcerer.providers import SponsorFacts
from sorcerer.sponsors.words import clean

MatchStatus = Literal["matched", "pending", "declined"]

_ADDRESS = re.compile(r"https?://[a-z0-9.-]+\.[a-z]{2,}(:\d+)?(/\S*)?", re.IGNORECASE)

Word = Annotated[str, BeforeValidator(clean), Field(min_length=1, max_length=60)]
Fact = Annotated[str, BeforeValidator(clean), Field(min_length=1, max_length=240)]
Line = Annotated[str, BeforeValidator(clean), Field(max_length=200)]


class Value(BaseModel):
    """A frozen value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Product(Value):
    """What a brand wants shown: a script uses these facts and no others.

    Args:
        facts: what may be said, one statement each.
        cta: what people are asked to do at the end.
        url: where it can be found, with http or https.
        category: what sort of thing it is ("skincare").
    """

    name: Line = ""
    facts: tuple[Fact, ...] = Field((), max_length=12)
    cta: Line = ""
    url: Annotated[str, BeforeValidator(clean), Field(max_length=500)] = ""
    category: Line = ""

    @field_validator("url")
    @classmethod
    def _an_address(cls, url: str) -> str:
        if url and not _ADDRESS.fullmatch(url):
            raise ValueError(f"{url!r} is no web address; write it as https://example.com/product")
        return url


class New(Value):
    """A brand as somebody enters it.

    Args:
        contact: whom to write to.
        targeting_tags: whom the brand looks for: interests, a region, ages as "25-34".
        logo_key: the file of its logo.
    """

    company: Annotated[str, BeforeValidator(clean), Field(min_length=1, max_length=120)]
    contact: Line = ""
    targeting_tags: tuple[Word, ...] = Field((), max_length=30)
    product_info: Product = Product()
    logo_key: str | None = Field(None, max_length=200)


class Sponsor(New):
    """A brand that somebody keeps.

    Args:
        rev: counts every change; the ETag.
    """

    id: str
    owner_id: str
    created_at: datetime
    rev: int = 1

    def facts(self, cta: str = "") -> SponsorFacts:
        """Return what a writer may say of the brand, and nothing else; `cta` of one post goes before the product's."""
        product = self.product_info
        return SponsorFacts(company=self.company, product=product.name, facts=product.facts, cta=cta or product.cta)


class Verdict(Value):
    """How well a brand and an influencer fit, and why.

    Args:
        status: "matched" may be shown now; "pending" waits for a person or for the end of the growth phase;
            "declined" is never shown.
        score: 0 to 1.
        reasons: a sentence each, the weightiest first.
    """

    status: MatchStatus
    score: float = Field(ge=0, le=1)
    reasons: tuple[str, ...] = ()


class SponsorMatch(Value):
    """A brand and an influencer, together or on the way there.

    Args:
        score, reasons: how well they fitted when it was last looked at.
        answered_at: when a person said yes or no; nobody has yet when it is empty.
    """

    id: str
    owner_id: str
    influencer_id: str
    sponsor_id: str
    status: MatchStatus
    score: float = Field(ge=0, le=1)
    reasons: tuple[str, ...] = ()
    created_at: datetime
    answered_at: datetime | None = None
