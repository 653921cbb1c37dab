"""PayPal: by full redirect to its own page, with the Orders API (developer.paypal.com/docs/api/orders/v2).

An order is made for each gift, approved by its donor at PayPal, and captured by us: only then does money move.
"""

from .provider import PayPalProvider

__all__ = ["PayPalProvider"]
