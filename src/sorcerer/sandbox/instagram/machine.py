"""A container's life: bytes arrive, they are worked on, it is finished, published, spoilt or too old. Pure."""

from datetime import datetime, timedelta
from typing import Any, Literal

from sorcerer.sandbox.model import Container

Status = Literal["IN_PROGRESS", "FINISHED", "PUBLISHED", "ERROR", "EXPIRED"]
_LIFE = timedelta(hours=24)
_NEVER = 1e9
WORDS = {
    "IN_PROGRESS": "In Progress: Media is still being processed.",
    "FINISHED": "Finished: Media has been uploaded and it is ready to be published.",
    "PUBLISHED": "Published: Media has been published to Instagram.",
    "EXPIRED": "Expired: the container was not published within 24 hours.",
}


def status(container: Container, at: datetime) -> tuple[Status, str]:
    """Return the container's status code and its text at a moment."""
    if container.published_at is not None and container.published_at <= at:
        return "PUBLISHED", WORDS["PUBLISHED"]
    if at >= container.created_at + _LIFE:
        return "EXPIRED", WORDS["EXPIRED"]
    if container.error is not None:
        return "ERROR", container.error
    if not _worked_on(container, at):
        return "IN_PROGRESS", WORDS["IN_PROGRESS"]
    if container.error_after is not None:
        return "ERROR", container.error_after
    return "FINISHED", WORDS["FINISHED"]


def video_status(container: Container, at: datetime) -> dict[str, Any]:
    """Return how far the upload and the work on it are."""
    code, text = status(container, at)
    done = container.size is not None and container.received >= container.size
    upload: dict[str, Any] = {
        "status": "complete" if done else "in_progress" if container.received else "not_started",
        "bytes_transferred": container.received,
    }
    if container.size is not None:
        upload["source_file_size"] = container.size
    process: dict[str, Any] = {
        "status": "not_started" if not done else "in_progress" if code == "IN_PROGRESS" else "complete"
    }
    if code == "ERROR":
        process = {"status": "error", "errors": [{"message": text}]}
    return {"uploading_phase": upload, "processing_phase": process}


def _worked_on(container: Container, at: datetime) -> bool:
    if container.bytes_at is None or container.process_s >= _NEVER:
        return False
    return at >= container.bytes_at + timedelta(seconds=container.process_s)
