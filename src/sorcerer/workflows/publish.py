"""Bring one publication out: one run is one turn; it does what can be done now and never sleeps."""

import itertools
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from queue import Empty, SimpleQueue

from sqlalchemy.orm import Session

from sorcerer import log, publishing, schedule, studio
from sorcerer.errors import Conflict, Invalid, NotFound, Passing, Stale
from sorcerer.platforms import Account, Committed, Platform, PlatformError
from sorcerer.publishing import Job, Publication
from sorcerer.schedule import Failure
from sorcerer.storage import Files
from sorcerer.toolbox import Toolbox, current
from sorcerer.workflows import access, engine
from sorcerer.workflows.hold import held
from sorcerer.workflows.keep_back import keep_back
from sorcerer.workflows.urgent import urgent

_PATIENCE_S = 5.0
_sent: SimpleQueue[Job] = SimpleQueue()


@engine.workflow(engine.PUBLISH)
def publish(publication_id: str) -> None:
    """Do every step that is due, each with a lease of its own.

    The engine remembers no step of it: the publication's own rows say what was done, and what may be done again.
    """
    with urgent.one_more():
        _go_on(publication_id, None)


@engine.workflow(engine.EARLY)
def publish_early(publication_id: str) -> None:
    """Do the same for one that may wait: its minute is still to come, or it is out and nobody has looked at it."""
    urgent.let_pass(_PATIENCE_S)
    _go_on(publication_id, None)


def read_back_next(wait_s: float) -> None:
    """Look at the next post that this process has sent, once no other's minute is now; wait so long for one.

    It needs no run: its lease ends in a minute, and if nobody has looked by then it is offered like any other work.
    """
    try:
        job = _sent.get(timeout=wait_s)
    except Empty:
        return
    urgent.let_pass(_PATIENCE_S)
    _go_on(job.publication.id, job)


def _go_on(publication_id: str, job: Job | None) -> None:
    """Do step after step, up to the one that makes the post public: what comes after it can wait.

    A post that is deleted meanwhile, with its video, its account or its owner, is nobody's work any more.
    """
    try:
        _steps(publication_id, job)
    except NotFound:
        if _is_there(publication_id):
            raise
        log.get("publish").info("deleted meanwhile", publication=publication_id)


def _is_there(publication_id: str) -> bool:
    with current().database.read() as session:
        try:
            publishing.publications.load(session, publication_id)
        except NotFound:
            return False
    return True


def _steps(publication_id: str, job: Job | None) -> None:
    while (taken := _claim(publication_id, job)) is not None:
        job, account = taken
        try:
            is_out = _do(job, account)
        except Passing:
            _let_go(job)
            return
        except engine.Leaving:
            _let_go(job)  # nothing was called yet: whoever has the run now need not wait for this lease
            raise
        if is_out:
            _sent.put(job)
            return


@engine.patiently
def _let_go(job: Job) -> None:
    toolbox = current()
    with toolbox.database.begin() as session:
        publishing.delivery.let_go(session, job, toolbox.clock.now())


@engine.patiently
def _claim(publication_id: str, after: Job | None) -> tuple[Job, Account] | None:
    """Return the next step and the account it is done with; when there is none, say on the video how it stands."""
    toolbox = current()
    with toolbox.database.begin() as session:
        now, stop = toolbox.clock.now(), None
        if after is None or after.step != "commit":
            publication = publishing.publications.load(session, publication_id)
            keep_back(session, publication, now)
            stop = held(session, publication, now)
        job = publishing.delivery.claim(session, publication_id, toolbox.executor_id, now, after, stop)
        if job is not None:
            return job, publishing.channels.account(session, toolbox.keys, job.channel.id)
        _mirror(session, publication_id, now)
    return None


def _do(job: Job, account: Account) -> bool:
    """Make the call of one step, keep what came of it, and tell whether it made the post public.

    Run again it is harmless, because `intend` says yes once.
    """
    toolbox = current()
    engine.stay(toolbox)
    try:
        return _try(toolbox, toolbox.platform(job.channel.platform, job.channel.realm), account, job)
    except Invalid as reason:
        # The connector itself cannot be had: this home lacks what it needs, such as the keys of an app.
        error = PlatformError(
            f"{reason.message} {reason.fix or ''}".strip(), outcome="not_sent", cure="none", code="setup"
        )
        _failed(toolbox, job, error)
    except (Stale, Conflict) as reason:
        # Another hand took over, or somebody disconnected the account: whoever comes next finds the row as it is.
        log.get("publish").info("left alone", publication=job.publication.id, step=job.step, reason=reason.message)
    return False


def _try(toolbox: Toolbox, platform: Platform, account: Account, job: Job) -> bool:
    try:
        account = access.fresh(toolbox, platform, job.channel.id, account)
        if job.step == "commit":
            return _commit(toolbox, platform, account, job)
        _call(toolbox, platform, account, job)
    except PlatformError as error:
        _failed(toolbox, job, error)
    return False


