"""/api/claims: what of a text nobody who is made by AI can say, told while it is typed."""

from typing import Literal

from pydantic import Field

from sorcerer import disclosure
from sorcerer.api.bodies import Body
from sorcerer.api.deps import Caller
from sorcerer.api.gate import Routes
from sorcerer.api.shown import Shown
from sorcerer.errors import Invalid

router = Routes("/claims", tags=["publishing"])


class Words(Body):
    """Words that are to be said in a post, and whether somebody pays for it."""

    text: str = Field(max_length=20000, examples=["I used it for three weeks."])
    sponsored: bool = False


class ClaimOut(Shown):
    """One claim; one that is blocked keeps the post from going out, another is advice."""

    kind: Literal["use", "result", "sense", "cure", "health", "testimony"]
    quote: str
    sentence: str
    suggestion: str
    blocked: bool


class ClaimsOut(Shown):
    """The claims of a text, in their order."""

    claims: list[ClaimOut]


@router.post("/check")
def check_claims(words: Words, caller: Caller) -> ClaimsOut:
    """Find what a synthetic person cannot have lived, each with another way to say it."""
    del caller
    stopped = disclosure.blocked(words.text, sponsored=words.sponsored)
    found = [
        ClaimOut(
            kind=claim.kind,
            quote=claim.quote,
            sentence=claim.sentence,
            suggestion=claim.suggestion,
            blocked=claim in stopped,
        )
        for claim in disclosure.claims(words.text)
    ]
    return ClaimsOut(claims=found)


def refuse_claims(script: str, *, sponsored: bool) -> None:
    """Refuse a script that could not go out, before anything is spent on its film.

    Raises:
        Invalid: it says what a synthetic person cannot have lived.
    """
    stopped = disclosure.blocked(script, sponsored=sponsored)
    if stopped:
        raise Invalid(stopped[0].sentence, field="script", fix=stopped[0].suggestion)
