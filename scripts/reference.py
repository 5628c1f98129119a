"""Write docs/reference from the code: every setting, command, route and journal verb, in the code's own words."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from sorcerer import app, cli, journal
from sorcerer.settings import Settings

DOCS = Path(__file__).resolve().parent.parent / "docs" / "reference"
NOTE = "<!-- Written by `make docs` from the code; change the code's own words instead. -->\n"


def pages() -> dict[str, str]:
    """Return the text of every page by file name."""
    found = {"settings.md": settings(), "commands.md": commands(), "routes.md": routes(), "journal.md": verbs()}
    return {name: NOTE + "\n".join(lines) + "\n" for name, lines in found.items()}


def settings() -> Iterator[str]:
    """Say every setting: its name in the environment, what it is without being set, what it is for."""
    yield "# Settings\n\nEach is read from the environment; `sorcerer run --home --host --port` come first.\n"
    yield "| setting | default | what it is for |\n| --- | --- | --- |"
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{field.default}`"
        yield f"| `SORCERER_{name.upper()}` | {default} | {field.description} |"


def commands() -> Iterator[str]:
    """Say every command and its options."""
    yield "# Commands"
    group: Any = typer.main.get_command(cli.app)
    inner = {
        f"{name} {sub}": two
        for name, one in group.commands.items()
        for sub, two in getattr(one, "commands", {}).items()
    }
    for name, command in {**group.commands, **inner}.items():
        yield f"\n## `sorcerer {name}`\n\n{(command.help or '').strip()}\n"
        for option in command.params:
            if option.name != "help":
                yield f"- `{' / '.join([*option.opts, *option.secondary_opts])}` {option.help or ''}".rstrip()


def routes() -> Iterator[str]:
    """Say every route of the API and whether it needs sign-in."""
    yield "# Routes\n\nThe whole of it is at `/api/openapi.json` of a running Sorcerer.\n"
    yield "| route | what it does | sign-in |\n| --- | --- | --- |"
    with tempfile.TemporaryDirectory() as empty:
        house = app.open_house(Settings(home=Path(empty)))
        document = house.web.openapi()
        house.close()
    for path, methods in sorted(document["paths"].items()):
        for method, route in methods.items():
            needs = "no" if route.get("security") == [] else "yes"
            does = (route.get("description") or "").strip().partition("\n")[0]
            yield f"| `{method.upper()} {path}` | {does} | {needs} |"


def verbs() -> Iterator[str]:
    """Say every word the journal uses."""
    yield "# The journal's verbs\n\nEvery line of the journal says who did what, about what, and why.\n"
    yield "| verb | what happened |\n| --- | --- |"
    yield from (f"| `{verb}` | {meaning} |" for verb, meaning in journal.VERBS.items())


if __name__ == "__main__":
    DOCS.mkdir(parents=True, exist_ok=True)
    for page, text in pages().items():
        (DOCS / page).write_text(text, encoding="utf-8")
        sys.stdout.write(f"docs/reference/{page}\n")
