"""Which labels a post owes: flags at the network, words in the caption, lines in the picture, a line in the bio.

And which claims nobody who is made by AI can make. Pure rules, no tables. The AI label has no off switch anywhere.
Refuses to know how a label is drawn or sent.
"""

from sorcerer.disclosure.caption import compose_caption
from sorcerer.disclosure.claims import Claim, blocked, claims
from sorcerer.disclosure.model import Duties, Shown
from sorcerer.disclosure.owed import owed
from sorcerer.disclosure.satisfied import satisfied

__all__ = ["Claim", "Duties", "Shown", "blocked", "claims", "compose_caption", "owed", "satisfied"]
