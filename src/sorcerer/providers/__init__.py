"""AI vendors behind four ports: words, pictures, moving pictures, a voice.

Holds the ports, the values that go in and out, and the ways a vendor can fail. Each vendor is one module
beside this one; `embedded` needs no key and is the default. Nothing here knows a database, a persona's row or a
file store.
"""

from sorcerer.providers.failures import ProviderError
from sorcerer.providers.jobs import Job, Jobs, Order
from sorcerer.providers.ports import Image, Provider, Text, Video, Voice
from sorcerer.providers.stage import Placed, Stage
from sorcerer.providers.tasks import AutofillTask, Moment, PersonaFacts, PersonaTask, ScriptTask, SponsorFacts
from sorcerer.providers.values import (
    Beat,
    Clip,
    Drawn,
    Footage,
    Framing,
    Light,
    Look,
    Picture,
    SceneName,
    Script,
    Shot,
    Speech,
    Word,
)

__all__ = [
    "AutofillTask",
    "Beat",
    "Clip",
    "Drawn",
    "Footage",
    "Framing",
    "Image",
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
    "Provider",
    "ProviderError",
    "SceneName",
    "Script",
    "ScriptTask",
    "Shot",
    "Speech",
    "SponsorFacts",
    "Stage",
    "Text",
    "Video",
    "Voice",
    "Word",
]
