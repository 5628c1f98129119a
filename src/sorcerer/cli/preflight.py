"""`sorcerer preflight`: hold a finished film against a network's rules."""

from pathlib import Path
from typing import Annotated

import typer

from sorcerer import studio
from sorcerer.cli import options

_File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="The film, an MP4.")]
_Platform = Annotated[
    studio.Network, typer.Option("--platform", help="Whose rules: instagram (reels), tiktok, youtube (Shorts).")
]


def preflight(file: _File, platform: _Platform = "instagram", *, as_json: options.AsJson = False) -> None:
    """Show every rule of a network with its value in this film, and how to mend what fails; 1 when something does."""
    rules = studio.inspect(file, platform)
    broken = [rule for rule in rules if not rule.holds]
    lines = [f"{'ok  ' if rule.holds else 'FAIL'}  {rule.name:26} {rule.found}" for rule in rules]
    lines += ["", *(f"{rule}" for rule in broken)] if broken else ["", f"{file.name} may go out on {platform}."]
    document = {"file": str(file), "platform": platform, "rules": [rule.model_dump() for rule in rules]}
    options.answer(document, "\n".join(lines), as_json=as_json)
    if broken:
        raise typer.Exit(1)
