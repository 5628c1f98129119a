"""Publishing: which accounts are connected, what goes out on them, how every attempt went, what was disclosed.

Owns the tables `channel`, `publication`, `attempt` and `receipt`. Decides and keeps; never calls a network, that is
for whoever holds a `Job`. Refuses to know how a film is made or why it goes out.
"""

from sorcerer.publishing import channels, delivery, publications, receipts
from sorcerer.publishing.model import Channel, Content, Job, Link, Publication
from sorcerer.publishing.publications.due import due
from sorcerer.publishing.publications.plan import plan
from sorcerer.publishing.store import next_moment as next_due

__all__ = [
    "Channel",
    "Content",
    "Job",
    "Link",
    "Publication",
    "channels",
    "delivery",
    "due",
    "next_due",
    "plan",
    "publications",
    "receipts",
]
