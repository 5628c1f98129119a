"""The verb `homes`: where everybody lives now who was ever told of another city."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from sorcerer.life import store
from sorcerer.life.interventions.model import Value
from sorcerer.life.model import City, Fact, Premise
from sorcerer.life.world import Worlds

_LONGEST_TRIP = 200
_DAWN = timedelta(hours=4)


class Home(Value):
    """Where somebody lives.

    Args:
        city: the key of the city, in small letters; `label` as people write it.
        zone: IANA zone of her clock there.
    """

    owner_id: str
    influencer_id: str
    city: str
    label: str
    zone: str


def homes(session: Session, now: datetime) -> list[Home]:
    """Return the present home of every life that was told of another city; a trip is no home. For all owners."""
    return list(_homes(store.heads_with(session, "city"), now))


def _homes(heads: list[tuple[str, store.Kept]], now: datetime) -> Iterator[Home]:
    for owner_id, kept in heads:
        premise = Premise.model_validate(kept.basis["premise"])
        city = _home(premise, [Fact.model_validate(fact) for fact in kept.basis["facts"]], now)
        yield Home(
            owner_id=owner_id, influencer_id=premise.influencer_id, city=city.id, label=city.label, zone=city.zone
        )


def _home(premise: Premise, facts: list[Fact], now: datetime) -> City:
    """Return the city she lives in at a moment; on a trip it is the one she left."""
    worlds = Worlds(premise, facts)
    day = (now.astimezone(ZoneInfo(premise.city.zone)) - _DAWN).date()
    for back in range(_LONGEST_TRIP):
        world = worlds.on(day - timedelta(days=back))
        if not world.premise.away:
            return world.city
    return premise.city
