"""The reference is what the code says, and the code explains all of it."""

from pathlib import Path
from runpy import run_path

import pytest

from sorcerer import journal
from sorcerer.settings import Settings

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    written: dict[str, str] = run_path(str(ROOT / "scripts/reference.py"))["pages"]()
    return written


@pytest.mark.parametrize("name", ["settings.md", "commands.md", "routes.md", "journal.md"])
def test_a_page_of_the_reference_is_up_to_date(pages: dict[str, str], name: str) -> None:
    assert (ROOT / "docs/reference" / name).read_text(encoding="utf-8") == pages[name], "run `make docs`"


def test_every_setting_says_what_it_is_for() -> None:
    assert [name for name, field in Settings.model_fields.items() if not field.description] == []


def test_every_setting_and_every_verb_has_its_line(pages: dict[str, str]) -> None:
    assert [n for n in Settings.model_fields if f"| `SORCERER_{n.upper()}` |" not in pages["settings.md"]] == []
    assert [verb for verb in journal.VERBS if f"| `{verb}` |" not in pages["journal.md"]] == []


def test_every_command_and_every_route_says_what_it_does(pages: dict[str, str]) -> None:
    commands = pages["commands.md"].split("\n## ")[1:]
    routes = [line.split(" | ") for line in pages["routes.md"].splitlines() if line.startswith("| `")]
    assert [text.splitlines()[0] for text in commands if not text.splitlines()[2].strip()] == []
    assert [route[0] for route in routes if not route[1].strip()] == []
