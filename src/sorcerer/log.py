"""Structured logs on stderr, set up once, with secrets taken out by name."""

import logging
import sys
from collections.abc import MutableMapping
from contextlib import AbstractContextManager
from typing import Any, TextIO, cast

import structlog

_SECRET_NAMES = ("token", "password", "secret", "authorization", "cookie", "code", "link")


def _redact(_logger: object, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    for name in event:
        if any(part in name.lower() for part in _SECRET_NAMES):
            event[name] = "[redacted]"
    return event


class Stderr:
    """The error stream as it is at the moment of each line, not as it was when logging was set up."""

    def write(self, text: str) -> int:
        """Write a text."""
        return sys.stderr.write(text)

    def flush(self) -> None:
        """Let out what is held back."""
        sys.stderr.flush()


def configure(level: str = "info", *, as_json: bool = False) -> None:
    """Send every log line to stderr, as text for people or as JSON for machines."""
    renderer: Any = structlog.processors.JSONRenderer() if as_json else structlog.dev.ConsoleRenderer()
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _redact,
            structlog.processors.format_exc_info,
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.WriteLoggerFactory(cast("TextIO", Stderr())),
        cache_logger_on_first_use=False,
    )


def about(**fields: object) -> AbstractContextManager[None]:
    """Say with every line of this thread what it is about, until the block ends."""
    return structlog.contextvars.bound_contextvars(**fields)


def get(name: str) -> structlog.typing.FilteringBoundLogger:
    """Return the logger of one room."""
    logger: structlog.typing.FilteringBoundLogger = structlog.get_logger(room=name)
    return logger
