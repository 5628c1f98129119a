"""What was disclosed with each post: a chain that shows when a link was changed."""

from sorcerer.publishing.model import Receipt
from sorcerer.publishing.receipts.store import of, page
from sorcerer.publishing.receipts.write import intact

__all__ = ["Receipt", "intact", "of", "page"]
