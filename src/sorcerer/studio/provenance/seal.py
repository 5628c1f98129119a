"""Seal: write into a finished file what it is, sign it last of all, and read it back before anybody gets it."""

import hashlib
from collections.abc import Sequence
from typing import Any

from sorcerer.errors import Unavailable
from sorcerer.keys import SigningKey
from sorcerer.studio.provenance.look import fingerprint_of
from sorcerer.studio.provenance.manifest import lineage, manifest_of
from sorcerer.studio.provenance.model import Claim, Ingredient, MediaType, Sealed
from sorcerer.studio.provenance.xmp import with_source

_INNER = ("face", "frame")  # what nobody publishes is not looked for
_FIX = "Press Retry; if it stays, look at signing.pem in the home folder."


def seal(
    data: bytes, media_type: MediaType, claim: Claim, ingredients: Sequence[Ingredient], key: SigningKey
) -> Sealed:
    """Return the JPEG, PNG or MP4 with its IPTC source type and a signed C2PA manifest inside, checked.

    It is a file of our own making, so it is signed in this process; what strangers send is read in a child (`look`).

    Raises:
        Unavailable: it could not be signed, or what was written does not hold.
        ChildFailed: it could not be looked at.
    """
    made_from = tuple(ingredients)
    signed, told = sign(data, media_type, claim, made_from, key)
    return Sealed(
        data=signed,
        sha256=hashlib.sha256(signed).hexdigest(),
        manifest=str(told["active_manifest"]),
        ingredients=tuple(lineage(told)),
        fingerprint="" if claim.kind in _INNER else fingerprint_of(signed),
    )


def sign(
    data: bytes, media_type: MediaType, claim: Claim, ingredients: tuple[Ingredient, ...], key: SigningKey
) -> tuple[bytes, dict[str, Any]]:
    """Return the signed file and its manifest store, as it was read back and found whole.

    Raises:
        Unavailable: it could not be signed, or what was written does not hold.
    """
    from sorcerer.studio.provenance import signer  # noqa: PLC0415 - 23 MB of native code, loaded when first needed

    try:
        marked = with_source(data, media_type, claim)
        signed = signer.sign(marked, media_type, manifest_of(claim, ingredients), ingredients, key)
        told = signer.read(signed, media_type, key.credential.anchor)
    except signer.Broken as reason:
        raise Unavailable(f"The {claim.kind} could not be signed: {reason}", fix=_FIX) from reason
    if told is None or told["validation_state"] != "Trusted":
        raise Unavailable(f"The signature of the {claim.kind} does not hold after it was written.", fix=_FIX)
    return signed, told
