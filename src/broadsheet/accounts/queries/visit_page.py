from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import NAME_LENGTH, Visitor
from broadsheet.accounts.sso.sites import open_site
from broadsheet.accounts.sso.token import read_visit
from broadsheet.core.text import normalise_name


@dataclass(frozen=True, kw_only=True)
class VisitPage:
    """Who is about to be signed in, and who says so. Serves `accounts/visit.html`; `name` may be empty."""

    site_name: str
    name: str


def visit_page(site_key: str, token: str, *, at: datetime) -> VisitPage:
    """Look at a token without spending it. Two queries. Raises `NotFound` and `VisitRefused`."""
    site = open_site(site_key)
    visit = read_visit(token, site=site, at=at)
    known = (
        Visitor.objects.filter(site=site, subject=visit.subject).select_related("person").first()
    )
    name = known.person.name if known else normalise_name(visit.name)[:NAME_LENGTH]
    return VisitPage(site_name=site.name, name=name)
