"""`/api/account` and `/api/token`: sign up, sign in, who am I, leave; keys for programs."""

from datetime import datetime
from typing import Annotated, Any, Literal

from fastapi import Request, Response
from pydantic import Field, StringConstraints

from sorcerer import accounts
from sorcerer.accounts import User
from sorcerer.api import cookie
from sorcerer.api.bodies import Body
from sorcerer.api.cursor import AskedPage, PageOf
from sorcerer.api.deps import Caller, InRead, InSession, Now, TheDoor
from sorcerer.api.etag import IfMatch, check, put
from sorcerer.api.gate import OPEN, Routes, scoped
from sorcerer.clock import Moment
from sorcerer.errors import NotAllowed, NotSignedIn

router = Routes("/account", tags=["account"])
tokens = Routes("/token", tags=["account"])

Email = Annotated[
    str, Field(max_length=254, pattern=r"^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)*$", examples=["mara@example.org"])
]
Password = Annotated[str, Field(min_length=10, max_length=200, examples=["a quiet lake at dawn"])]
Name = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80), Field(examples=["Mara Lindt"])
]
Role = Literal["consumer", "business"]
Scope = Literal["read", "write", "account", "calendar"]


class SignUp(Body):
    """A new account."""

    email: Email
    password: Password
    name: Name
    role: Role = "consumer"


class SignIn(Body):
    """An address and its password."""

    email: Email
    password: Annotated[str, Field(max_length=200, examples=["a quiet lake at dawn"])]


class AccountChange(Body):
    """What changes about an account; what is left out stays."""

    name: Name | None = None
    email: Email | None = None
    role: Role | None = None


class PasswordChange(Body):
    """A new password; the old one as well, when there is one."""

    password: Password
    old_password: Annotated[str | None, Field(max_length=200, examples=[None])] = None


class TokenWish(Body):
    """A token to be made."""

    name: Annotated[Name, Field(examples=["backup script"])]
    scopes: Annotated[tuple[Scope, ...], Field(min_length=1, max_length=3, examples=[["read", "write"]])] = (
        "read",
        "write",
    )
    expires_at: Annotated[Moment | None, Field(examples=[None])] = None


class TokenView(Body):
    """A key for programs, without its secret."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    created_at: datetime
    last_used_at: datetime | None
    expires_at: datetime | None


class NewToken(TokenView):
    """A token just made, with its secret, which is never shown again."""

    secret: str | None = Field(description="null when the same request is answered a second time.")


@router.post("/sign-up", status_code=201, openapi_extra=OPEN)
def sign_up(wish: SignUp, door: TheDoor, request: Request, response: Response, now: Now) -> User:
    """Make an account and sign in. A home that has an owner takes others only when its settings say so."""
    sealed = accounts.passwords.seal(wish.password)
    with door.database.begin() as session:
        user = accounts.sign_up(session, wish.email, sealed, wish.name, wish.role, now, is_open=door.open_to_all)
        secret = accounts.sessions.start(session, user.id, now, "Signed in after signing up.")
    cookie.put(request, response, secret)
    return user


@router.post("/sign-in", openapi_extra=OPEN)
def sign_in(shown: SignIn, door: TheDoor, request: Request, response: Response, now: Now) -> User:
    """Sign in with a password."""
    with door.database.begin() as session:
        attempt = accounts.sessions.attempt(session, shown.email, now)
    if not accounts.passwords.fits(attempt.sealed, shown.password):
        raise NotSignedIn("The e-mail address or the password is wrong.", fix="Try again, or use a sign-in link.")
    with door.database.begin() as session:
        user, secret = accounts.sessions.succeed(session, attempt, now)
    cookie.put(request, response, secret)
    return user


@router.post("/sign-out", status_code=204)
def sign_out(session: InSession, caller: Caller, response: Response, now: Now) -> None:
    """End this session."""
    accounts.sessions.sign_out(session, caller, now)
    cookie.drop(response)


@router.get("")
def read_account(caller: Caller, response: Response) -> User:
    """Return who is signed in."""
    put(response, caller.user.rev)
    return caller.user


@router.patch("", openapi_extra=scoped("account"))
def change_account(
    wish: AccountChange, session: InSession, caller: Caller, seen: IfMatch, response: Response, now: Now
) -> User:
    """Change the name, the address or the role."""
    check(seen, caller.user.rev)
    user = accounts.change(session, caller.user, now, name=wish.name, email=wish.email, role=wish.role)
    put(response, user.rev)
    return user


@router.post("/password", status_code=204, openapi_extra=scoped("account"))
def set_password(wish: PasswordChange, door: TheDoor, caller: Caller, now: Now) -> None:
    """Set the password and sign every other browser out."""
    with door.database.read() as session:
        kept = accounts.passwords.kept(session, caller.id)
    if kept is not None and not accounts.passwords.fits(kept, wish.old_password or ""):
        raise NotAllowed("The old password is wrong.", field="old_password", fix="Send the password you have now.")
    sealed = accounts.passwords.seal(wish.password)
    with door.database.begin() as session:
        accounts.passwords.keep(session, caller, sealed, now)


@router.get("/export", openapi_extra=scoped("account"))
def export_account(session: InRead, door: TheDoor, caller: Caller, response: Response) -> dict[str, Any]:
    """Return everything Sorcerer keeps of an account, but no secrets."""
    response.headers["Content-Disposition"] = 'attachment; filename="sorcerer.json"'
    rooms = {name: export(session, caller.id) for name, export in door.exports.items()}
    return accounts.export(session, caller.id) | rooms


@router.delete("", status_code=204, openapi_extra=scoped("account"))
def delete_account(session: InSession, caller: Caller, seen: IfMatch, response: Response) -> None:
    """Delete an account with everything it owns, for good."""
    check(seen, caller.user.rev)
    accounts.delete_account(session, caller.id)
    cookie.drop(response)


@tokens.get("")
def list_tokens(session: InRead, caller: Caller, page: AskedPage) -> PageOf[TokenView]:
    """List the API tokens, without their secrets."""
    found = accounts.tokens.page(session, caller.id, limit=page.take, after=page.after)
    return page.of([TokenView(**token.model_dump(exclude={"owner_id"})) for token in found])


@tokens.post("", status_code=201, openapi_extra=scoped("account") | {"x-shown-once": ["secret"]})
def make_token(wish: TokenWish, session: InSession, caller: Caller, now: Now) -> NewToken:
    """Make an API token, which may no more than the caller. Its secret is in this answer and nowhere else."""
    beyond = sorted(set(wish.scopes) - set(caller.scopes))
    if beyond:
        raise NotAllowed(f"This token may not give away {', '.join(beyond)}.", field="scopes")
    token, secret = accounts.tokens.issue(session, caller.id, wish.name, now, wish.scopes, wish.expires_at)
    return NewToken(**token.model_dump(exclude={"owner_id"}), secret=secret)


@tokens.delete("/{token_id}", status_code=204, openapi_extra=scoped("account"))
def revoke_token(token_id: str, session: InSession, caller: Caller, now: Now) -> None:
    """Revoke an API token; it stops working at once."""
    accounts.tokens.revoke(session, caller.id, token_id, now)
