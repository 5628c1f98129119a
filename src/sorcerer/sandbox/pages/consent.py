"""The page where a person agrees that an app may post for an account."""

from collections.abc import Sequence
from html import escape

from sorcerer import ids
from sorcerer.sandbox.model import Account
from sorcerer.sandbox.pages.page import face, page


def consent(accounts: Sequence[Account], redirect_uri: str, state: str, client_id: str) -> str:
    """Return the page: choose an account or open one, then allow or refuse."""
    asked = (("client_id", client_id), ("redirect_uri", redirect_uri), ("state", state))
    hidden = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in asked)
    choices = "".join(_choice(account, first=place == 0) for place, account in enumerate(accounts))
    new = "Or open a new account" if accounts else "Open an account"
    return page(
        "Connect an account",
        '<div class="bar">Pretend Instagram<small>sandbox</small></div><h1>Let Sorcerer post for you?</h1>'
        '<p class="why">It will publish reels and stories, each with the AI label, and read how they do.</p>'
        f'<form method="post">{hidden}{choices}<label class="new">{new}'
        '<input type="text" name="new_handle" placeholder="handle" maxlength="30" autocomplete="off"></label>'
        '<button name="answer" value="allow">Allow</button>'
        '<button class="plain" name="answer" value="deny">Not now</button></form>',
    )


def _choice(account: Account, *, first: bool) -> str:
    checked = " checked" if first else ""
    handle, hue = escape(account.handle), int(ids.draw("hue", account.handle) * 360)
    return (
        f'<label class="pick"><input type="radio" name="handle" value="{handle}"{checked}>'
        f"{face(account.name, hue, 'small')}<span><b>@{handle}</b><br>{escape(account.name)}</span></label>"
    )
