"""Let a persona live where her life has moved to: her city and her clock follow on the day she arrives."""

from datetime import datetime, timedelta

from sorcerer import influencers, life
from sorcerer.toolbox import Toolbox

_SLOT = timedelta(minutes=10)


class Settler:
    """Looks once in every ten minutes who has moved."""

    def __init__(self, toolbox: Toolbox) -> None:
        self._toolbox = toolbox
        self._next = datetime.min.replace(tzinfo=toolbox.clock.now().tzinfo)

    def settle(self) -> int:
        """Give everybody who has moved her new city and clock, and return how many there were."""
        now = self._toolbox.clock.now()
        if now < self._next:
            return 0
        self._next = now + _SLOT
        with self._toolbox.database.read() as session:
            homes = life.interventions.homes(session, now)
        return sum(self._follow(home, now) for home in homes)

    def _follow(self, home: life.interventions.Home, now: datetime) -> bool:
        with self._toolbox.database.begin() as session:
            who = influencers.find(session, home.owner_id, home.influencer_id)
            if who.persona.city.casefold() == home.city and who.persona.timezone == home.zone:
                return False
            persona = who.persona.model_copy(update={"city": home.label, "timezone": home.zone})
            influencers.change(session, who.model_copy(update={"persona": persona}), now)
        return True
