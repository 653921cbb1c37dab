"""Something that stands in for Stripe: its API over real HTTP on this machine, and what donors and banks do there.

    with StripeStandIn() as stripe, settings_for(stripe):
        session = …begun by us…
        stripe.pay(session)
        deliver(stripe.events)

It keeps no more of Stripe than we rely on, and says no to what Stripe would: parameters the SDK does not know,
another question under an old idempotency key.
"""

from .books import LIVE_KEY, SECRET, StripeStandIn, signed

__all__ = ["LIVE_KEY", "SECRET", "StripeStandIn", "signed"]
