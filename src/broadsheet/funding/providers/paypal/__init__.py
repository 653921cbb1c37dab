"""PayPal: by full redirect to its own page, with the Orders API (developer.paypal.com/docs/api/orders/v2).

An order is made for each gift, approved by its donor at PayPal, and captured by us: only then does money move.
Gifts are once only. PayPal could take them again and again (billing/subscriptions, v1), but says of such payments
only that they were refunded in part, and nowhere how much: neither the list of a subscription's payments nor the
payment itself names its refunds, so that what is asked for in the night could not make good what no message told,
and the ledger would have to believe messages. Nor does a subscription say which of its payments was the first.
"""

from .provider import PayPalProvider

__all__ = ["PayPalProvider"]
