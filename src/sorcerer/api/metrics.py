"""`GET /metrics`: numbers for Prometheus, for programs of this machine or with a token."""

from collections.abc import Iterator

from fastapi import APIRouter, Request, Response

from sorcerer import __version__, accounts, schedule
from sorcerer.api.deps import Now, TheDoor
from sorcerer.api.gate import shown
from sorcerer.errors import NotSignedIn

router = APIRouter(redirect_slashes=False)

_HERE = frozenset({"127.0.0.1", "::1"})
_TYPE = "text/plain; version=0.0.4; charset=utf-8"


@router.get("/metrics", include_in_schema=False)
def read_metrics(request: Request, door: TheDoor, now: Now) -> Response:
    """Return how many videos stand where, what is overdue, and how the worker is."""
    with door.database.read() as session:
        if not _is_local(request) and accounts.who(session, now, **shown(request)) is None:
            raise NotSignedIn("Metrics are for this machine.", fix="Send `Authorization: Bearer` with an API token.")
        counts = schedule.production.count_by_status(session)
        overdue = schedule.production.overdue(session, now)
    beat = door.heartbeat()
    samples = [
        ("sorcerer_info", "gauge", "The version that runs.", [(f'{{version="{__version__}"}}', 1.0)]),
        ("sorcerer_worker_alive", "gauge", "1 when a worker was heard of lately.", [("", float(beat.alive))]),
        ("sorcerer_overdue_schedules", "gauge", "Schedules whose moment has come.", [("", float(overdue))]),
        (
            "sorcerer_videos",
            "gauge",
            "Videos by status.",
            [(f'{{status="{status}"}}', float(count)) for status, count in sorted(counts.items())],
        ),
    ]
    if beat.age_s is not None:
        samples.append(("sorcerer_worker_beat_age_seconds", "gauge", "Since one was heard of.", [("", beat.age_s)]))
    return Response("".join(_lines(samples)), media_type=_TYPE)


def _is_local(request: Request) -> bool:
    """Tell whether a program of this machine asks; a proxy of this machine asks for somebody else."""
    client = request.client.host if request.client else ""
    return client in _HERE and not {"x-forwarded-for", "forwarded"} & set(request.headers)


def _lines(samples: list[tuple[str, str, str, list[tuple[str, float]]]]) -> Iterator[str]:
    for name, kind, told, values in samples:
        yield f"# HELP {name} {told}\n# TYPE {name} {kind}\n"
        for labels, value in values:
            yield f"{name}{labels} {value:g}\n"
