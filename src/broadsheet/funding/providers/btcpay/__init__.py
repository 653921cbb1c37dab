"""BTCPay Server: bitcoin and Lightning, by a server of the newspaper's own or somebody else's.

By its Greenfield API (docs.btcpayserver.org/API/Greenfield/v1): an invoice for each gift, in the gift's currency,
as which it is booked; what it was worth in bitcoin is BTCPay's affair.
"""

from .provider import BTCPayProvider

__all__ = ["BTCPayProvider"]
