"""How Broadsheet says no.

A `Refused` is what a person caused and can understand: it carries a code for machines, a sentence for
people and an HTTP status, and becomes a page, a fragment or JSON in one place (`core.middleware`).
Everything else that is raised is a bug, and crashes.
"""

from typing import ClassVar

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Something cannot be done, and this is why.

    `details` are plain values for the JSON form and for filling `message` (`%(name)s`).
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 400
    message: ClassVar[str | Promise] = _("That cannot be done.")
    page: ClassVar[str] = "core/refused.html"
    retry_after: int | None = None
    """After how many seconds it is worth trying again, if ever."""

    def __init__(self, **details: str | int) -> None:
        """Refuse, with `details` to fill the message."""
        self.details = details
        super().__init__(self.code)

    @property
    def sentence(self) -> str:
        """The refusal in words, in the reader's language."""
        return str(self.message) % self.details if self.details else str(self.message)


class NotAllowed(Refused):
    """Somebody asked for what they may not do."""

    code = "not-allowed"
    status = 403
    message = _("You may not do that.")


class NotFound(Refused):
    """It does not exist, or not for the one who asks: the answer is the same."""

    code = "not-found"
    status = 404
    message = _("There is nothing at this address.")


class DatabaseAway(Refused):
    """The database does not answer, or cannot do what it is asked for the moment."""

    code = "database-away"
    status = 503
    message = _(
        "We cannot save or look up anything for the moment. Please try again in a few seconds."
    )
    page = "core/away.html"
    retry_after = 3
