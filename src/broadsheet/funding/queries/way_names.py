"""What the ways are called by which money comes."""

from django.utils.translation import gettext as _

from broadsheet.funding.models import IMPORTED, ByHand
from broadsheet.funding.providers import all_providers


def way_names() -> dict[str, str]:
    """Answer the names of all providers, of what comes by hand and of what came elsewhere, by their codes."""
    by_hand = {way.value: str(way.label) for way in ByHand}
    elsewhere = {IMPORTED: _("Elsewhere, before")}
    return (
        by_hand | elsewhere | {provider.code: str(provider.label) for provider in all_providers()}
    )
