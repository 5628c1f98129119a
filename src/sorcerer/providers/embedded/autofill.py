"""The embedded autofill: one field of the wizard at a time, fitting what is known already."""

from collections.abc import Callable
from typing import Any

from sorcerer.errors import Invalid
from sorcerer.providers.embedded import autofill_german
from sorcerer.providers.embedded.cast import OLDEST, YOUNGEST, handle_of, members
from sorcerer.providers.embedded.known import Known, tables
from sorcerer.providers.tasks import AutofillTask, Filled

_EARLY = ("baker", "barista", "florist", "gardener", "carpenter", "nurse", "pilot")
_LATE = ("chef", "bartender", "musician", "actor", "illustrator", "student")
_SLEEPS_LESS = 60
_GERMAN_CITIES = {"hamburg", "vienna"}  # Berlin and Zurich post in English as often


def autofill(task: AutofillTask) -> Filled:
    """Return a value for one field. The same seed and facts get the same value.

    Raises:
        Invalid: nobody can fill such a field; the message names those that can be filled.
    """
    field = task.field.removeprefix("persona.")
    fill = FIELDS.get(field)
    if fill is None:
        message = f"There is no way to fill {task.field!r}; these can be filled: {', '.join(sorted(FIELDS))}."
        raise Invalid(message, field="field")
    known = Known(task, field)
    if autofill_german.speaks_german(known):
        fill = autofill_german.FIELDS.get(field, fill)
    return Filled(value=fill(known))


def _name(known: Known) -> str:
    fitting = [one for one in members() if one["persona"]["pronouns"] == known.text("pronouns")] or [known.like]
    here = [one for one in fitting if one["persona"]["city"].casefold() == known.text("city").casefold()]
    return str(known.pick([name for one in here or fitting for name in one["names"]]))


def _handle(known: Known) -> str:
    name = known.text("name") or known.pick(known.like["names"])
    return handle_of(known.pick(known.like["handles"]), name)


def _age(known: Known) -> int:
    work = known.text("work").casefold()
    low, high = known.like["persona"]["age"] - 4, known.like["persona"]["age"] + 4
    if "retired" in work:
        low, high = 62, OLDEST
    elif "student" in work:
        low, high = YOUNGEST, 28
    return int(known.pick(range(max(low, YOUNGEST), min(high, OLDEST) + 1)))


def _pronouns(known: Known) -> str:
    named = [one["persona"]["pronouns"] for one in members() if known.text("name") in one["names"]]
    return str(named[0] if named else known.pick(("she", "she", "he", "he", "they")))


def _category(known: Known) -> str:
    if known.words("habits") or known.text("work"):
        return str(known.like["persona"]["category"])
    return str(known.pick(sorted(tables()["by_category"])))


def _background(known: Known) -> str:
    phrases = tables()
    first = known.say(f"{{They}} grew up {known.pick(phrases['origins'], 'origin')}")
    if known.text("city"):
        arrival = known.pick(phrases["arrivals"], "arrival").replace("{city}", known.text("city"))
        first = f"{first} and {arrival}"
    sentences = [f"{first}."]
    if known.text("work"):
        turn = known.pick(phrases["work_turns"], "work")
        sentences.append(f"{known.say('{They} {is}')} {_a(known.text('work'))} who {turn}.")
    if known.words("habits"):
        habit = known.words("habits")[0]
        turn = known.say(known.pick(phrases["habit_turns"], "habit"))
        sentences.append(f"{habit[:1].upper()}{habit[1:]} {turn}.")
    sentences += [known.say(known.pick(phrases[part], part)) for part in ("reasons", "closings")]
    return " ".join(sentences)


def _goals(known: Known) -> str:
    one, two, three = (known.say(goal) for goal in known.some(tables()["goals"], 3))
    return f"To {one}, to {two}, and to {three}."


def _traits(known: Known) -> list[str]:
    return known.some([*known.like["persona"]["traits"], *tables()["traits"]], 3)


def _city(known: Known) -> str:
    zone = known.text("timezone")
    there = [city for city, (its_zone, _) in tables()["cities"].items() if its_zone == zone]
    return str(known.pick(there or sorted(tables()["cities"])))


