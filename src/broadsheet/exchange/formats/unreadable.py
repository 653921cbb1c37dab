"""How a format says that a file cannot be read."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused


class Unreadable(Refused):
    """A file cannot be read as what it is said to be; `reason` is a sentence for a person."""

    code = "archive-unreadable"
    status = 422
    message = _("%(reason)s")

    def __init__(self, reason: str | Promise, *, line: int | None = None) -> None:
        """Refuse for `reason`, found on `line` of the file."""
        place = str(_("Line %(line)d: ") % {"line": line}) if line else ""
        super().__init__(reason=f"{place}{reason}")

    def __str__(self) -> str:
        return self.sentence
