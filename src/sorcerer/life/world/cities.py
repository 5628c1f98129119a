"""Cities: those we know by heart, and any other by its name or its time zone."""

from datetime import UTC, datetime
from importlib.resources import files
from zoneinfo import ZoneInfo

from astral import LocationInfo
from astral.geocoder import database, lookup

from sorcerer.life.model import City

_ROWS = (
    # label, zone, latitude, longitude, coast, shops open on Sundays
    ("Berlin", "Europe/Berlin", 52.520, 13.405, False, False),
    ("Hamburg", "Europe/Berlin", 53.551, 9.994, False, False),
    ("Vienna", "Europe/Vienna", 48.208, 16.372, False, False),
    ("Zurich", "Europe/Zurich", 47.377, 8.542, False, False),
    ("Lisbon", "Europe/Lisbon", 38.722, -9.139, True, True),
    ("Barcelona", "Europe/Madrid", 41.387, 2.170, True, False),
    ("Paris", "Europe/Paris", 48.857, 2.352, False, True),
    ("Milan", "Europe/Rome", 45.464, 9.190, False, True),
    ("Copenhagen", "Europe/Copenhagen", 55.676, 12.568, True, True),
    ("London", "Europe/London", 51.507, -0.128, False, True),
    ("New York", "America/New_York", 40.713, -74.006, True, True),
    ("Los Angeles", "America/Los_Angeles", 34.052, -118.244, True, True),
    ("Chicago", "America/Chicago", 41.878, -87.630, True, True),
    ("Mexico City", "America/Mexico_City", 19.433, -99.133, False, True),
    ("São Paulo", "America/Sao_Paulo", -23.551, -46.633, False, True),
    ("Lagos", "Africa/Lagos", 6.455, 3.394, True, True),
    ("Cape Town", "Africa/Johannesburg", -33.925, 18.424, True, True),
    ("Mumbai", "Asia/Kolkata", 19.076, 72.878, True, True),
    ("Seoul", "Asia/Seoul", 37.567, 126.978, False, True),
    ("Tokyo", "Asia/Tokyo", 35.690, 139.692, False, True),
    ("Sydney", "Australia/Sydney", -33.869, 151.209, True, True),
)


def _key(name: str) -> str:
    return " ".join(name.replace("ã", "a").casefold().split())


KNOWN = {
    _key(label): City(id=_key(label), label=label, zone=zone, latitude=lat, longitude=lon, coast=coast, sunday=sunday)
    for label, zone, lat, lon, coast, sunday in _ROWS
}


def find_city(name: str, zone: str) -> City:
    """Return the city of that name, else one of that name at the place its time zone is named after.

    Args:
        name: as a person wrote it.
        zone: IANA zone, asked only when the name alone does not tell.
    """
    key = _key(name)
    if key in KNOWN:
        return KNOWN[key]
    found = _capital(name, zone)
    if found is not None:
        return found
    latitude, longitude = _coordinates(zone)
    label = " ".join(name.split()) or zone.rsplit("/", 1)[-1].replace("_", " ")
    return City(id=_key(label), label=label, zone=zone, latitude=latitude, longitude=longitude)


def known_city(name: str) -> City | None:
    """Return a city by its name alone, or None when nobody here has heard of it."""
    key = _key(name)
    if key in KNOWN:
        return KNOWN[key]
    try:
        found = lookup(name.strip(), database())
    except KeyError:
        return None
    if not isinstance(found, LocationInfo):
        return None
    return City(id=key, label=found.name, zone=found.timezone, latitude=found.latitude, longitude=found.longitude)


def _capital(name: str, zone: str) -> City | None:
    """Return a city of astral's own list, unless it stands in another zone than the one asked for."""
    try:
        found = lookup(name.strip(), database())
    except KeyError:
        return None
    if not isinstance(found, LocationInfo) or found.timezone != zone:
        return None
    return City(id=_key(name), label=found.name, zone=zone, latitude=found.latitude, longitude=found.longitude)


def _coordinates(zone: str) -> tuple[float, float]:
    """Return where the city stands that a zone is named after; a zone of the sea is put on the equator."""
    for line in files("tzdata").joinpath("zoneinfo", "zone.tab").read_text(encoding="utf-8").splitlines():
        columns = line.split("\t")
        if len(columns) > 2 and columns[2] == zone:  # noqa: PLR2004 - country, coordinates, zone
            return _degrees(columns[1])
    winter = datetime(2026, 1, 1, tzinfo=UTC).astimezone(ZoneInfo(zone)).utcoffset()
    hours = winter.total_seconds() / 3600 if winter is not None else 0.0
    return 0.0, max(-180.0, min(180.0, hours * 15))


def _degrees(text: str) -> tuple[float, float]:
    """Return degrees from ISO 6709 such as "+5230+01322" or "+404251-0740023"."""
    split = max(text.rfind("+"), text.rfind("-"))
    parts = []
    for part, whole in ((text[:split], 2), (text[split:], 3)):
        digits = part[1:]
        minutes, seconds = int(digits[whole : whole + 2]), int(digits[whole + 2 :] or 0)
        degrees = int(digits[:whole]) + minutes / 60 + seconds / 3600
        parts.append(-degrees if part[0] == "-" else degrees)
    return parts[0], parts[1]
