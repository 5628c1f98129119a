"""AI vendors behind four ports: words, pictures, moving pictures, a voice.

Holds the ports, the values that go in and out, and the ways a vendor can fail. Each vendor is one module
beside this one; `embedded` needs no key and is the default. Nothing here knows a database, a persona's row or a
file store.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
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

_HOMES = {
    "failures": ("ProviderError",),
    "jobs": ("Job", "Jobs", "Order"),
    "ports": ("Image", "Proposer", "Provider", "Text", "Video", "Voice", "is_trained"),
    "stage": ("Placed", "Stage"),
    "tasks": (
        "AutofillTask",
        "ChangesTask",
        "Moment",
        "PersonaFacts",
        "PersonaTask",
        "Proposal",
        "ScriptTask",
        "SponsorFacts",
    ),
    "values": (
        "Beat",
        "Clip",
        "Drawn",
        "Family",
        "Footage",
        "Framing",
        "Injury",
        "Light",
        "Look",
        "Picture",
        "Pose",
        "Product",
        "SceneName",
        "Script",
        "Season",
        "Shot",
        "Speech",
        "Weather",
        "Word",
    ),
    "words": ("UNSPACED", "joined", "touch", "words_of"),
}

if not TYPE_CHECKING:  # else every name would be one of this room to who checks types

    def __getattr__(name: str) -> Any:  # noqa: ANN401 - whichever name is asked for
        """Load what is asked for, when it is: a child that speaks imports this room and needs none of its values."""
        for home, names in _HOMES.items():
            if name in names:
                return getattr(importlib.import_module(f"{__name__}.{home}"), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
