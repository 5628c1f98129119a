"""Paid work as a vendor's job: ordered under a key, known by a handle, asked for until it is done."""

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Literal, Protocol, runtime_checkable

from pydantic import TypeAdapter
from pydantic_core import to_jsonable_python

from sorcerer.providers.tasks import Filled, PersonaDraft
from sorcerer.providers.values import Footage, Picture, Script, Speech

PortName = Literal["text", "image", "voice", "video"]
Verb = Literal["script", "autofill", "persona", "face", "frame", "speak", "shoot"]

RESULTS: dict[Verb, TypeAdapter[Any]] = {
    "script": TypeAdapter(Script),
    "autofill": TypeAdapter(Filled),
    "persona": TypeAdapter(PersonaDraft),
    "face": TypeAdapter(Picture),
    "frame": TypeAdapter(Picture),
    "speak": TypeAdapter(Speech),
    "shoot": TypeAdapter(Footage),
}
"""What each verb gives, to keep a paid result and read it again."""


@dataclass(frozen=True)
class Order:
    """One call of a port as data, so that another process can send it again word for word.

    Args:
        port: which port it belongs to.
        verb: the port's method.
        given: the method's arguments, in its order.
    """

    port: PortName
    verb: Verb
    given: tuple[Any, ...]

    def text(self) -> str:
        """Return the whole order as JSON; the same text is the same work."""
        return json.dumps(to_jsonable_python([self.port, self.verb, *self.given], bytes_mode="base64"), sort_keys=True)


@dataclass(frozen=True)
class Job:
    """How an order stands at the vendor.

    Args:
        handle: by which the vendor knows it, also for another process.
        made: the result; None while it is under way.
        cost_micros: what it did cost, in millionths of a US dollar, if the vendor says.
        again_s: ask again after so many seconds.
    """

    handle: str
    made: object | None = None
    cost_micros: int | None = None
    again_s: float = 2.0


@runtime_checkable
class Jobs(Protocol):
    """A vendor whose work outlives the process that ordered it.

    Args:
        remembers: how long the vendor knows a key again: within it, the same key is the same job and is paid once.
            Zero means that sending again pays again.
    """

    remembers: timedelta

    def submit(self, order: Order, key: str) -> Job:
        """Order a piece of work; may return it done.

        Raises:
            ProviderError: "ambiguous" when nobody knows whether the order arrived.
        """
        ...

    def poll(self, handle: str) -> Job:
        """Ask how a job stands; asking costs nothing.

        Raises:
            ProviderError: "transient" when the question failed; any other kind when the job did.
        """
        ...
