"""Uploads: counted here, looked into in a child of the studio's; what is no picture never comes further."""

from fastapi import UploadFile

from sorcerer.errors import Invalid, TooLarge

IMAGE_LIMIT = 20_000_000
FORM_LIMIT = IMAGE_LIMIT + 64_000


def bounded(upload: UploadFile, limit: int = IMAGE_LIMIT, field: str = "file") -> bytes:
    """Return an upload's bytes.

    Raises:
        Invalid: there are none.
        TooLarge: there are more than the limit.
    """
    data = upload.file.read(limit + 1)
    if not data:
        raise Invalid("The file is empty.", field=field, fix="Choose another file.")
    if len(data) > limit:
        raise TooLarge(f"The file has more than {limit:,} bytes.", field=field, fix="Send a smaller one.")
    return data
