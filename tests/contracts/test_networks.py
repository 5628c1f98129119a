"""Every connector of ours against the sandbox, over real sockets."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sorcerer.testing import PlatformContract


class TestInstagram(PlatformContract):
    @pytest.fixture
    def bench(self, benches: Any, tmp_path: Path, sample: Path, image_url: str) -> Iterator[Any]:
        with benches("instagram", tmp_path, sample, image_url) as bench:
            yield bench


class TestTikTok(PlatformContract):
    @pytest.fixture
    def bench(self, benches: Any, tmp_path: Path, sample: Path) -> Iterator[Any]:
        with benches("tiktok", tmp_path, sample) as bench:
            yield bench


class TestYouTube(PlatformContract):
    @pytest.fixture
    def bench(self, benches: Any, tmp_path: Path, sample: Path) -> Iterator[Any]:
        with benches("youtube", tmp_path, sample) as bench:
            yield bench
