"""What a browser may do with our pages.

Next writes small scripts into each page. `'unsafe-inline'` would allow them and every script somebody smuggles in, so
each page names the hashes of its own; a script that the build did not write does not run. Styles are less dangerous and
React sets them inline, so those are allowed.
"""

import base64
import hashlib
import re
from functools import lru_cache
from pathlib import Path

HEADER = "Content-Security-Policy"
FOR_DATA = "default-src 'none'; frame-ancestors 'none'"

_INLINE = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)


def for_page(page: Path) -> str:
    """Return the policy of one page of the site."""
    return _of(page, page.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _of(page: Path, _changed: int) -> str:
    scripts = {hashlib.sha256(text).digest() for text in _INLINE.findall(page.read_bytes())}
    hashes = sorted(f"'sha256-{base64.b64encode(sum_).decode()}'" for sum_ in scripts)
    return "; ".join(
        (
            "default-src 'self'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "media-src 'self' blob:",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )
