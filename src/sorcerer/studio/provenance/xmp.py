"""The IPTC source type as XMP, for readers that know no C2PA: written into JPEG, PNG and MP4, and found again.

Sources: IPTC Photo Metadata 2024.1 (DigitalSourceType); XMP part 3, §1.1.3 (JPEG) and §1.3.6 (ISO base media).
"""

import re
import struct
import zlib
from collections.abc import Iterator

from sorcerer.errors import Invalid
from sorcerer.studio.provenance.model import SOURCES, Claim

_JPEG_NAME = b"http://ns.adobe.com/xap/1.0/\x00"
_MP4_NAME = bytes.fromhex("be7acfcb97a942e89c71999491e3afac")
_MOST_PACKET = 65_000
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_NAME = b"XML:com.adobe.xmp\x00\x00\x00\x00\x00"
_START_OF_IMAGE = b"\xff\xd8"
_START_OF_SCAN = 0xDA
_JFIF = b"\xff\xe0"  # stays the first segment
_APP1 = 0xE1
_TYPE = re.compile(rb"DigitalSourceType[^<>]{0,20}[=>]\s*[\"']?" + re.escape(SOURCES.encode()) + rb"(\w{3,60})")

_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Sorcerer" xmp:CreateDate="{made_at}">
<Iptc4xmpExt:DigitalSourceType>{source}</Iptc4xmpExt:DigitalSourceType>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


def with_source(data: bytes, media_type: str, claim: Claim) -> bytes:
    """Return the JPEG, PNG or MP4 with the claim's source type in it.

    Raises:
        Invalid: it is none of them.
    """
    text = _PACKET.format(source=SOURCES + claim.source, made_at=claim.made_at.isoformat(timespec="seconds"))
    packet = text.encode()
    if media_type == "image/jpeg" and data.startswith(_START_OF_IMAGE):
        body = _JPEG_NAME + packet
        at = 4 + struct.unpack(">H", data[4:6])[0] if data[2:4] == _JFIF else 2
        return data[:at] + struct.pack(">BBH", 0xFF, _APP1, len(body) + 2) + body + data[at:]
    if media_type == "video/mp4" and data[4:8] == b"ftyp":
        # At the end, where it moves nothing that the index points to.
        return data + struct.pack(">I4s", 24 + len(packet), b"uuid") + _MP4_NAME + packet
    if media_type == "image/png" and data.startswith(_PNG):
        body = b"iTXt" + _PNG_NAME + packet
        # After the header, which is the first chunk and has a fixed length.
        return data[:33] + struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body)) + data[33:]
    raise Invalid(f"No source type can be written into this {media_type}.", field="media_type")


def source_in(data: bytes) -> str | None:
    """Return the source type that a JPEG, PNG or MP4 states, such as "compositeSynthetic", or None."""
    if data.startswith(_PNG):
        packets = iter([data[: 2 * _MOST_PACKET]])
    else:
        packets = _of_jpeg(data) if data.startswith(_START_OF_IMAGE) else _of_mp4(data)
    for packet in packets:
        found = _TYPE.search(packet[: 2 * _MOST_PACKET])
        if found:
            return found.group(1).decode()
    return None


def _of_jpeg(data: bytes) -> Iterator[bytes]:
    at = 2
    while at + 4 <= len(data):
        mark, kind, size = struct.unpack(">BBH", data[at : at + 4])
        if mark != 0xFF or kind == _START_OF_SCAN or size < 2:  # noqa: PLR2004 - a segment's size counts its own two bytes
            return
        body = data[at + 4 : at + 2 + size]
        if kind == _APP1 and body.startswith(_JPEG_NAME):
            yield body
        at += 2 + size


def _of_mp4(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + 24 <= len(data):
        size, name = struct.unpack(">I4s", data[at : at + 8])
        if name == b"uuid" and data[at + 8 : at + 24] == _MP4_NAME:
            yield data[at + 24 : at + size]
        if size == 1:
            size = struct.unpack(">Q", data[at + 8 : at + 16])[0]
        if size < 8:  # noqa: PLR2004 - a box's size counts its own eight bytes
            return
        at += size
