"""What pages about ways in ask for while they are shown."""

from django import template

from broadsheet.accounts import queries
from broadsheet.accounts.models import User
from broadsheet.accounts.proof import has_second_factor
from broadsheet.accounts.queries import IdentityLine, ProviderButton
from broadsheet.accounts.staff import may_enter_the_desk

register = template.Library()


@register.simple_tag
def sign_in_providers() -> list[ProviderButton]:
    """Answer the providers by which one may sign in."""
    return queries.providers()


@register.simple_tag
def identities_of(person: User) -> list[IdentityLine]:
    """Answer by which of their identities `person` may sign in."""
    return queries.identities(person)


@register.simple_tag
def way_to_the_desk(person: User) -> str:
    """Answer "open" if `person` may go to the desk, "closed" if they lack a second factor, else nothing."""
    if not may_enter_the_desk(person):
        return ""
    return "open" if has_second_factor(person) else "closed"
