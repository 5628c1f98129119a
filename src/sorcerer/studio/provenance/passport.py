"""The passport: what anybody may be told of a file, in words and in fields. Pure; it names no owner and no id."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sorcerer.studio.provenance.model import Entry, Finding, Reading, Value, Verdict


class Passport(Value):
    """What anybody may be told.

    Args:
        says: the whole answer in a sentence or two.
        ai_made: whether it is synthetic; None when nothing is known.
        made_from: kinds of what it was made from, the nearest first.
        signature: "whole", "broken", or None when the file carries none.
        signer: the name in the signature's certificate; anybody can write any name into their own.
    """

    verdict: Verdict
    says: str
    sha256: str
    ai_made: bool | None = None
    handle: str | None = None
    name: str | None = None
    kind: str | None = None
    made_at: datetime | None = None
    published_at: datetime | None = None
    tool: str | None = None
    source: str | None = None
    sponsor: str | None = None
    labels: tuple[str, ...] = ()
    made_from: tuple[str, ...] = ()
    signature: str | None = None
    signer: str | None = None
    faults: tuple[str, ...] = ()
    likeness: float | None = None


def passport(reading: Reading, finding: Finding) -> Passport:
    """Return what anybody may be told of a file."""
    seen: dict[str, Any] = {
        "verdict": finding.verdict,
        "sha256": reading.sha256,
        "source": reading.source,
        "ai_made": True if reading.source else None,
        "signer": reading.signer,
        "faults": reading.faults,
        "likeness": finding.likeness,
        "signature": None if reading.state is None else "broken" if reading.state == "Invalid" else "whole",
    }
    if finding.entry is not None:
        seen |= _of_entry(finding.entry)
    elif finding.verdict == "signed":
        seen |= _of_claims(reading.claims) | {"made_from": reading.ingredients}
    return Passport.model_validate(seen | {"says": _sentence(finding.verdict, reading, seen)})


def _of_entry(entry: Entry) -> dict[str, Any]:
    told = ("handle", "name", "kind", "made_at", "published_at", "tool", "source", "sponsor", "labels")
    return {name: getattr(entry, name) for name in told} | {"ai_made": True, "made_from": entry.ingredients}


def _of_claims(claims: Mapping[str, Any]) -> dict[str, Any]:
    told = ("handle", "kind", "made_at", "tool", "sponsor", "labels")
    return {name: claims.get(name) for name in told} | {
        "name": claims.get("persona"),
        "labels": tuple(claims.get("labels") or ()),
        "ai_made": True,
    }


_SENTENCES: dict[Verdict, str] = {
    "signed": "Made here with AI for {who}. Its signature is whole: nothing was changed since.{ad}",
    "registered": "This very file was made here with AI for {who}.{ad}",
    "probably": "Probably a copy of what was made here with AI for {who}. It looks the same, unsigned.{ad}",
    "changed": "Its signature is broken: the file was changed after it was signed.{like}",
    "foreign": "Whole, and signed by somebody else, who calls themselves {signer}. We cannot vouch for them.",
    "unknown": "Nothing in this file says where it comes from, and it is not known here. That does not make it real.",
}
_STATES_IT = "It says of itself that it is synthetic. Nobody signed that, and the file is not known here."


def _sentence(verdict: Verdict, reading: Reading, seen: Mapping[str, Any]) -> str:
    who = f"@{seen.get('handle')}, an AI persona"
    form = _STATES_IT if verdict == "unknown" and reading.source else _SENTENCES[verdict]
    return form.format(
        who=who,
        ad=f" It is an ad for {seen['sponsor']}." if seen.get("sponsor") else "",
        like=f" It looks like what was made here with AI for {who}." if seen.get("handle") else "",
        signer=reading.signer or "nothing",
    )
