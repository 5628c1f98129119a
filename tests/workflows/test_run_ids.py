"""Every line that a run logs names the run, so that one can follow it through the log of many workers."""

import json
from collections.abc import Iterator
from time import monotonic, sleep
from typing import Any

import pytest
import structlog

from sorcerer import log
from sorcerer.app import House
from sorcerer.schedule import Video
from sorcerer.workflows import engine


@pytest.fixture
def _as_json() -> Iterator[None]:
    before = structlog.get_config()
    log.configure("info", as_json=True)
    yield
    structlog.configure(**before)


@pytest.mark.usefixtures("_as_json")
def test_the_lines_of_a_making_name_its_run_and_those_after_it_none(
    house: House, video: Video, capsys: pytest.CaptureFixture[str]
) -> None:
    run = f"make:{video.id}:{video.rev}"
    engine.launch(house.tools)
    try:
        with house.tools.database.begin() as session:
            options: engine.EnqueueOptions = {
                "workflow_name": engine.MAKE,
                "queue_name": engine.QUEUES[engine.MAKE],
                "workflow_id": run,
                "app_version": engine.VERSION,
                "priority": 1,
            }
            engine.client(house.tools).enqueue_in_transaction(session, options, video.id, video.rev)
        lines = until_failed(capsys)
    finally:
        engine.shutdown(house.tools, patience_s=2)
    log.get("elsewhere").info("not of a run")
    lines += said(capsys)

    assert next((one["event"], one["stage"]) for one in lines if one.get("run") == run) == ("stage ended", "script")
    assert {one.get("run") for one in lines if one["room"] == "make"} == {run}
    assert [one.get("run") for one in lines if one["room"] == "elsewhere"] == [None]


def until_failed(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What is logged until the film without a face fails."""
    lines: list[dict[str, Any]] = []
    deadline = monotonic() + 60
    while monotonic() < deadline and not any(one["event"] == "stage failed" for one in lines):
        lines += said(capsys)
        sleep(0.05)
    return lines


def said(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
