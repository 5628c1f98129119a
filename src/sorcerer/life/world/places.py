"""Places: what kinds there are, when they are open, how far from home, and what they are called."""

import math
from dataclasses import dataclass

from sorcerer import ids
from sorcerer.life.model import City
from sorcerer.life.world.minutes import hm

Hours = tuple[tuple[int, int] | None, ...]
_KM_A_DEGREE = 111.2
_SUNDAY = 6


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of place: its words, its picture, its hours and how far from home it lies, in kilometres."""

    name: str
    at: str
    scene: str
    hours: Hours | None
    km: tuple[float, float]
    shop: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """A place of one person's life.

    Args:
        id: "city/sort".
        name: how it is called; `at` is the same after a verb ("at the boxing gym").
        scene: one of the providers' scene names.
        hours: opening and closing minute for Monday to Sunday, None where it is closed; None when it never closes.
    """

    id: str
    sort: str
    city: str
    name: str
    at: str
    scene: str
    hours: Hours | None
    latitude: float
    longitude: float


_ALWAYS = hm("04:00"), hm("28:00")


def _open(text: str, days: str = "1234567") -> Hours:
    opening, closing = text.split("-")
    return tuple((hm(opening), hm(closing)) if str(day) in days else None for day in range(1, 8))


SORTS = {
    "home": Sort("home", "at home", "home", None, (0, 0)),
    "office": Sort("the office", "at the office", "office", _open("06:30-22:00", "12345"), (2, 6)),
    "workshop": Sort("the workshop", "in the workshop", "studio", _open("06:00-22:00"), (1.5, 5)),
    "backstage": Sort("the house", "behind the scenes", "studio", _open("11:00-26:00"), (1.5, 5)),
    "canteen": Sort("the lunch counter", "at the lunch counter", "cafe", _open("11:00-15:30", "12345"), (1.2, 3)),
    "gym": Sort("the gym", "at the gym", "gym", _open("06:00-23:00"), (0.5, 2)),
    "yoga": Sort("the yoga studio", "at the yoga studio", "gym", _open("07:00-22:00"), (0.5, 2.5)),
    "climbing": Sort("the climbing hall", "at the climbing hall", "gym", _open("10:00-23:00"), (2, 6)),
    "pool": Sort("the swimming pool", "at the swimming pool", "gym", _open("06:30-22:00"), (1, 4)),
    "dance": Sort("the dance school", "at the dance school", "gym", _open("10:00-23:00", "123456"), (1, 4)),
    "park": Sort("the park", "in the park", "park", _open("05:00-24:00"), (0.4, 1.8)),
    "street": Sort("the streets around the corner", "in the streets around the corner", "street", None, (0.1, 0.5)),
    "lake": Sort("the lake", "by the lake", "beach", _open("06:00-22:00"), (8, 16)),
    "beach": Sort("the beach", "at the beach", "beach", _open("06:00-22:00"), (5, 14)),
    "hills": Sort("the hills outside the city", "in the hills outside the city", "hike", None, (12, 20)),
    "viewpoint": Sort("the lookout", "at the lookout", "street", _open("06:00-23:00"), (1.5, 5)),
    "garden": Sort("the allotment", "at the allotment", "park", _open("06:00-22:00"), (2, 5)),
    "cafe": Sort("the café on the corner", "at the café on the corner", "cafe", _open("07:30-19:00"), (0.2, 1.2)),
    "eatery": Sort("the noodle place", "at the noodle place", "restaurant", _open("11:30-22:00", "123456"), (0.5, 2.5)),
    "restaurant": Sort(
        "the little restaurant", "at the little restaurant", "restaurant", _open("17:00-24:00"), (0.8, 4)
    ),
    "bar": Sort("the bar", "at the bar", "restaurant", _open("17:00-27:00"), (0.8, 4)),
    "supermarket": Sort("the supermarket", "at the supermarket", "shop", _open("07:00-22:00"), (0.3, 1.2), shop=True),
    "market": Sort("the market", "at the market", "market", _open("08:00-16:00", "2467"), (0.6, 2.5)),
    "boutique": Sort(
        "the shop with the green door",
        "at the shop with the green door",
        "shop",
        _open("10:30-20:00"),
        (1, 5),
        shop=True,
    ),
    "bookshop": Sort("the bookshop", "in the bookshop", "library", _open("10:00-20:00"), (0.6, 3), shop=True),
    "flea": Sort("the flea market", "at the flea market", "market", _open("09:00-17:00", "67"), (1, 4)),
    "museum": Sort("the museum", "at the museum", "street", _open("10:00-18:00", "234567"), (2, 6)),
    "gallery": Sort("the gallery", "at the gallery", "street", _open("11:00-20:00", "3456"), (1, 5)),
    "cinema": Sort("the old cinema", "at the old cinema", "street", _open("13:30-26:00"), (1, 4)),
    "venue": Sort("the concert hall", "at the concert hall", "street", _open("18:00-26:00"), (1.5, 6)),
    "library": Sort("the library", "in the library", "library", _open("09:00-21:30", "123456"), (0.8, 3.5)),
    "community": Sort("the community house", "at the community house", "cafe", _open("09:00-22:00"), (0.6, 3)),
    "salon": Sort("the hairdresser", "at the hairdresser", "shop", _open("09:30-19:30", "23456"), (0.4, 2), shop=True),
    "studio": Sort("the pottery studio", "at the pottery studio", "studio", _open("10:00-22:00", "2346"), (1, 4)),
    "friends": Sort("a friend's flat", "at a friend's flat", "home", None, (0.8, 5)),
}

_OWN_NAMES = {
    "berlin": {
        "park": "Tempelhofer Feld",
        "lake": "Schlachtensee",
        "viewpoint": "Teufelsberg",
        "hills": "the Grunewald",
    },
    "lisbon": {"park": "Jardim da Estrela", "beach": "Carcavelos beach", "viewpoint": "Miradouro da Graça"},
    "barcelona": {"park": "Parc de la Ciutadella", "beach": "Bogatell beach", "viewpoint": "the Bunkers del Carmel"},
    "paris": {"park": "the Buttes-Chaumont", "viewpoint": "the steps of Sacré-Cœur", "lake": "the Canal Saint-Martin"},
    "london": {"park": "Victoria Park", "lake": "the Hampstead ponds", "viewpoint": "Primrose Hill"},
    "new york": {"park": "Prospect Park", "beach": "Rockaway Beach", "viewpoint": "Brooklyn Heights Promenade"},
    "los angeles": {
        "park": "Echo Park",
        "beach": "Venice Beach",
        "viewpoint": "Griffith Observatory",
        "hills": "Runyon Canyon",
    },
    "mexico city": {"park": "Bosque de Chapultepec", "lake": "the canals of Xochimilco", "hills": "the Ajusco"},
    "tokyo": {"park": "Yoyogi Park", "lake": "Lake Sagami", "viewpoint": "the Mori tower", "hills": "Mount Takao"},
    "cape town": {
        "park": "the Company's Garden",
        "beach": "Camps Bay",
        "viewpoint": "Signal Hill",
        "hills": "Lion's Head",
    },
    "sydney": {"park": "Centennial Park", "beach": "Bondi Beach", "viewpoint": "Observatory Hill"},
}


# Where she is between two cities: on no street and at no time open, and asleep there at most.
TRANSIT = Sort("the way", "on the way", "train", None, (0, 0))
_RENTED = Sort("the rented flat", "at the rented flat", "home", None, (0, 0))


def places_of(city: City, seed: str, work: str | None, *, away: bool = False) -> dict[str, Place]:
    """Return the places of one person's life in a city, by sort.

    Args:
        city: where.
        seed: hers; she has a gym of her own, not the city's only one.
        work: the sort of her workplace, which becomes her place "work"; None when she works at home or not at all.
        away: whether she only stays there for a while.
    """
    sorts = {name: sort for name, sort in SORTS.items() if name != "beach" or city.coast}
    sorts["transit"] = TRANSIT
    if away:
        sorts["home"] = _RENTED
    if work is not None:
        sorts["work"] = SORTS[work]
    return {name: _place(name, sort, city, seed) for name, sort in sorts.items()}


def _place(name: str, sort: Sort, city: City, seed: str) -> Place:
    angle = 2 * math.pi * ids.draw(seed, "bearing", city.id, name)
    near, far = sort.km
    km = near + (far - near) * ids.draw(seed, "distance", city.id, name)
    latitude = city.latitude + km * math.sin(angle) / _KM_A_DEGREE
    stretch = _KM_A_DEGREE * max(0.2, math.cos(math.radians(city.latitude)))
    own = _OWN_NAMES.get(city.id, {}).get(name)
    hours = sort.hours
    if sort.shop and not city.sunday and hours is not None:
        hours = (*hours[:_SUNDAY], None)
    return Place(
        id=f"{city.id}/{name}",
        sort=name,
        city=city.id,
        name=own or sort.name,
        at=f"at {own}" if own else sort.at,
        scene=sort.scene,
        hours=hours,
        latitude=max(-90.0, min(90.0, latitude)),
        longitude=city.longitude + km * math.cos(angle) / stretch,
    )


def travel_minutes(one: Place, other: Place) -> int:
    """Return how long the way takes, door to door, on the grid: on foot when near, else by bike, tram or train."""
    if one.id == other.id:
        return 0
    if one.city != other.city:
        return 5 * math.ceil((180 + _far(one, other) / 12) / 5)
    mean = math.cos(math.radians((one.latitude + other.latitude) / 2))
    km = _KM_A_DEGREE * math.hypot(one.latitude - other.latitude, (one.longitude - other.longitude) * mean)
    return 5 * math.ceil((4 + km * 11 if km <= 1.5 else 10 + km * 4) / 5)  # noqa: PLR2004 - a walk, in kilometres


def _far(one: Place, other: Place) -> float:
    """Return the kilometres between two places over the globe."""
    here, there = math.radians(one.latitude), math.radians(other.latitude)
    turn = math.radians(one.longitude - other.longitude)
    cosine = math.sin(here) * math.sin(there) + math.cos(here) * math.cos(there) * math.cos(turn)
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine)))) * _KM_A_DEGREE


def open_between(place: Place, weekday: int) -> tuple[int, int] | None:
    """Return the minutes between which a place is open on a weekday, or None when it is closed."""
    if place.hours is None:
        return _ALWAYS
    return place.hours[weekday]
