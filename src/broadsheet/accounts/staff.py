"""Who works at the desk."""

from django.contrib.auth.models import AnonymousUser

from .models import User

ENTER_THE_DESK = "wagtailadmin.access_admin"
"""The right by which Wagtail's admin opens; the newsroom gives it to groups."""


def works_here(person: User | AnonymousUser) -> bool:
    """Whether `person` has powers that readers lack, so that their sessions are short and doubly proved."""
    return person.is_active and (
        person.is_staff or person.is_superuser or may_enter_the_desk(person)
    )


def may_enter_the_desk(person: User | AnonymousUser) -> bool:
    """Whether the desk opens for `person`."""
    return person.is_active and person.has_perm(ENTER_THE_DESK)