def _call(toolbox: Toolbox, platform: Platform, account: Account, job: Job) -> None:
    staged = publishing.delivery.staged_of(toolbox.keys, job)
    if job.step in {"stage", "upload", "progress"}:
        if job.step == "stage":
            with _on_this_machine(toolbox.files, job) as path:
                prepared = platform.stage(account, publishing.delivery.post_of(job, path, _address(toolbox, job)))
        elif job.step == "upload":
            with _on_this_machine(toolbox.files, job) as path:
                prepared = platform.upload(account, publishing.delivery.post_of(job, path, None), staged)
        else:
            prepared = platform.progress(account, staged)
        with toolbox.database.begin() as session:
            publishing.delivery.keep(session, toolbox.keys, job, prepared, toolbox.clock.now())
        return
    post = publishing.delivery.post_of(job, None, None)
    known = job.publication.remote_post_id
    if job.step == "read_back" and known:
        seen = platform.read_back(account, known)
    else:
        seen = platform.check(account, post, staged, job.sent_at or toolbox.clock.now(), job.taken_ids)
    weigh = publishing.delivery.looked if job.step == "reconcile" else publishing.delivery.read_back
    with toolbox.database.begin() as session:
        now = toolbox.clock.now()
        weigh(session, job, seen, now)
        _mirror(session, job.publication.id, now)


def _commit(toolbox: Toolbox, platform: Platform, account: Account, job: Job) -> bool:
    allowance = platform.allowance(account)
    with toolbox.database.begin() as session:
        intent = publishing.delivery.intend(session, job, allowance, toolbox.clock.now())
    if intent is None:
        return False
    try:
        if toolbox.clock.now() >= intent.send_before:
            raise PlatformError("It was too late to send.", outcome="not_sent", cure="retry", code="late")  # noqa: TRY301 - told like any other failure to send
        done = _send(toolbox, platform, account, intent.job)
    except PlatformError as error:
        _failed(toolbox, intent.job, error)
        return False
    with toolbox.database.begin() as session:
        return publishing.delivery.committed(session, intent.job, done, toolbox.clock.now()).state == "live"


def _send(toolbox: Toolbox, platform: Platform, account: Account, job: Job) -> Committed:
    """Make the call of no return; the film's end is part of it at some networks, so it lies ready before."""
    staged = publishing.delivery.staged_of(toolbox.keys, job)
    with _on_this_machine(toolbox.files, job) as path:
        return platform.commit(account, publishing.delivery.post_of(job, path, None), staged)


def _failed(toolbox: Toolbox, job: Job, error: PlatformError) -> None:
    with toolbox.database.begin() as session:
        now = toolbox.clock.now()
        publishing.delivery.failed(session, job, error, now)
        _mirror(session, job.publication.id, now)


def _address(toolbox: Toolbox, job: Job) -> str | None:
    content = job.publication.content
    return toolbox.media_url(content.media_key, job.channel.realm) if content else None


@contextmanager
def _on_this_machine(files: Files, job: Job) -> Iterator[Path]:
    """Lend the media as a file of this machine, copied when the store lies elsewhere."""
    key = job.publication.content.media_key if job.publication.content else ""
    near = files.local_path(key)
    if near is not None:
        yield near
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / Path(key).name
        with copy.open("wb") as out:
            out.writelines(files.stream(key))
        yield copy


def _mirror(session: Session, publication_id: str, now: datetime) -> None:
    """Say on the video what became of its publication, in the transaction that ends it: nobody looks at it again."""
    publication = publishing.publications.load(session, publication_id)
    video = schedule.production.load(session, publication.video_id)
    if publication.state == "live" and video.status != "posted":
        schedule.production.posted(session, video.id, now)
        if publication.content is not None:
            for sha256 in (publication.content.sha256, *_cover(session, video)):
                studio.provenance.published(session, sha256, video.id, now)
    elif publication.state in {"failed", "needs_review"} and video.status != "failed":
        schedule.production.fail(session, video.id, _failure(publication), now)


def _cover(session: Session, video: schedule.Video) -> Iterator[str]:
    """Yield the hash of the cover that stands before the film, where there is one."""
    made = studio.artifacts.of_video(session, video.owner_id, video.id)
    covers = (one.sha256 for one in made if one.kind == "thumbnail" and one.sha256 is not None)
    yield from itertools.islice(covers, 1)


def _failure(publication: Publication) -> Failure:
    trouble = publication.failure
    if trouble is None:
        return Failure(stage="publish", cause="It could not be published.")
    fields = {"stage": trouble.stage, "cause": trouble.cause, "next": trouble.next}
    return Failure.model_validate(fields | {"reached_platform": trouble.reached_platform})
