"""What was disclosed with each post: a chain that shows when a link was changed."""

from sorcerer.publishing.model import Receipt
from sorcerer.publishing.receipts.write import intact
from sorcerer.publishing.store import receipt_of as of
from sorcerer.publishing.store import receipts as page

__all__ = ["Receipt", "intact", "of", "page"]
