import secrets
from functools import partial
from typing import IO

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.faces import avatar_path
from broadsheet.accounts.models import User
from broadsheet.accounts.pictures import redrawn
from broadsheet.core.errors import NotAllowed
from broadsheet.core.events import publish


def choose_avatar(*, person: User, file: IO[bytes]) -> User:
    """Show the picture in `file`, drawn anew, beside all that `person` says; the one before goes.

    Its name, 128 random bits, tells nothing and cannot be guessed, and never stands for another picture. Publishes
    `PersonChanged`. Raises `PictureRefused`, `PictureTooLarge`, and `NotAllowed` where nobody knows the person.
    """
    if not person.has_protected_name:
        raise NotAllowed
    drawn = redrawn(file)
    name = secrets.token_hex(16)
    path = avatar_path(name)
    default_storage.save(path, ContentFile(drawn))
    try:
        return _show(person, name)
    except BaseException:
        default_storage.delete(path)
        raise


def remove_avatar(*, person: User) -> User:
    """Show initials beside what `person` says; the picture's file goes. Publishes `PersonChanged`."""
    return _show(person, "")


@transaction.atomic
def _show(person: User, avatar: str) -> User:
    person = User.objects.select_for_update().get(pk=person.pk)
    before, person.avatar = person.avatar, avatar
    if before == avatar:
        return person
    person.save(update_fields=["avatar"])
    if before:
        transaction.on_commit(partial(default_storage.delete, avatar_path(before)))
    publish(PersonChanged(person_id=person.pk))
    return person
