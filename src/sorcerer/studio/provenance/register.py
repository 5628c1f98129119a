"""The registry: keep what was sealed, and recognise it when somebody shows it, also without its manifest."""

from datetime import datetime

from sqlalchemy.orm import Session

from sorcerer import ids
from sorcerer.studio.provenance import store
from sorcerer.studio.provenance.model import Claim, Entry, Finding, Reading, Sealed

ALIKE = 0.91  # benchmarks/provenance.py says how far copies and strangers lie from it
_DIGITS = 64  # of the fingerprint of one moment


def register(
    session: Session, owner_id: str, influencer_id: str | None, video_id: str | None, claim: Claim, sealed: Sealed
) -> Entry:
    """Keep what was sealed; the very same file is kept once."""
    entry = Entry(
        id=ids.new(),
        owner_id=owner_id,
        influencer_id=influencer_id,
        video_id=video_id,
        **claim.model_dump(),
        **sealed.model_dump(exclude={"data"}),
    )
    return store.insert(session, entry)


def published(session: Session, sha256: str, video_id: str | None, now: datetime) -> None:
    """Say that a video's file is out; only from now on strangers are told of it."""
    store.publish(session, sha256, video_id, now)


def recognise(session: Session, reading: Reading) -> Finding:
    """Return what we can say of a file to anybody: only of what was published is anything told from the registry."""
    if reading.state == "Trusted":
        return Finding(verdict="signed", entry=_of_manifest(session, reading))
    exact = store.by_hash(session, reading.sha256)
    if exact is not None:
        return Finding(verdict="registered", entry=exact)
    similar = _similar(session, reading.fingerprint)
    if reading.state == "Invalid":
        return Finding(
            verdict="changed", entry=similar[0] if similar else None, likeness=similar[1] if similar else None
        )
    if similar is not None:
        return Finding(verdict="probably", entry=similar[0], likeness=similar[1])
    return Finding(verdict="foreign" if reading.state == "Valid" else "unknown", entry=None)


def likeness(one: str, other: str) -> float:
    """Return the share of equal bits of two fingerprints of the same length: 1 for the same, 0.5 by chance.

    Of a film it is that of the least alike moment but one: films of one persona in one place are alike at most moments
    and never at all, while a copy may differ at one, where a cut falls a frame earlier.
    """
    shares = sorted(_share(one[at : at + _DIGITS], other[at : at + _DIGITS]) for at in range(0, len(one), _DIGITS))
    return shares[min(1, len(shares) - 1)]


def _share(one: str, other: str) -> float:
    return 1 - (int(one, 16) ^ int(other, 16)).bit_count() / (4 * len(one))


def _of_manifest(session: Session, reading: Reading) -> Entry | None:
    return store.by_hash(session, reading.sha256) or store.by_manifest(session, reading.manifest or "")


def _similar(session: Session, fingerprint: str) -> tuple[Entry, float] | None:
    """Return what looks most like it. Every published file is compared: 10,000 films take 0.25 s."""
    if not fingerprint:
        return None
    known = store.fingerprints(session, len(fingerprint))
    best = max(((likeness(fingerprint, theirs), entry_id) for entry_id, theirs in known), default=(0.0, ""))
    return (store.load(session, best[1]), best[0]) if best[0] >= ALIKE else None
