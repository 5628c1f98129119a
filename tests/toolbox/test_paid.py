import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, cast

import pytest

from sorcerer import accounts, app, ledger
from sorcerer.errors import Conflict, NotAllowed, Unavailable
from sorcerer.providers import Beat, Job, Order, PersonaFacts, ProviderError, Script, ScriptTask
from sorcerer.providers.tasks import Moment
from sorcerer.settings import Settings
from sorcerer.testing import FrozenClock
from sorcerer.toolbox import Toolbox, paid

TASK = ScriptTask(who=PersonaFacts(name="Mara"), moment=Moment(local_time="2026-11-23T09:00"))
SCRIPT = Script(title="Soup", beats=(Beat(role="hook", line="Soup again."),))


@dataclass
class Vendor:
    """Writes for a tenth of a cent; what is done, how often it was paid, and when it fails, is told from outside."""

    remembers: timedelta = timedelta(hours=24)
    polls: int = 2
    name: str = "counting"
    charged: Counter[str] = field(default_factory=Counter)
    asked: list[str] = field(default_factory=list)
    jobs: dict[str, int] = field(default_factory=dict)
    before: Callable[[str], object] = str
    text: Any = "writes"
    image: Any = None
    voice: Any = None
    video: Any = None

    def estimate(self, port: str, task: str) -> int | None:
        """Return the price."""
        del port, task
        return 1_000

    def submit(self, order: Order, key: str) -> Job:
        """Take an order; one whose key is known again is the same one."""
        del order
        self.before("submit")
        if not (self.remembers and key in self.jobs):
            self.charged[key] += 1
            self.jobs[key] = self.polls
        self.before("answer")
        return Job(handle=key, again_s=0, made=None if self.polls else SCRIPT)

    def poll(self, handle: str) -> Job:
        """Be done after some questions."""
        self.asked.append(handle)
        self.before("poll")
        self.jobs[handle] -= 1
        return Job(handle=handle, again_s=0, made=SCRIPT if self.jobs[handle] <= 0 else None, cost_micros=900)


class Killed(BaseException):
    """The process ends here."""


def dies(moment: str) -> Callable[[str], None]:
    """Kill the process the first time it comes to a moment."""
    left = [moment]

    def before(now: str) -> None:
        if now in left:
            left.remove(now)
            raise Killed

    return before


def fails(moment: str, error: ProviderError) -> Callable[[str], None]:
    """Let the vendor fail once at a moment."""
    left = [moment]

    def before(now: str) -> None:
        if now in left:
            left.remove(now)
            raise error

    return before


@pytest.fixture
def vendor() -> Vendor:
    return Vendor()


@pytest.fixture
def tools(database_url: str, tmp_path: Path, clock: FrozenClock, vendor: Vendor) -> Iterator[Toolbox]:
    house = app.open_house(Settings(home=tmp_path / "home", port=0, database_url=database_url), clock)
    yield replace(house.tools, provider=cast("Any", vendor))
    house.close()


@pytest.fixture
def owner_id(tools: Toolbox, clock: FrozenClock) -> str:
    with tools.database.begin() as session:
        return accounts.first_owner(session, clock.now()).id


def write(tools: Toolbox, owner_id: str, rev: int = 1) -> Script:
    text = paid(tools, owner_id, "v1", rev).text
    assert text is not None
    return text.script(TASK)


def spent(tools: Toolbox, owner_id: str, clock: FrozenClock) -> int:
    with tools.database.read() as session:
        return ledger.spent(session, owner_id, clock.now())


def test_a_job_is_asked_for_until_it_is_done_and_costs_what_the_vendor_says(
    tools: Toolbox, owner_id: str, vendor: Vendor, clock: FrozenClock
) -> None:
    assert write(tools, owner_id) == SCRIPT
    assert (sum(vendor.charged.values()), len(vendor.asked)) == (1, 2)
    assert spent(tools, owner_id, clock) == 900


@pytest.mark.parametrize("moment", ["submit", "answer", "poll"])
def test_a_process_that_dies_in_a_paid_call_leaves_it_to_the_next_which_does_not_pay_again(
    tools: Toolbox, owner_id: str, vendor: Vendor, moment: str
) -> None:
    vendor.before = dies(moment)
    with pytest.raises(Killed):
        write(tools, owner_id)

    assert write(tools, owner_id) == SCRIPT
    assert list(vendor.charged.values()) == [1]


