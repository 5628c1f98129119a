"""The journal: what happened, who did it and about what; what just changed; and the first answer to a repeated request.

Owns the tables `journal`, `signal` and `idempotent_answer`. A line is written in the session of the act it tells of, so
there is never one without the other. Knows nothing of what it is told about: subjects are a word and an id.
"""

from sorcerer.journal import answer as answers
from sorcerer.journal.model import Answer, Asked, Line, Signal
from sorcerer.journal.note import note, signal
from sorcerer.journal.read import ends, page, since
from sorcerer.journal.verbs import VERBS

__all__ = ["VERBS", "Answer", "Asked", "Line", "Signal", "answers", "ends", "note", "page", "signal", "since"]
