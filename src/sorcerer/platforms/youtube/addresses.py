"""Where YouTube answers. The real hosts and the sandbox's paths are the only thing in which the two differ."""

from typing import Literal, NamedTuple

Realm = Literal["live", "sandbox"]


class Addresses(NamedTuple):
    """Google's hosts, as far as a film needs them.

    Args:
        web: where a person agrees.
        token: where codes become tokens.
        api: where calls and bytes go.
        analytics: where watch time is told.
    """

    web: str
    token: str
    api: str
    analytics: str

    @property
    def upload(self) -> str:
        """Return the folder every upload's address lies in."""
        return f"{self.api}/upload/youtube/v3"


def addresses(base: str | None) -> Addresses:
    """Return the real addresses, or those of a sandbox that lives under `base`."""
    if base is None:
        return Addresses(
            "https://accounts.google.com",
            "https://oauth2.googleapis.com",
            "https://www.googleapis.com",
            "https://youtubeanalytics.googleapis.com",
        )
    root = base.rstrip("/")
    return Addresses(f"{root}/g-web", f"{root}/g-token", f"{root}/yt", f"{root}/yta")
