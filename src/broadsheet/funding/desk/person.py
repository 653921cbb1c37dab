"""Who is at the desk."""

from django.http import HttpRequest

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed


def person_at(request: HttpRequest) -> User:
    """Answer who asks; what they may do is for commands and queries to say. Raises `NotAllowed`."""
    if not isinstance(request.user, User):
        raise NotAllowed
    return request.user


def number_asked_for(request: HttpRequest, name: str) -> int | None:
    """Answer the number that the address gives as `name`, or None where it gives none."""
    written = request.GET.get(name, "")
    return (
        int(written) if written.isascii() and written.isdigit() and len(written) < DIGITS else None
    )


DIGITS = 19
"""As many make more than a row can have as its key."""
