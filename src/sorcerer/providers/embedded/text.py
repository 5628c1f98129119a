"""The embedded writer behind its port."""

from sorcerer.providers.embedded.writer import write
from sorcerer.providers.tasks import AutofillTask, Filled, PersonaDraft, PersonaTask, ScriptTask
from sorcerer.providers.values import Script


class EmbeddedText:
    """Write words without a key, by grammar and seed."""

    def script(self, task: ScriptTask) -> Script:
        """Return the words of one post, from who she is and where in her life it stands."""
        return write(task)

    def autofill(self, task: AutofillTask) -> Filled:
        """Return a value for one field of the wizard that fits what is known."""
        from sorcerer.providers.embedded.autofill import autofill  # noqa: PLC0415 - its tables load when first asked for

        return autofill(task)

    def persona(self, task: PersonaTask) -> PersonaDraft:
        """Return a whole persona, an adult."""
        from sorcerer.providers.embedded.cast import persona  # noqa: PLC0415 - its tables load when first asked for

        return persona(task)
