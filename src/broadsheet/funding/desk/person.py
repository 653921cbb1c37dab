"""Who is at the desk."""

from django.http import HttpRequest

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed


def person_at(request: HttpRequest) -> User:
    """Answer who asks; what they may do is for commands and queries to say. Raises `NotAllowed`."""
    if not isinstance(request.user, User):
        raise NotAllowed
    return request.user
