"""Small real media for tests: a film that a network takes, an image that it takes."""

import io
from pathlib import Path

import av
import numpy as np
from PIL import Image


def film(path: Path, *, seconds: float = 3.0, moov_first: bool = True, shade: int = 90) -> Path:
    """Write a tiny portrait H.264 film without sound; another `shade` gives other bytes."""
    options = {"movflags": "faststart"} if moov_first else {}
    with av.open(str(path), "w", options=options) as container:
        stream = container.add_stream("libx264", rate=24)
        stream.width, stream.height, stream.pix_fmt = 72, 128, "yuv420p"
        for number in range(round(seconds * 24)):
            picture = np.full((128, 72, 3), (shade + number // 4) % 256, dtype=np.uint8)
            for packet in stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")):
                container.mux(packet)
        for packet in stream.encode():
            container.mux(packet)
    return path


def picture(shade: int = 120) -> bytes:
    """Return a small portrait JPEG."""
    buffer = io.BytesIO()
    Image.new("RGB", (72, 128), (shade, 90, 60)).save(buffer, "JPEG")
    return buffer.getvalue()
