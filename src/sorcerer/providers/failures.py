"""How a vendor can fail, as far as the next step depends on it."""

from typing import Literal

from sorcerer.errors import Unavailable

Kind = Literal["transient", "ambiguous", "rejected", "bad_request", "auth", "quota", "model_gone"]


class ProviderError(Unavailable):
    """A vendor did not give what was asked.

    Args:
        kind: "transient" may be tried again; "ambiguous" may have been paid for and must not be sent again unseen;
            the others will fail the same way until somebody changes something.
        cost_micros: what the failed call cost so far, in millionths of a US dollar.
    """

    def __init__(self, message: str, *, kind: Kind = "transient", cost_micros: int = 0, fix: str | None = None) -> None:
        super().__init__(message, fix=fix)
        self.failure: Kind = kind
        self.cost_micros = cost_micros
