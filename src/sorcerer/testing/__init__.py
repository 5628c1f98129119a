"""The contracts that adapters must keep, shipped so that anybody's adapter can be held to them."""

from sorcerer.testing.clock import MONDAY_NOON, FrozenClock, RunningClock
from sorcerer.testing.files_contract import FilesContract
from sorcerer.testing.loopback import serve
from sorcerer.testing.platform_contract import PlatformContract

__all__ = ["MONDAY_NOON", "FilesContract", "FrozenClock", "PlatformContract", "RunningClock", "serve"]
