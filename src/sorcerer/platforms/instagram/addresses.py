"""Where Instagram answers. The real hosts and the sandbox's paths are the only thing in which the two differ."""

from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict

from sorcerer.platforms.ports import PlatformError

Realm = Literal["live", "sandbox"]


class Addresses(BaseModel):
    """The three hosts of the Facebook flavour and the version of the API.

    Args:
        web: where a person agrees.
        graph: where calls go.
        upload: where bytes go.
    """

    model_config = ConfigDict(frozen=True)

    web: str
    graph: str
    upload: str
    version: str

    def api(self, path: str) -> str:
        """Return the address of a versioned call."""
        return f"{self.graph}/{self.version}/{path}"

    def trusted(self, url: str) -> str:
        """Return an address out of an answer, if it leads to the upload host, else refuse to follow it."""
        given, known = urlsplit(url), urlsplit(self.upload)
        inside = given.path.startswith(known.path + "/") and ".." not in given.path
        if (given.scheme, given.netloc) != (known.scheme, known.netloc) or not inside:
            raise PlatformError(
                f"Instagram named an upload address on another host ({given.hostname}); it was not followed.",
                outcome="not_sent",
                code="foreign_host",
            )
        return url


def addresses(version: str, base: str | None) -> Addresses:
    """Return the real addresses, or those of a sandbox that lives under `base`."""
    if base is None:
        return Addresses(
            web="https://www.facebook.com",
            graph="https://graph.facebook.com",
            upload="https://rupload.facebook.com",
            version=version,
        )
    root = base.rstrip("/")
    return Addresses(web=f"{root}/fb-web", graph=f"{root}/fb", upload=f"{root}/rupload", version=version)
