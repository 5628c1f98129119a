"""The API's own description."""

import tempfile
from pathlib import Path

from sorcerer import app
from sorcerer.cli import options


def openapi(home: options.Home = None) -> None:
    """Print the OpenAPI document."""
    with tempfile.TemporaryDirectory() as empty:
        house = app.open_house(options.settings(home or Path(empty)))
        options.answer(house.web.openapi(), "", as_json=True)
        house.close()
