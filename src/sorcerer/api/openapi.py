"""The OpenAPI document: how to sign in, which refusals to expect, examples; computed from what the gate knows."""

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from sorcerer import __version__
from sorcerer.api import cookie, idempotency, problems
from sorcerer.api.problems import Problem

_ABOUT = "Create and run AI influencers. Moments are ISO 8601 with an offset; time zones are IANA names."
_METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
_REASONS = {
    400: "The body cannot be read.",
    401: "Nobody is signed in.",
    403: "The caller may not do this.",
    404: "There is no such thing, or it is somebody else's.",
    409: "The thing is in a state that forbids this now.",
    412: "It was changed meanwhile.",
    413: "The body is too large.",
    415: "The body is of a media type that is not taken here.",
    422: "A value cannot be used.",
    429: "Too many tries.",
    500: "A mistake of ours.",
    503: "Something outside did not answer.",
}
_KEY = {
    "name": idempotency.HEADER,
    "in": "header",
    "required": False,
    "description": "However often the request is sent with this key within 24 hours, it happens once.",
    "schema": {"type": "string", "minLength": 1, "maxLength": 200, "pattern": "^[!-~]+$"},
    "example": "5f0c6f0e-6d4e-4a54-8e4a-3f3a1c9d2b7e",
}


_AN_ID = "01kaq3v7c8w5d2n4r6t9y0zxgh"


def install(app: FastAPI) -> None:
    """Make `app.openapi()` and `/api/openapi.json` tell all this."""

    def document() -> dict[str, Any]:
        if app.openapi_schema is None:
            plain = get_openapi(title="Sorcerer", version=__version__, description=_ABOUT, routes=app.routes)
            app.openapi_schema = complete(plain)
        return app.openapi_schema

    app.openapi = document  # type: ignore[method-assign] # FastAPI's documented way to extend the document


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield each operation with its path and method."""
    for path, item in document["paths"].items():
        for method in _METHODS:
            if method in item:
                yield path, method, item[method]


def complete(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document with security, refusals, keys and examples filled in."""
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs") | {"Problem": problem}
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    components["securitySchemes"] = {
        "session": {"type": "apiKey", "in": "cookie", "name": cookie.NAME},
        "token": {"type": "http", "scheme": "bearer"},
    }
    document["security"] = [{"session": []}, {"token": []}]
    for path, method, operation in operations(document):
        _refusals(path, method, operation)
        if _takes_key(method, operation):
            operation.setdefault("parameters", []).append(_KEY)
        _example(operation, schemas)
    return document


def _takes_key(method: str, operation: dict[str, Any]) -> bool:
    creates = any(str(status) in operation["responses"] for status in idempotency.CREATING)
    return method == "post" and creates and operation.get("security") != []


def _refusals(path: str, method: str, operation: dict[str, Any]) -> None:
    statuses = {422, 500}
    if operation.get("security") != []:
        statuses |= {401, 403}
    if "{" in path or "requestBody" in operation:
        statuses.add(404)
    if "requestBody" in operation:
        statuses |= {400, 413, 415}
    if method != "get":
        statuses |= {403, 409, 429, 503}
    if any(parameter["name"].lower() == "if-match" for parameter in operation.get("parameters", ())):
        statuses.add(412)
    if path == "/api/events":
        statuses.add(409)
    if operation.get("security") == [] and (method == "post" or path.endswith(".ics")):
        statuses.add(401)
    schema = {"$ref": "#/components/schemas/Problem"}
    for status in sorted(statuses):
        content = {problems.MEDIA_TYPE: {"schema": schema}}
        operation["responses"][str(status)] = {"description": _REASONS[status], "content": content}


def _example(operation: dict[str, Any], schemas: dict[str, Any]) -> None:
    media = operation.get("requestBody", {}).get("content", {}).get("application/json")
    if media is None or "example" in media or "examples" in media:
        return
    found = example_of(media["schema"], schemas)
    if found is not None:
        media["example"] = found


def example_of(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return an example of a schema from its own examples, constants and defaults; None when one is missing."""
    if "$ref" in schema:
        return example_of(schemas[schema["$ref"].rpartition("/")[2]], schemas)
    given = [*schema.get("examples", ()), *schema.get("enum", ())]
    given += [schema[word] for word in ("example", "const", "default") if word in schema]
    if given:
        return given[0]
    options = [*schema.get("anyOf", ()), *schema.get("allOf", ())]
    if options:
        return example_of(options[0], schemas)
    return _example_of_object(schema, schemas)


def _example_of_object(schema: dict[str, Any], schemas: dict[str, Any]) -> Any:  # noqa: ANN401 - None or an object
    if schema.get("type") != "object" or "properties" not in schema:
        return None
    made = {name: _example_of_field(name, inner, schemas) for name, inner in schema["properties"].items()}
    if any(made[name] is None for name in schema.get("required", ())):
        return None
    return {name: value for name, value in made.items() if value is not None}


def _example_of_field(name: str, schema: dict[str, Any], schemas: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON holds
    found = example_of(schema, schemas)
    if found is None and name.endswith("_id") and schema.get("type") == "string":
        return _AN_ID
    return found
