"""Every refusal leaves as an RFC 9457 problem: what, why, which field, what to do."""

from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from sorcerer.errors import SorcererError

MEDIA_TYPE = "application/problem+json"

STATUS = {
    "unreadable": 400,
    "not-signed-in": 401,
    "not-allowed": 403,
    "not-found": 404,
    "conflict": 409,
    "stale": 412,
    "too-large": 413,
    "wrong-media": 415,
    "invalid": 422,
    "too-many": 429,
    "unavailable": 503,
}
_KIND = {status: kind for kind, status in STATUS.items()} | {405: "wrong-method"}

# What to do, by the kind of pydantic's complaint; the rest is plain from the message.
_FIXES = {
    "missing": "Add the field.",
    "extra_forbidden": "Remove the field, or look for a typing error in its name.",
    "timezone_aware": "Add an offset, such as Z.",
    "datetime_from_date_parsing": "Write the moment like 2026-12-01T09:00:00Z.",
    "datetime_parsing": "Write the moment like 2026-12-01T09:00:00Z.",
    "string_type": "Send a text in quotes.",
    "int_type": "Send a whole number without quotes.",
    "bool_type": "Send true or false.",
    "list_type": "Send a list in square brackets.",
    "dict_type": "Send an object in curly brackets.",
    "model_attributes_type": "Send a JSON object.",
}
# What a text must look like, in words: a pattern is for programs. tests/api/test_openapi.py finds one without a line.
PATTERNS = {
    r"^[a-z0-9._]{2,30}$": ("A handle has 2 to 30 small letters, digits, dots and underscores.", "Try maralifts."),
    r"^[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)*$": ("This is no mail address.", "Write it like mara@example.org."),
    r"^[!-~]+$": ("A key has visible characters and no spaces.", "Send a random one, such as a UUID."),
    r"^\d{1,5},\d{1,5},\d{2,5}$": ("A crop is x,y,size: a corner and a side, in pixels.", "Write it like 120,80,640."),
    r"^#[0-9a-f]{6}$": ("A colour is # and six digits from 0 to f, in small letters.", "Write it like #6b4a2b."),
}
_PLACES = ("body", "query", "path", "header", "cookie")


class Fault(BaseModel):
    """What is wrong with one field."""

    field: str = Field(description='Where it stands in the request, such as "persona.age".', examples=["persona.age"])
    message: str = Field(examples=["Input should be greater than or equal to 18"])
    fix: str | None = Field(None, description="What to do about it.", examples=["Send 18 or more."])


class Problem(BaseModel):
    """Why a request was refused, after RFC 9457."""

    type: str = Field(examples=["urn:sorcerer:problem:invalid"])
    title: str = Field(examples=["Unprocessable Content"])
    status: int = Field(examples=[422])
    detail: str = Field(examples=["1 field cannot be used."])
    errors: list[Fault] = Field(default_factory=list)


def answer(
    status: int, detail: str, faults: Sequence[Fault] = (), headers: Mapping[str, str] | None = None
) -> JSONResponse:
    """Return a problem as a response."""
    kind = _KIND.get(status, "internal")
    problem = Problem(
        type=f"urn:sorcerer:problem:{kind}",
        title=HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        errors=list(faults),
    )
    return JSONResponse(problem.model_dump(), status, dict(headers or {}), MEDIA_TYPE)


def refuse(error: SorcererError) -> JSONResponse:
    """Return the response for one of our refusals."""
    status = STATUS.get(error.kind, 500)
    detail = error.message if error.fix is None or error.field else f"{error.message} {error.fix}"
    faults = [] if error.field is None else [Fault(field=error.field, message=error.message, fix=error.fix)]
    headers = {"WWW-Authenticate": "Bearer"} if status == HTTPStatus.UNAUTHORIZED else {}
    wait = getattr(error, "retry_after", None)
    return answer(status, detail, faults, headers | ({} if wait is None else {"Retry-After": str(wait)}))


def faults_of(errors: Sequence[Any]) -> list[Fault]:
    """Return pydantic's complaints in our words."""
    return [Fault(field=_path(error["loc"]), message=_message(error), fix=_fix(error)) for error in errors]


def _path(place: Sequence[int | str]) -> str:
    inner = place[1:] if place and place[0] in _PLACES else place
    return ".".join(str(step) for step in inner) or "body"


def _pattern(error: Mapping[str, Any]) -> tuple[str, str] | None:
    return PATTERNS.get(str(error.get("ctx", {}).get("pattern")))


def _fix(error: Mapping[str, Any]) -> str | None:
    pattern = _pattern(error)
    return pattern[1] if pattern is not None else _FIXES.get(error["type"])


def _message(error: Mapping[str, Any]) -> str:
    pattern = _pattern(error)
    if pattern is not None:
        return pattern[0]
    return str(error["msg"]).removeprefix("Value error, ")


def install(app: FastAPI) -> None:
    """Answer every kind of refusal with a problem."""
    app.add_exception_handler(SorcererError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)


async def _ours(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, SorcererError):
        raise error
    return refuse(error)


async def _invalid(_request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, RequestValidationError):
        raise error
    faults = faults_of(error.errors())
    return answer(422, f"{len(faults)} field{'s' * (len(faults) > 1)} cannot be used.", faults)


async def _http(request: Request, error: Exception) -> JSONResponse:
    if not isinstance(error, HTTPException):
        raise error
    if isinstance(error.__cause__, SorcererError):
        return refuse(error.__cause__)
    path = request.url.path
    details = {404: f"There is nothing at {path}.", 405: f"{request.method} is not possible at {path}."}
    return answer(error.status_code, details.get(error.status_code, str(error.detail)), headers=error.headers)
