"""The verb `repace`: another pace or growth phase. It moves overlays only; every item stays as it is."""

from datetime import datetime, timedelta

from sorcerer.influencers import GrowthPhase, Pace
from sorcerer.life.interventions.model import Present
from sorcerer.life.interventions.preview import present_minute
from sorcerer.life.model import Plan
from sorcerer.life.planning.repace import repace as lay_anew


def repace(present: Present, pace: Pace, growth: GrowthPhase, now: datetime) -> Plan:
    """Return her life at another pace from tomorrow on: the same items and facts, other posts.

    What is out, being filmed, or goes out today stays. At the pace she has already, nothing changes.
    """
    today, _ = present_minute(present, now)
    return lay_anew(present.plan, pace, growth, present.held, today + timedelta(days=1), now)
