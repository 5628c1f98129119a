"""The keys that seal tokens."""

import typer

from sorcerer import keys
from sorcerer.cli import options

app = typer.Typer(name="keys", help="The keys that seal tokens and sign links.", no_args_is_help=True)


@app.callback()
def about() -> None:
    """Keep the keys that seal tokens and sign links."""


@app.command("rotate")
def rotate(home: options.Home = None, *, as_json: options.AsJson = False) -> None:
    """Put a fresh key in front: it seals from now on, the old ones still open what they sealed."""
    ring = keys.rotate(options.settings(home))
    text = f"Key {ring.ids[0]} seals from the next start on; {len(ring.ids) - 1} older ones still open."
    options.answer({"key": ring.ids[0], "keys": list(ring.ids)}, text, as_json=as_json)
