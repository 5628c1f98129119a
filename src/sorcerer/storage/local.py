"""Files in a folder of the home."""

from obstore.store import LocalStore

from sorcerer.settings import Settings
from sorcerer.storage.objects import ObjectFiles
from sorcerer.storage.ports import Files


def files(settings: Settings) -> Files:
    """Return the file store in the folder `files` of the home, made when it is not there yet."""
    root = settings.resolved_home() / "files"
    root.mkdir(parents=True, exist_ok=True)
    return ObjectFiles(LocalStore(root), root)
