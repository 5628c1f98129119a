"""The provider's ports, paid for: whatever moment a process dies at, nothing is paid twice and nothing paid is lost.

reserve → submit under a key → keep the handle → poll → keep the result → settle: each arrow is a transaction, so the
next process goes on where the last one stopped.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from sorcerer import ids, ledger
from sorcerer.errors import NotFound, Unavailable
from sorcerer.providers import (
    AutofillTask,
    Footage,
    Image,
    Job,
    Jobs,
    Look,
    Order,
    PersonaTask,
    Picture,
    Provider,
    ProviderError,
    Script,
    ScriptTask,
    Shot,
    Speech,
    Text,
    Video,
    Voice,
)
from sorcerer.providers.jobs import RESULTS
from sorcerer.providers.tasks import Filled, PersonaDraft
from sorcerer.toolbox.metered import failed, reserved
from sorcerer.toolbox.tools import Toolbox

Ask = Callable[[Order], Any]


@dataclass(frozen=True)
class Ports:
    """What the provider has to offer, each call metered; None where it has nothing."""

    text: Text | None
    image: Image | None
    voice: Voice | None
    video: Video | None


def paid(toolbox: Toolbox, owner_id: str, work: str, rev: int) -> Ports:
    """Return the provider's ports, paid by an owner for one piece of work.

    The same order of the same work is paid once, also for a later revision of it.

    Args:
        work: what it is for, a video's id.
        rev: its revision: where it is not known whether an order was paid, only the next revision sends it again.
    """
    provider = toolbox.provider
    desk = _Desk(toolbox, owner_id, work, rev)
    return Ports(
        text=None if provider.text is None else _Text(desk.ask),
        image=None if provider.image is None else _Image(desk.ask),
        voice=None if provider.voice is None else _Voice(desk.ask),
        video=None if provider.video is None else _Video(desk.ask),
    )


@dataclass(frozen=True)
class _Desk:
    """Takes orders for one piece of work."""

    toolbox: Toolbox
    owner_id: str
    work: str
    rev: int

    def ask(self, order: Order) -> Any:  # noqa: ANN401 - each verb has a result of its own
        provider = self.toolbox.provider
        estimate = provider.estimate(order.port, order.verb)
        vendor = provider if isinstance(provider, Jobs) else _AtOnce(provider)
        if estimate == 0 and isinstance(vendor, _AtOnce):
            with self.toolbox.rendering():
                return vendor.submit(order, "").made
        named = ids.digest(order.text())
        key = f"{self.work}:{self.rev}:{named}"
        with self.toolbox.database.read() as session:
            kept = ledger.result_of(session, self.owner_id, self.work, named)
        if kept is not None and (found := self._again(order, kept)) is not None:
            return found
        operation = reserved(self.toolbox, self.owner_id, order.port, key, estimate, vendor.remembers)
        if operation.state == "settled":
            message = f"What was paid for at {provider.name!r} is no longer there."
            raise Unavailable(message, fix="Press Retry: it is made, and paid, once more.")
        job = self._submitted(vendor, order, operation)
        result = self.toolbox.files.put(RESULTS[order.verb].dump_json(job.made), ".json")
        with self.toolbox.database.begin() as session:
            cost = (estimate or 0) if job.cost_micros is None else job.cost_micros
            ledger.settle(session, key, cost, result.key)
        return job.made

    def _again(self, order: Order, key: str) -> Any:  # noqa: ANN401 - each verb has a result of its own
        try:
            return RESULTS[order.verb].validate_json(self.toolbox.files.read(key))
        except NotFound:
            return None

    def _submitted(self, vendor: Jobs, order: Order, operation: ledger.Operation) -> Job:
        """Send the order unless its handle is known, and return the job when it is done."""
        handle, key = operation.handle, operation.key
        try:
            job = Job(handle, again_s=0) if handle else vendor.submit(order, key)
            if handle is None and job.made is None:
                handle = job.handle
                with self.toolbox.database.begin() as session:
                    ledger.run(session, key, handle)
            while job.made is None:
                if self.toolbox.leaving.wait(job.again_s):
                    raise Unavailable("This process is ending.", fix="Nothing to do: another one goes on.")
                job = vendor.poll(job.handle)
        except ProviderError as error:
            if handle is not None and error.failure == "transient":
                raise
            if handle is None and error.failure == "ambiguous" and vendor.remembers:
                raise ProviderError(error.message, kind="transient", fix=error.fix) from error
            failed(self.toolbox, key, error, handle)
            raise
        return job


class _AtOnce:
    """A vendor without jobs: it answers the call itself, and a second call is a second price."""

    remembers = timedelta()

    def __init__(self, provider: Provider) -> None:
        self._provider = provider

    def submit(self, order: Order, key: str) -> Job:
        port = getattr(self._provider, order.port)
        return Job(handle=key, made=getattr(port, order.verb)(*order.given))

    def poll(self, handle: str) -> Job:
        raise ProviderError(f"{self._provider.name!r} knows no job {handle!r}.", kind="bad_request")


class _Text:
    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def script(self, task: ScriptTask) -> Script:
        return cast("Script", self._ask(Order("text", "script", (task,))))

    def autofill(self, task: AutofillTask) -> Filled:
        return cast("Filled", self._ask(Order("text", "autofill", (task,))))

    def persona(self, task: PersonaTask) -> PersonaDraft:
        return cast("PersonaDraft", self._ask(Order("text", "persona", (task,))))


class _Image:
    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def face(self, persona: Mapping[str, Any], seed: str, look: Look | None = None) -> Picture:
        return cast("Picture", self._ask(Order("image", "face", (persona, seed, look))))

    def frame(self, face: Picture, shot: Shot) -> Picture:
        return cast("Picture", self._ask(Order("image", "frame", (face, shot))))


class _Voice:
    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def speak(self, line: str, persona: Mapping[str, Any]) -> Speech:
        return cast("Speech", self._ask(Order("voice", "speak", (line, persona))))


class _Video:
    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def shoot(self, face: Picture, shot: Shot, speech: Speech | None) -> Footage:
        return cast("Footage", self._ask(Order("video", "shoot", (face, shot, speech))))
