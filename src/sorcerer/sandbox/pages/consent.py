"""The page where a person agrees that an app may post for an account."""

from collections.abc import Mapping, Sequence
from html import escape

from sorcerer import ids
from sorcerer.sandbox.model import Account, Network
from sorcerer.sandbox.pages.page import face, page

_POSTS = {"instagram": "reels and stories", "tiktok": "films", "youtube": "Shorts"}
NAMES = {"instagram": "Instagram", "tiktok": "TikTok", "youtube": "YouTube"}


def consent(accounts: Sequence[Account], asked: Mapping[str, str], network: Network = "instagram") -> str:
    """Return the page: choose an account or open one, then allow or refuse.

    Args:
        asked: what the form sends along.
    """
    hidden = "".join(f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in asked.items())
    choices = "".join(_choice(account, first=place == 0) for place, account in enumerate(accounts))
    new = "Or open a new account" if accounts else "Open an account"
    return page(
        "Connect an account",
        f'<div class="bar">Pretend {NAMES[network]}<small>sandbox</small></div><h1>Let Sorcerer post for you?</h1>'
        f'<p class="why">It will publish {_POSTS[network]}, each with the AI label, and read how they do.</p>'
        f'<form method="post">{hidden}{choices}<label class="new">{new}'
        '<input type="text" name="new_handle" placeholder="handle" maxlength="30" autocomplete="off"></label>'
        '<button name="answer" value="allow">Allow</button>'
        '<button class="plain" name="answer" value="deny">Not now</button></form>',
        network,
    )


def _choice(account: Account, *, first: bool) -> str:
    checked = " checked" if first else ""
    handle, hue = escape(account.handle), int(ids.draw("hue", account.handle) * 360)
    return (
        f'<label class="pick"><input type="radio" name="handle" value="{handle}"{checked}>'
        f"{face(account.name, hue, 'small')}<span><b>@{handle}</b><br>{escape(account.name)}</span></label>"
    )
