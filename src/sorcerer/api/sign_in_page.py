"""`GET /sign-in/{link}`: a person follows a one-time link and is signed in."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse

from sorcerer import accounts
from sorcerer.api import cookie
from sorcerer.api.bodies import is_clean
from sorcerer.api.deps import Now, TheDoor

router = APIRouter(redirect_slashes=False)

_GONE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Sorcerer: this link does not work</title>
<h1>This sign-in link does not work any more</h1>
<p>A link works once, for a quarter of an hour. Make a new one where Sorcerer runs:</p>
<pre>sorcerer token --sign-in</pre></html>"""


@router.get("/sign-in/{link}", include_in_schema=False)
def follow_link(link: str, door: TheDoor, request: Request, now: Now) -> Response:
    """Sign in and go to the pages; a link that was used or is too old says how to get another."""
    with door.database.begin() as session:
        redeemed = accounts.links.redeem(session, link, now) if is_clean(link) else None
        landing = None if redeemed is None else door.landing(session, redeemed[0])
    if redeemed is None or landing is None:
        return HTMLResponse(_GONE, 404, {"Cache-Control": "no-store"})
    response = RedirectResponse(landing, 303, {"Cache-Control": "no-store"})
    cookie.put(request, response, redeemed[1])
    return response
