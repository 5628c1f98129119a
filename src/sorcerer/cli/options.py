"""What several commands take, and how they answer."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from sorcerer import log
from sorcerer.settings import Settings

Home = Annotated[Path | None, typer.Option("--home", help="Folder of the data; default SORCERER_HOME or ./.sorcerer.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document and nothing else.")]


def settings(home: Path | None, **given: object) -> Settings:
    """Return the settings of the environment with what the command line gave on top."""
    chosen = {name: value for name, value in {"home": home, **given}.items() if value is not None}
    read = Settings().model_copy(update=chosen)
    log.configure(read.log_level, as_json=read.log_json)
    return read


def answer(document: dict[str, Any], text: str, *, as_json: bool) -> None:
    """Print the document as JSON, or the text for people."""
    sys.stdout.write((json.dumps(document, ensure_ascii=False, indent=2) if as_json else text) + "\n")
    sys.stdout.flush()
