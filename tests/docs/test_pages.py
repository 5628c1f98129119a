"""What the documentation tells people to type exists, and where it points there is something."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from sorcerer import cli
from sorcerer.settings import Settings

ROOT = Path(__file__).parent.parent.parent
PAGES = [*sorted(ROOT.glob("*.md")), *sorted(ROOT.glob("docs/**/*.md"))]
DECISIONS = sorted(ROOT.glob("docs/decisions/[0-9]*.md"))
TARGETS = set(re.findall(r"(?m)^([a-z-]+):", (ROOT / "Makefile").read_text()))
SETTINGS = {f"SORCERER_{name.upper()}" for name in Settings.model_fields}
HEADINGS = ["## Context", "## Decision", "## Consequences", "## Enforced by"]


def lines_to_type(page: Path) -> Iterator[str]:
    for block in re.findall(r"(?ms)^ *```sh\n(.*?)^ *```", page.read_text(encoding="utf-8")):
        yield from (line.strip() for line in block.splitlines() if line.strip())


def wrong_with(line: str) -> str | None:
    """Say what is wrong with a line that somebody may type, or nothing."""
    words = line.split()
    if words[0] == "make":
        return None if {word for word in words[1:] if "=" not in word} <= TARGETS else "no such target"
    if ".venv/bin/sorcerer" in line:
        return wrong_command(re.split(r"[^\w.=:/-]+", line.partition(".venv/bin/sorcerer ")[2]))
    if words[0] == "export" and words[1].startswith("SORCERER_"):
        return None if words[1].partition("=")[0] in SETTINGS else "no such setting"
    return None if words[0] in {"curl", "sudo"} else "neither make nor sorcerer"


def wrong_command(words: list[str]) -> str | None:
    group: Any = typer.main.get_command(cli.app)
    if words[0] not in group.commands:
        return "no such command"
    options = {name for option in group.commands[words[0]].params for name in option.opts}
    return None if {word for word in words if word.startswith("--")} <= options else "no such option"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_line_to_type_exists(page: Path) -> None:
    assert [(line, wrong) for line in lines_to_type(page) if (wrong := wrong_with(line))] == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("make run PORT=9000", None),
        ("make runn", "no such target"),
        (".venv/bin/sorcerer demo --home X --json", None),
        ("export TOKEN=$(.venv/bin/sorcerer tokn)", "no such command"),
        (".venv/bin/sorcerer demo --hom X", "no such option"),
        ("export SORCERER_PUBLIC=x", "no such setting"),
        ("pip install x", "neither make nor sorcerer"),
    ],
)
def test_a_wrong_line_is_found(line: str, wrong: str | None) -> None:
    assert wrong_with(line) == wrong


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_setting_that_is_named_exists(page: Path) -> None:
    named = set(re.findall(r"SORCERER_[A-Z][A-Z_]+", page.read_text(encoding="utf-8")))
    assert named - SETTINGS == set()


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_a_decision_is_one_page_with_one_quotable_sentence_and_a_check(page: Path) -> None:
    text = page.read_text(encoding="utf-8")

    assert re.findall(r"(?m)^## .*", text) == HEADINGS
    assert len(text.splitlines()) <= 40
    assert len(re.findall(r"(?m)^\*\*[^*]+\.\*\*$", text)) == 1


@pytest.mark.parametrize("page", DECISIONS, ids=lambda page: page.stem)
def test_what_enforces_a_decision_is_there(page: Path) -> None:
    named = re.findall(
        r"`([\w./]+/[\w./]*|\.importlinter|pyproject\.toml)`", page.read_text().partition("## Enforced by")[2]
    )
    assert named != []
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (ROOT / "docs/decisions/README.md").read_text())
    assert listed == [page.name for page in DECISIONS]
