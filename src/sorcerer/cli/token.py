"""Tokens for programs and sign-in links for people."""

from typing import Annotated

import typer

from sorcerer import accounts, app
from sorcerer.cli import options


def token(
    home: options.Home = None,
    *,
    sign_in: Annotated[bool, typer.Option("--sign-in", help="Print a one-time sign-in link instead.")] = False,
    port: Annotated[int | None, typer.Option("--port", help="Port that Sorcerer runs on, for the link.")] = None,
    name: Annotated[str, typer.Option("--name", help="What the token is for.")] = "cli",
    as_json: options.AsJson = False,
) -> None:
    """Print an API token for the first owner, making the owner if the home is new."""
    house = app.open_house(options.settings(home, port=port))
    now = house.tools.clock.now()
    with house.tools.database.begin() as session:
        owner = accounts.first_owner(session, now)
        if sign_in:
            given = f"{house.address}/sign-in/{accounts.links.issue(session, owner.id, now)}"
        else:
            given = accounts.tokens.issue(session, owner.id, name, now)[1]
    house.close()
    options.answer({"sign_in" if sign_in else "token": given}, given, as_json=as_json)
