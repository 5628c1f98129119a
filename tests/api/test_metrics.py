"""The numbers for Prometheus: for programs of this machine, or with a token."""

from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, schedule
from sorcerer.app import House
from sorcerer.testing import FrozenClock


@pytest.mark.parametrize(
    ("host", "headers", "status"),
    [
        ("127.0.0.1", {}, 200),
        ("::1", {}, 200),
        ("192.0.2.7", {}, 401),
        ("192.0.2.7", {"Authorization": "Bearer srcr_of-nobody"}, 401),
        ("127.0.0.1", {"X-Forwarded-For": "192.0.2.7"}, 401),
        ("127.0.0.1", {"Forwarded": "for=192.0.2.7"}, 401),
    ],
)
def test_a_program_of_another_machine_needs_a_token(
    whole: FastAPI, host: str, headers: dict[str, str], status: int
) -> None:
    answer = TestClient(whole, client=(host, 1), headers=headers).get("/metrics")

    assert answer.status_code == status
    assert ("sorcerer_worker_alive" in answer.text) is (status == 200)


def test_a_token_lets_another_machine_read_how_many_videos_stand_where(
    whole: FastAPI, house: House, mara: Any, clock: FrozenClock
) -> None:
    now = clock.now()
    with house.tools.database.begin() as session:
        new = influencers.New(name="Mara", handle="mara", mode="lifestyle", persona=influencers.Persona(age=29))
        her = influencers.create(session, mara.user.id, new, now)
        for hours in (3, 4):
            wanted = schedule.Booking(influencer_id=her.id, scheduled_time=now + timedelta(hours=hours))
            schedule.book(session, mara.user.id, wanted, now, house.tools.lead)
    clock.advance(timedelta(hours=2, minutes=30))

    text = TestClient(whole, client=("192.0.2.7", 1), headers=mara.headers).get("/metrics").text

    assert 'sorcerer_videos{status="pending"} 2\n' in text
    assert "sorcerer_overdue_schedules 1\n" in text
    assert "# TYPE sorcerer_videos gauge\n" in text
