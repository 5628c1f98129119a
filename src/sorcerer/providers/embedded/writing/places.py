"""Places: where she is, as one says it after a verb."""

from sorcerer.providers.embedded.writing.grammar import placed
from sorcerer.providers.embedded.writing.language import Language


def places_of(place: str, city: str, language: Language) -> tuple[str, ...]:
    """Return the ways to say where she is ("at the café", "on the corner"), at least one."""
    table = language.table
    if not place:
        return (str(table["here"]),)
    known = table["places"].get(place)
    if known is not None:
        return tuple(known)
    if language.code == "en":
        return (placed(place, city),)
    return (f"in {place}" if place.casefold() == city.casefold() else str(table["place"]).format(place=place),)