def test_what_was_paid_for_is_not_paid_again_for_the_next_revision(
    tools: Toolbox, owner_id: str, vendor: Vendor
) -> None:
    write(tools, owner_id, rev=1)

    assert write(tools, owner_id, rev=2) == SCRIPT
    assert list(vendor.charged.values()) == [1]


@pytest.mark.parametrize("moment", ["submit", "answer"])
def test_a_vendor_that_forgets_its_keys_is_not_paid_again_unseen(
    tools: Toolbox, owner_id: str, vendor: Vendor, moment: str
) -> None:
    vendor.remembers, vendor.polls = timedelta(), 0
    vendor.before = dies(moment)
    with pytest.raises(Killed):
        write(tools, owner_id)
    sent = sum(vendor.charged.values())

    with pytest.raises(Conflict, match="may have been paid for"):
        write(tools, owner_id)
    assert sum(vendor.charged.values()) == sent
    assert write(tools, owner_id, rev=2) == SCRIPT


def test_a_key_that_the_vendor_has_forgotten_meanwhile_is_not_sent_again(
    tools: Toolbox, owner_id: str, vendor: Vendor, clock: FrozenClock
) -> None:
    vendor.before = dies("answer")
    with pytest.raises(Killed):
        write(tools, owner_id)
    clock.advance(vendor.remembers + timedelta(seconds=1))

    with pytest.raises(Conflict, match="may have been paid for"):
        write(tools, owner_id)


def test_an_order_that_may_have_arrived_is_sent_again_under_its_key(
    tools: Toolbox, owner_id: str, vendor: Vendor
) -> None:
    vendor.before = fails("answer", ProviderError("cut off", kind="ambiguous"))

    with pytest.raises(ProviderError) as told:
        write(tools, owner_id)
    assert told.value.failure == "transient"
    assert write(tools, owner_id) == SCRIPT
    assert list(vendor.charged.values()) == [1]


def test_a_question_that_fails_leaves_the_job_as_it_is(tools: Toolbox, owner_id: str, vendor: Vendor) -> None:
    vendor.before = fails("poll", ProviderError("busy"))

    with pytest.raises(ProviderError, match="busy"):
        write(tools, owner_id)
    assert write(tools, owner_id) == SCRIPT
    assert list(vendor.charged.values()) == [1]


def test_a_job_that_fails_gives_the_money_back_but_for_what_it_cost(
    tools: Toolbox, owner_id: str, vendor: Vendor, clock: FrozenClock
) -> None:
    vendor.before = fails("poll", ProviderError("unsafe picture", kind="rejected", cost_micros=40))

    with pytest.raises(ProviderError, match="unsafe"):
        write(tools, owner_id)
    assert spent(tools, owner_id, clock) == 40


def test_a_process_that_ends_leaves_the_job_running_for_the_next(tools: Toolbox, owner_id: str, vendor: Vendor) -> None:
    leaving = threading.Event()
    leaving.set()
    object.__setattr__(tools, "leaving", leaving)
    with pytest.raises(Unavailable, match="ending"):
        write(tools, owner_id)
    leaving.clear()

    assert write(tools, owner_id) == SCRIPT
    assert list(vendor.charged.values()) == [1]


def test_nothing_is_ordered_above_the_ceiling(tools: Toolbox, owner_id: str, vendor: Vendor) -> None:
    cheap = tools.settings.model_copy(update={"monthly_budget_usd": 0.0005})
    object.__setattr__(tools, "settings", cheap)

    with pytest.raises(NotAllowed, match="ceiling"):
        write(tools, owner_id)
    assert not vendor.charged


def test_waiting_for_a_vendor_takes_none_of_the_machine_s_cores(tools: Toolbox, owner_id: str, vendor: Vendor) -> None:
    free = []

    def before(_moment: str) -> None:
        free.append(tools.cores.acquire(blocking=False))
        tools.cores.release()

    vendor.before = before

    assert write(tools, owner_id) == SCRIPT
    assert (all(free), len(free)) == (True, 4)
