"""Ways for money to arrive, each behind the same interface (`base`).

Which there are says the setting `FUNDING_PROVIDERS`, dotted names of `Provider` classes in the order in which
donors are offered them.
"""

from functools import lru_cache

from django.conf import settings
from django.utils.module_loading import import_string

from broadsheet.core.errors import NotFound

from .base import (
    Ability,
    Heard,
    Instructions,
    NotAuthentic,
    PayoutSnapshot,
    PledgeSnapshot,
    Provider,
    ProviderAway,
    ProviderRefused,
    Redirect,
    Snapshot,
)

__all__ = [
    "Ability",
    "Heard",
    "Instructions",
    "NotAuthentic",
    "PayoutSnapshot",
    "PledgeSnapshot",
    "Provider",
    "ProviderAway",
    "ProviderRefused",
    "Redirect",
    "Snapshot",
    "all_providers",
    "provider",
    "ready_providers",
]


def all_providers() -> tuple[Provider, ...]:
    """Every provider there is, set up or not."""
    return _made(tuple(settings.FUNDING_PROVIDERS))


def ready_providers() -> tuple[Provider, ...]:
    """Those that gifts can be begun with."""
    return tuple(one for one in all_providers() if one.is_ready())


def provider(code: str) -> Provider:
    """The provider of this `code`, set up or not. Raises `NotFound`."""
    for one in all_providers():
        if one.code == code:
            return one
    raise NotFound


@lru_cache(maxsize=8)
def _made(names: tuple[str, ...]) -> tuple[Provider, ...]:
    return tuple(import_string(name)() for name in names)
