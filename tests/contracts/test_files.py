"""Every file store against its contract."""

from pathlib import Path

import pytest
from obstore.store import MemoryStore

from sorcerer.settings import Settings
from sorcerer.storage import Files
from sorcerer.storage.local import files as local_files
from sorcerer.storage.objects import ObjectFiles
from sorcerer.testing import FilesContract


class TestLocalFiles(FilesContract):
    @pytest.fixture
    def files(self, tmp_path: Path) -> Files:
        return local_files(Settings(home=tmp_path / "home"))


class TestObjectFiles(FilesContract):
    """What S3 shares with every other object store; its own address and signature are in tests/storage."""

    @pytest.fixture
    def files(self) -> Files:
        return ObjectFiles(MemoryStore())
