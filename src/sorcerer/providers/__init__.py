"""AI vendors behind four ports: words, pictures, moving pictures, a voice.

Holds the ports, the values that go in and out, and the ways a vendor can fail. Each vendor is one module
beside this one; `embedded` needs no key and is the default. Nothing here knows a database, a persona's row or a
file store.
"""

from sorcerer.providers.failures import ProviderError
from sorcerer.providers.jobs import Job, Jobs, Order
from sorcerer.providers.ports import Image, Proposer, Provider, Text, Video, Voice, is_trained
from sorcerer.providers.stage import Placed, Stage
from sorcerer.providers.tasks import (
    AutofillTask,
    ChangesTask,
    Moment,
    PersonaFacts,
    PersonaTask,
    Proposal,
    ScriptTask,
    SponsorFacts,
)
from sorcerer.providers.values import (
    Beat,
    Clip,
    Drawn,
    Family,
    Footage,
    Framing,
    Injury,
    Light,
    Look,
    Picture,
    Pose,
    Product,
    SceneName,
    Script,
    Season,
    Shot,
    Speech,
    Weather,
    Word,
)
from sorcerer.providers.words import UNSPACED, joined, touch, words_of

__all__ = [
    "UNSPACED",
    "AutofillTask",
    "Beat",
    "ChangesTask",
    "Clip",
    "Drawn",
    "Family",
    "Footage",
    "Framing",
    "Image",
    "Injury",
    "Job",
    "Jobs",
    "Light",
    "Look",
    "Moment",
    "Order",
    "PersonaFacts",
    "PersonaTask",
    "Picture",
    "Placed",
    "Pose",
    "Product",
    "Proposal",
    "Proposer",
    "Provider",
    "ProviderError",
    "SceneName",
    "Script",
    "ScriptTask",
    "Season",
    "Shot",
    "Speech",
    "SponsorFacts",
    "Stage",
    "Text",
    "Video",
    "Voice",
    "Weather",
    "Word",
    "is_trained",
    "joined",
    "touch",
    "words_of",
]
