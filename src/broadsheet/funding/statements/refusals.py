"""Why a bank's file is not read."""

from django.utils.functional import Promise

from broadsheet.core.errors import Refused


class NotReadable(Refused):
    """A bank's file, or a line of it, is not what it should be. `sentence` says what is wrong."""

    code = "statement-not-readable"
    status = 422

    def __init__(self, sentence: str | Promise, **details: str | int) -> None:
        """Refuse with `sentence`, in which `details` are filled in."""
        super().__init__(**details)
        self.said = sentence

    @property
    def sentence(self) -> str:
        """The refusal in words, in the language of who reads it."""
        return str(self.said) % self.details if self.details else str(self.said)
