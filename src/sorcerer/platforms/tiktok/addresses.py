"""Where TikTok answers. The real hosts and the sandbox's paths are the only thing in which the two differ."""

from typing import Literal, NamedTuple

Realm = Literal["live", "sandbox"]


class Addresses(NamedTuple):
    """TikTok's hosts.

    Args:
        web: where a person agrees.
        api: where calls go.
        upload: where bytes go.
    """

    web: str
    api: str
    upload: str


def addresses(base: str | None) -> Addresses:
    """Return the real addresses, or those of a sandbox that lives under `base`."""
    if base is None:
        return Addresses("https://www.tiktok.com", "https://open.tiktokapis.com", "https://open-upload.tiktokapis.com")
    root = base.rstrip("/")
    return Addresses(f"{root}/tt-web", f"{root}/tt", f"{root}/tt-upload")
