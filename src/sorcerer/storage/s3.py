"""Files in S3, or in anything that speaks its protocol."""

from urllib.parse import urlsplit

from obstore.store import S3Store

from sorcerer.errors import Invalid
from sorcerer.settings import Settings
from sorcerer.storage.objects import ObjectFiles
from sorcerer.storage.ports import Files


def files(settings: Settings) -> Files:
    """Return the file store of `s3://bucket/prefix`; credentials, region and endpoint are the usual `AWS_…` variables.

    Raises:
        Invalid: `storage_url` is missing or is no S3 address.
    """
    parts = urlsplit(settings.storage_url or "")
    if parts.scheme != "s3" or not parts.netloc:
        raise Invalid(
            f"SORCERER_STORAGE_URL is {settings.storage_url!r}, not an S3 address.",
            field="storage_url",
            fix="Write s3://bucket/prefix, or leave it out to keep files in the home folder.",
        )
    return ObjectFiles(S3Store(parts.netloc, prefix=parts.path.strip("/") or None))
