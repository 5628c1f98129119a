"""Preflight: what a network would refuse about a film, found before it is sent."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sorcerer import children
from sorcerer.studio.rules import LIMITS, Network, Rule, judged


def preflight(path: Path) -> list[str]:
    """Return the rules the film breaks, whatever the network, in sentences; an empty list is a film that may go out.

    Raises:
        ChildFailed: the check itself died or took too long.
    """
    facts = _facts(path)
    broken: dict[str, str] = {}
    for rule in (rule for network in LIMITS for rule in judged(facts, network) if not rule.holds):
        broken.setdefault(rule.name, str(rule))  # the strictest network comes first
    return list(broken.values())


def inspect(path: Path, network: Network) -> tuple[Rule, ...]:
    """Return every rule of one network with its value in this film, whether it holds, and how to mend it.

    Raises:
        ChildFailed: the check itself died or took too long.
    """
    return judged(_facts(path), network)


def _facts(path: Path) -> Mapping[str, Any]:
    facts: Mapping[str, Any] = children.call(
        "sorcerer.studio.film.check:check", {"path": str(path)}, seconds=180, megabytes=1500
    )
    return facts
