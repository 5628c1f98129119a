"""The manifest in the words of C2PA 2: what was done, from which ingredients, and what the post discloses."""

import hashlib
from typing import Any

from sorcerer import __version__
from sorcerer.studio.provenance.model import POST, SOURCES, Claim, Ingredient

_MOST_TITLES, _LONGEST_TITLE = 8, 80
_TOOL = {"name": "Sorcerer", "version": __version__}


def manifest_of(claim: Claim, ingredients: tuple[Ingredient, ...]) -> dict[str, Any]:
    """Return the manifest's definition, without its ingredients' bytes."""
    created = {
        "action": "c2pa.created",
        "when": claim.made_at.isoformat(timespec="seconds"),
        "digitalSourceType": SOURCES + claim.source,
        "softwareAgent": _TOOL | {"name": f"Sorcerer, {claim.tool}"},
        "parameters": {"ingredientIds": [ingredient_id(one) for one in ingredients]},
    }
    post = {
        "kind": claim.kind,
        "persona": claim.name,
        "handle": claim.handle,
        "synthetic": True,
        "sponsor": claim.sponsor,
        "labels": list(claim.labels),
        "made_at": claim.made_at.isoformat(timespec="seconds"),
        "made_from": {one.kind: hashlib.sha256(one.data).hexdigest() for one in ingredients},
        "tool": claim.tool,
    }
    return {
        "claim_generator_info": [_TOOL],
        "title": f"{claim.kind} of @{claim.handle}",
        "assertions": [
            {"label": "c2pa.actions.v2", "data": {"actions": [created]}},
            {"label": POST, "data": post},
        ],
    }


def ingredient_of(one: Ingredient) -> dict[str, Any]:
    """Return an ingredient's definition; its own manifest, when it has one, is taken over by the signer."""
    return {
        "title": one.kind,
        "relationship": "inputTo",
        "instance_id": ingredient_id(one),
        "label": ingredient_id(one),
    }


def ingredient_id(one: Ingredient) -> str:
    """Return a name that only these bytes have."""
    return f"{one.kind}-{hashlib.sha256(one.data).hexdigest()[:32]}"


def lineage(store: dict[str, Any]) -> list[str]:
    """Return the titles of what a file was made from, the nearest first.

    Args:
        store: a manifest store as it is read; a stranger's may refer in circles or without end.
    """
    manifests = store.get("manifests") or {}
    waiting = [store.get("active_manifest")]
    seen: set[str | None] = set()
    titles: list[str] = []
    while waiting and len(titles) < _MOST_TITLES:
        label = waiting.pop(0)
        if label in seen or label not in manifests:
            continue
        seen.add(label)
        for one in manifests[label].get("ingredients") or []:
            titles.append(str(one.get("title"))[:_LONGEST_TITLE])
            waiting.append(one.get("active_manifest"))
    return titles[:_MOST_TITLES]
