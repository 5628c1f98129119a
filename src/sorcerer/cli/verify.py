"""Where does a file come from."""

from pathlib import Path
from typing import Annotated

import typer

from sorcerer import app, studio
from sorcerer.cli import options
from sorcerer.errors import SorcererError

_OURS = frozenset({"signed", "registered", "probably"})
_SHOWN = ("verdict", "handle", "kind", "made_at", "published_at", "tool", "source", "sponsor", "made_from", "signer")


def verify(
    file: Annotated[Path, typer.Argument(help="A film or picture: MP4, JPEG, PNG or WebP.")],
    home: options.Home = None,
    *,
    as_json: options.AsJson = False,
) -> None:
    """Tell who made a film or picture, from what and when; 1 when it is not of this home or was changed."""
    house = app.open_house(options.settings(home))
    try:
        reading = studio.provenance.look(file.read_bytes(), house.tools.signing_key.credential)
        with house.tools.database.read() as session:
            finding = studio.provenance.recognise(session, reading)
    except (SorcererError, OSError) as refusal:
        raise typer.BadParameter(str(refusal), param_hint="FILE") from refusal
    finally:
        house.close()
    told = studio.provenance.passport(reading, finding).model_dump(mode="json")
    facts = [f"  {name:13} {_plain(told[name])}" for name in _SHOWN if told[name]]
    if told["likeness"]:
        facts.append(f"  {'likeness':13} {told['likeness']:.1%}")
    options.answer(told, "\n".join([told["says"], *facts]), as_json=as_json)
    if told["verdict"] not in _OURS:
        raise typer.Exit(1)


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
