from datetime import timedelta
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from sorcerer import influencers, schedule, sponsors
from sorcerer.app import House


def test_a_series_goes_on_without_a_brand_that_was_deleted(whole: FastAPI, house: House, mara: Any) -> None:
    now, lead = house.tools.clock.now(), house.tools.lead
    new = influencers.New(name="Mara", handle="mara", mode="lifestyle", persona=influencers.Persona(age=27))
    with house.tools.database.begin() as session:
        her = influencers.create(session, mara.user.id, new, now)
        brand = sponsors.add(session, mara.user.id, sponsors.New(company="Quiet Tea"), now)
        wanted = schedule.Booking(
            influencer_id=her.id,
            scheduled_time=now + timedelta(days=1),
            direction="Tea",
            sponsor_id=brand.id,
            recurrence_rule="FREQ=DAILY",
        )
        series, _ = schedule.book(session, mara.user.id, wanted, now, lead)

    assert TestClient(whole, headers=mara.headers).delete(f"/api/sponsor/{brand.id}").status_code == 204
    later = now + timedelta(days=1, minutes=1)
    with house.tools.database.begin() as session:
        schedule.due(session, later, lead)
    with house.tools.database.read() as session:
        told = schedule.videos.page(session, mara.user.id, start=later, limit=200)
    assert [one.series_id for one in told] == [series.id] * 35
    assert {one.sponsor_id for one in told} == {None}
