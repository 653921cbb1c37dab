"""The sites whose members may come."""

from broadsheet.accounts.models import VisitSite
from broadsheet.core.errors import NotFound


def open_site(site_key: str) -> VisitSite:
    """Answer the site of that key, if its members may come. Raises `NotFound`, also for one that is retired."""
    site = VisitSite.objects.filter(key=site_key, retired_at=None).first()
    if site is None:
        raise NotFound
    return site
