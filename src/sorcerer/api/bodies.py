"""Read a request's body once, strictly and bounded, before anything looks at it."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.datastructures import UploadFile
from starlette.types import Message, Receive, Scope

from sorcerer.errors import Invalid, SorcererError, TooLarge

JSON_LIMIT = 1_000_000
DEEPEST = 64
_WORD = 2**63

Kind = Literal["json", "form"]
M = TypeVar("M", bound=BaseModel)


class Body(BaseModel):
    """What a request may carry: a field nobody knows is refused, so a typing error is never silently dropped."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Unreadable(SorcererError):
    """The body is not what its media type says."""

    kind = "unreadable"


class WrongMedia(SorcererError):
    """The body is of a media type that is not taken here."""

    kind = "wrong-media"


class BoundedRequest(Request):
    """A request that stops reading at its limit, whatever Content-Length says, and whose JSON was checked."""

    def __init__(self, scope: Scope, receive: Receive, limit: int) -> None:
        super().__init__(scope, self._counted)
        self._source = receive
        self._limit = limit
        self._count = 0
        self._parsed: Any = None

    async def _counted(self) -> Message:
        message = await self._source()
        self._count += len(message.get("body", b""))
        if self._count > self._limit:
            raise _too_large(self._limit)
        return message

    async def json(self) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Return the JSON that `take` has checked."""
        return self._parsed

    async def take(self, kind: Kind) -> None:
        """Read the body as this kind and refuse what no route can use.

        Raises:
            TooLarge: it is over the limit.
            WrongMedia: it is of another media type.
            Unreadable: it is broken.
            Invalid: a text or a number in it cannot be kept.
        """
        stated = self.headers.get("content-length", "")
        if stated.isdecimal() and int(stated) > self._limit:
            raise _too_large(self._limit)
        if kind == "form":
            await self._take_form()
            return
        data = await self.body()
        if data:
            self._wants("application/json", self._is_json())
            self._parsed = parse_json(data)

    async def _take_form(self) -> None:
        self._wants("multipart/form-data", self._media_type() == "multipart/form-data")
        form = await self.form(max_files=4, max_fields=50)
        for name, value in form.multi_items():
            text = value.filename or "" if isinstance(value, UploadFile) else value
            if not is_clean(text):
                raise _unkeepable(name)

    def _media_type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def _is_json(self) -> bool:
        media_type = self._media_type()
        return media_type == "application/json" or (
            media_type.startswith("application/") and media_type.endswith("+json")
        )

    def _wants(self, wanted: str, holds: bool) -> None:  # noqa: FBT001 - one fact about the header
        if not holds:
            message = f"The body is {self._media_type() or 'of no stated type'}, and {wanted} is taken here."
            raise WrongMedia(message, field="Content-Type", fix=f"Send Content-Type: {wanted}.")

    async def digest(self, kind: Kind | None) -> str:
        """Return a hash of the query and the body's content; the random borders between a form's parts do not count."""
        sum_ = hashlib.sha256(self.url.query.encode() + b"\n")
        if kind == "form":
            for name, value in (await self.form()).multi_items():
                content = await value.read() if isinstance(value, UploadFile) else value.encode()
                if isinstance(value, UploadFile):
                    await value.seek(0)
                sum_.update(f"{name}:{len(content)}\n".encode() + content)
        elif kind == "json":
            sum_.update(await self.body())
        return sum_.hexdigest()


def parse_json(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return what JSON text holds.

    Raises:
        Unreadable: it is no JSON, or nested too deep.
        Invalid: a text holds a character that cannot be kept, or a number has more than 64 bits.
    """
    try:
        value = json.loads(data.decode(), parse_constant=_no_constant)
    except json.JSONDecodeError as reason:
        message = f"The body is broken JSON: {reason.msg} at line {reason.lineno}, column {reason.colno}."
        raise Unreadable(message, field="body", fix="Check commas, quotes and brackets there.") from reason
    except (ValueError, RecursionError) as reason:
        raise Unreadable("The body is no JSON in UTF-8 of a sensible size.", field="body") from reason
    for path, leaf in _leaves(value):
        if isinstance(leaf, str) and not is_clean(leaf):
            raise _unkeepable(path)
        if isinstance(leaf, (int, float)) and not -_WORD <= leaf < _WORD:
            raise Invalid("A number here has more than 64 bits.", field=path, fix="Send a smaller number.")
    return value


def _no_constant(word: str) -> None:
    raise Unreadable(f"The body is broken JSON: {word} is no JSON number.", field="body", fix="Send null or a number.")


def _leaves(value: object) -> Iterator[tuple[str, object]]:
    """Yield each text and number with its path, keys included; depth is bounded without recursion."""
    stack: list[tuple[str, object, int]] = [("", value, 0)]
    while stack:
        path, node, depth = stack.pop()
        if depth > DEEPEST:
            raise Unreadable(f"The body is nested more than {DEEPEST} deep.", field="body", fix="Make it flatter.")
        dot = f"{path}." if path else ""
        if isinstance(node, dict):
            stack += [(f"{dot}{key}", child, depth + 1) for key, child in node.items()]
            yield from ((path or "body", key) for key in node)
        elif isinstance(node, list):
            stack += [(f"{dot}{place}", child, depth + 1) for place, child in enumerate(node)]
        else:
            yield path or "body", node


def is_clean(text: str) -> bool:
    """Tell whether every database can keep a text: no NUL, no half of a surrogate pair."""
    return "\x00" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def check_query(request: Request) -> None:
    """Refuse a query that holds what cannot be kept.

    Raises:
        Invalid: a value has a NUL character.
    """
    for name, value in request.query_params.multi_items():
        if not is_clean(value):
            raise _unkeepable(name)


def parse(kind: type[M], value: Mapping[str, Any], at: str = "") -> M:
    """Return a value made from a request's fields after they were merged with others.

    Args:
        at: path of the value in the request, put before each field that is wrong.

    Raises:
        RequestValidationError: it does not fit; answered as 422 with the fields.
    """
    try:
        return kind.model_validate(value)
    except ValidationError as error:
        place = ("body", *at.split(".")) if at else ("body",)
        raise RequestValidationError([fault | {"loc": (*place, *fault["loc"])} for fault in error.errors()]) from error


def _unkeepable(field: str) -> Invalid:
    path = field.encode(errors="replace").decode().replace("\x00", "?")
    return Invalid("A text here holds a NUL character or half a character.", field=path, fix="Remove that character.")


def _too_large(limit: int) -> TooLarge:
    return TooLarge(f"The body has more than {limit:,} bytes.", field="body", fix="Send less at once.")
