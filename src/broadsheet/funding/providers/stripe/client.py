"""How Stripe is asked: its own SDK, through the one door by which Broadsheet asks other servers."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from broadsheet.funding.options import STRIPE_ADDRESS, STRIPE_KEY
from broadsheet.funding.providers.base import ProviderAway, ProviderRefused

LARGEST_ANSWER = 4 * 1024 * 1024
"""A page of a hundred events, each with its object in it."""
RETRIES = 1
TOO_MANY, CONFLICT, SERVER_FAILED = 429, 409, 500


def is_installed() -> bool:
    """Whether the SDK is there; does not load it."""
    return find_spec("stripe") is not None


def client() -> Any:
    """Stripe's client for the key that the operator has set."""
    return _made(STRIPE_KEY.value, STRIPE_ADDRESS.value)


@lru_cache(maxsize=4)
def _made(key: str, address: str) -> Any:
    import stripe

    from .transport import Transport

    return stripe.StripeClient(
        key,
        base_addresses={"api": address},
        http_client=Transport(largest=LARGEST_ANSWER),
        max_network_retries=RETRIES,
    )


@contextmanager
def asking() -> Iterator[Any]:
    """Stripe's client, within which what it raises is raised as ours: `ProviderAway`, `ProviderRefused`."""
    import stripe

    try:
        yield client()
    except stripe.StripeError as error:
        status = error.http_status
        if status is None or status in (TOO_MANY, CONFLICT) or status >= SERVER_FAILED:
            raise ProviderAway from error
        raise ProviderRefused(str(error)) from error


def is_missing(refusal: ProviderRefused) -> bool:
    """Whether Stripe has no such object, or not in this account."""
    return getattr(refusal.__cause__, "code", None) == "resource_missing"


def plain(said: Any) -> dict[str, Any]:
    """What Stripe answered, as plain values."""
    kept: Mapping[str, Any] = said.to_dict()
    return dict(kept)
