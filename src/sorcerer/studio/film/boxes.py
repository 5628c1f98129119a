"""The boxes of an MP4, by name, in the order they lie in the file."""

import struct
from collections.abc import Iterator

_HOLDERS = {b"moov", b"trak", b"mdia", b"edts"}


def walk(data: bytes, start: int, end: int) -> Iterator[bytes]:
    """Yield the names of the boxes between two offsets; stop where a length makes no sense."""
    while start + 8 <= end:
        size, name = struct.unpack(">I4s", data[start : start + 8])
        head = 8
        if size == 1:
            if start + 16 > end:
                return
            size, head = struct.unpack(">Q", data[start + 8 : start + 16])[0], 16
        if size < head:
            return
        yield name
        if name in _HOLDERS:
            yield from walk(data, start + head, min(end, start + size))
        start += size
