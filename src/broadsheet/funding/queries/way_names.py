"""What the ways are called by which money comes."""

from broadsheet.funding.models import ByHand
from broadsheet.funding.providers import all_providers


def way_names() -> dict[str, str]:
    """Answer the names of all providers and of what comes by hand, by their codes. Asks nobody."""
    by_hand = {way.value: str(way.label) for way in ByHand}
    return by_hand | {provider.code: str(provider.label) for provider in all_providers()}
