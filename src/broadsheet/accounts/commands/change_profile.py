from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.models import MOST_PROFILE_LINKS, PROFILE_LINK_LENGTH, User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.core.markup.addresses import is_absolute


class LinkRefused(Refused):
    """A link on a public page is not the address of a web page."""

    code = "link-refused"
    status = 422
    message = _("“%(link)s” is not the address of a web page, such as https://example.org/.")


class TooManyLinks(Refused):
    """There are more links than a public page shows."""

    code = "too-many-links"
    status = 422
    message = _("There is room for %(most)s links.")


@transaction.atomic
def change_profile(*, person: User, links: Sequence[str], is_public: bool, is_listed: bool) -> User:
    """Show `links` on the public page of `person`, if they want one, and have it listed, if they want that.

    Publishes `PersonChanged`. Raises `LinkRefused`, `TooManyLinks`.
    """
    chosen = [link.strip() for link in links if link.strip()]
    if len(chosen) > MOST_PROFILE_LINKS:
        raise TooManyLinks(most=MOST_PROFILE_LINKS)
    for link in chosen:
        if not _leads_to_a_page(link):
            raise LinkRefused(link=link[:PROFILE_LINK_LENGTH])
    person.profile_links = chosen
    person.is_profile_public, person.is_profile_listed = is_public, is_listed
    person.save(update_fields=["profile_links", "is_profile_public", "is_profile_listed"])
    publish(PersonChanged(person_id=person.pk))
    return person


def _leads_to_a_page(link: str) -> bool:
    is_web = link.lower().startswith(("https://", "http://"))
    return is_web and is_absolute(link) and len(link) <= PROFILE_LINK_LENGTH