def _timezone(known: Known) -> str:
    found = {city.casefold(): zone for city, (zone, _) in tables()["cities"].items()}
    return str(found.get(known.text("city").casefold(), known.like["persona"]["timezone"]))


def _language(known: Known) -> str:
    return "de" if known.text("city").casefold() in _GERMAN_CITIES else "en"


def _chronotype(known: Known) -> str:
    work = known.text("work").casefold()
    if any(word in work for word in _EARLY):
        return "early"
    if any(word in work for word in _LATE):
        return "late"
    return str(known.pick(("early", "middle", "middle", "late")))


def _sleep_hours(known: Known) -> float:
    older = known.age is not None and known.age >= _SLEEPS_LESS
    return float(known.pick((6.5, 7.0, 7.0, 7.5) if older else (7.0, 7.5, 7.5, 8.0)))


def _habits(known: Known) -> list[str]:
    written = known.like["persona"]["habits"]
    return [written[0], *known.some([*written[1:], "walking", "coffee", "reading", "friends"], 3)]


def _people(known: Known) -> list[str]:
    return [name for name in known.some(tables()["people"], 4) if name not in known.text("name")][:3]


def _age_min(known: Known) -> int:
    top = known.get("audience.age_max")
    usual = max(18, ((known.age or 30) - 10) // 2 * 2)
    return min(usual, top - 4) if isinstance(top, int) and top > YOUNGEST else usual


def _age_max(known: Known) -> int:
    bottom = known.get("audience.age_min")
    usual = min(80, (known.age or 30) + known.pick((10, 15, 20)))
    return max(usual, bottom + 4) if isinstance(bottom, int) and bottom <= OLDEST else int(usual)


def _interests(known: Known) -> list[str]:
    own = [known.text("category")] if known.text("category") else []
    return list(dict.fromkeys([*own, *known.like["persona"]["audience"]["interests"], *known.words("habits")[:2]]))[:5]


def _region(known: Known) -> str:
    lands = {city.casefold(): land for city, (_, land) in tables()["cities"].items()}
    return str(lands.get(known.text("city").casefold(), known.like["persona"]["audience"]["region"]))


def _direction(known: Known) -> str:
    own = tables()["by_category"].get(known.text("category").casefold(), [])
    return str(known.pick([*own, *own, *tables()["directions"]]))


def _a(work: str) -> str:
    work = work.strip()
    if work.casefold().startswith(("a ", "an ", "the ")):
        return work
    return f"an {work}" if work[:1].casefold() in "aeiou" else f"a {work}"


def _like(part: str) -> Callable[[Known], Any]:
    """Return a filler that takes a field of whoever is like her."""

    def fill(known: Known) -> Any:  # noqa: ANN401 - whatever the field holds
        value: Any = known.like["persona"]
        for step in part.split("."):
            value = value[step]
        return value

    return fill


def _one_of(*options: object) -> Callable[[Known], Any]:
    """Return a filler that draws one of some values."""
    return lambda known: known.pick(options)


FIELDS: dict[str, Callable[[Known], Any]] = {
    "name": _name,
    "handle": _handle,
    "age": _age,
    "pronouns": _pronouns,
    "category": _category,
    "background": _background,
    "goals": _goals,
    "traits": _traits,
    "voice.tone": _like("voice.tone"),
    "voice.vocabulary": _like("voice.vocabulary"),
    "voice.emoji": _like("voice.emoji"),
    "voice.sentences": _like("voice.sentences"),
    "voice.language": _language,
    "city": _city,
    "timezone": _timezone,
    "work": _like("work"),
    "chronotype": _chronotype,
    "sleep_hours": _sleep_hours,
    "habits": _habits,
    "people": _people,
    "audience.age_min": _age_min,
    "audience.age_max": _age_max,
    "audience.gender": _like("audience.gender"),
    "audience.interests": _interests,
    "audience.region": _region,
    "pace.posts_per_week": _one_of(3.0, 4.0, 5.0, 5.0, 7.0),
    "pace.stories_per_day": _one_of(1.0, 1.0, 1.5, 2.0),
    "growth.days": _one_of(14, 14, 21, 28),
    "direction": _direction,
}
