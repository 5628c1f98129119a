"""Who lives the lives that are measured: the persona of a number, the same one every time."""

# ruff: noqa: S311 - a benchmark draws, it hides nothing
import random
from datetime import UTC, date, datetime

from sorcerer.influencers import Influencer, Persona

MONDAY = date(2026, 11, 23)
JOBS = ("", "software engineer", "chef", "baker", "student", "nurse", "freelance illustrator", "physiotherapist")
_CITIES = (
    ("berlin", "Europe/Berlin"),
    ("lisbon", "Europe/Lisbon"),
    ("new york", "America/New_York"),
    ("tokyo", "Asia/Tokyo"),
    ("sydney", "Australia/Sydney"),
)
_HABITS = ("gym", "running", "cooking", "pottery", "books", "photography", "music", "climbing", "gardening")


def somebody(number: int) -> Influencer:
    """Return the persona of a number; the same one every time."""
    dice = random.Random(number)
    city, zone = dice.choice(_CITIES)
    persona = Persona(
        age=dice.randint(18, 70),
        city=city,
        timezone=zone,
        work=dice.choice(JOBS),
        chronotype=dice.choice(("early", "middle", "late")),
        sleep_hours=dice.uniform(6.5, 8.5),
        habits=tuple(dice.sample(_HABITS, 3)),
        people=tuple(dice.sample(("Jonas", "Aylin", "Ruth", "Kofi", "Mina"), 3)),
    )
    return Influencer(
        id=f"persona{number}",
        owner_id="owner",
        name="Mara",
        handle="mara",
        mode="lifestyle",
        persona=persona,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
    )
