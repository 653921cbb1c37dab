"""Cards and what else Stripe takes, on Stripe's own pages: no card number ever comes near us.

Needs the SDK, the extra `broadsheet[stripe]`, which takes a quarter of a second and 40 MB to load: so it is not
loaded before somebody gives.
"""

from .provider import StripeProvider

__all__ = ["StripeProvider"]
