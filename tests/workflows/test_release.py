from datetime import timedelta

from sorcerer import publishing, schedule, studio
from sorcerer.app import House
from sorcerer.platforms import Grant, Identity
from sorcerer.schedule import Video
from sorcerer.testing import FrozenClock
from sorcerer.workflows.release import let_out


def test_a_film_that_was_moved_to_another_time_is_let_out_after_its_yes(
    house: House, video: Video, clock: FrozenClock
) -> None:
    now, tools = clock.now(), house.tools
    script = {"title": "Soup", "caption": "Soup.", "beats": [{"role": "hook", "line": "Soup."}], "hashtags": []}
    later = now + timedelta(hours=5)
    link = publishing.Link(
        owner_id=video.owner_id,
        influencer_id=video.influencer_id,
        platform="instagram",
        realm="sandbox",
        identity=Identity(account_id="1", handle="mara"),
        grant=Grant(access_token="access"),
    )
    with tools.database.begin() as session:
        film = studio.artifacts.Artifact(
            kind="film", rev=video.rev, key="a/film.mp4", sha256="0" * 64, size=1, seconds=5.0
        )
        studio.artifacts.keep(session, video.owner_id, video.id, film, now)
        schedule.production.finish(session, video.id, video.rev, script, "Soup.", now)
        publishing.channels.connect(session, tools.keys, link, now)
        moved = schedule.videos.Changes(scheduled_time=later)
        schedule.videos.change(session, video.owner_id, video.id, moved, now, tools.lead)
        schedule.videos.approve(session, video.owner_id, video.id, now)
        let_out(session, tools.media_url, video.id, now)
        kept = schedule.videos.find(session, video.owner_id, video.id)
        waiting = publishing.publications.page(session, video.owner_id)

    assert (kept.status, kept.failure) == ("ready", None)
    assert [(one.due_at, one.content.media_key) for one in waiting if one.content] == [(later, "a/film.mp4")]
