"""Where Instagram answers. The real hosts and the sandbox's paths are the only thing in which the two differ."""

from typing import Literal

from pydantic import BaseModel, ConfigDict

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
