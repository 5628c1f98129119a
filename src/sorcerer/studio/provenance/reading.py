"""Read a file from anybody: its kind by its content, its manifest, its source type, its looks. Runs only in a child."""

import hashlib
from pathlib import Path
from typing import Any

from sorcerer.studio.provenance import signer
from sorcerer.studio.provenance.fingerprint import of_image, of_video
from sorcerer.studio.provenance.manifest import lineage
from sorcerer.studio.provenance.model import POST
from sorcerer.studio.provenance.xmp import source_in

_MOST_FAULTS = 8
_LONGEST_TEXT = 300


def look(order: dict[str, str]) -> dict[str, Any]:
    """Read the file at {"path"}; answers the fields of a `Reading`."""
    data = Path(order["path"]).read_bytes()
    kind = media_type_of(data)
    told: dict[str, Any] = {"sha256": hashlib.sha256(data).hexdigest(), "media": None}
    if kind is None:
        return told
    told |= {"media": kind.partition("/")[0], "source": source_in(data), **_manifest(data, kind, order)}
    try:
        return told | {"fingerprint": _looks(data, kind)}
    except ValueError:
        return told


def fingerprint(order: dict[str, str]) -> str:
    """Return what the film or picture at {"path"} looks like.

    Raises:
        ValueError: it cannot be decoded.
    """
    data = Path(order["path"]).read_bytes()
    return _looks(data, media_type_of(data) or "image/jpeg")


def media_type_of(data: bytes) -> str | None:
    """Return the media type by the first bytes, or None."""
    if data[4:8] == b"ftyp":
        return "video/mp4"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    starts = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}
    return next((kind for start, kind in starts.items() if data.startswith(start)), None)


def _looks(data: bytes, kind: str) -> str:
    return of_video(data) if kind == "video/mp4" else of_image(data)


def _manifest(data: bytes, kind: str, order: dict[str, str]) -> dict[str, Any]:
    try:
        store = signer.read(data, kind, order["anchor"])
    except signer.Broken as reason:
        return {"state": "Invalid", "faults": [str(reason)[:_LONGEST_TEXT]]}
    if store is None:
        return {}
    active = store["manifests"].get(store.get("active_manifest"), {})
    signature = active.get("signature_info") or {}
    state = store.get("validation_state", "Invalid")
    if state == "Trusted" and str(signature.get("cert_serial_number")) != order["serial"]:
        state = "Valid"  # whole, and signed by another under the same authority
    faults = [str(fault.get("code")) for fault in store.get("validation_status") or []]
    return {
        "state": state,
        "manifest": store.get("active_manifest"),
        "signer": _text(signature.get("common_name") or signature.get("issuer")),
        "generator": _text(next((one.get("name") for one in active.get("claim_generator_info") or []), None)),
        "faults": faults[:_MOST_FAULTS],
        "claims": {} if state == "Invalid" else _claims(active),
        "ingredients": lineage(store),
    }


def _claims(manifest: dict[str, Any]) -> dict[str, Any]:
    found = (one["data"] for one in manifest.get("assertions", []) if one.get("label") == POST)
    return next((data for data in found if isinstance(data, dict)), {})


def _text(value: object) -> str | None:
    return None if value is None else str(value)[:_LONGEST_TEXT]
