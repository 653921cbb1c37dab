"""A way of paying that pretends: a whole provider, whose pay page stands on our own site.

Only where the option `funding_test` is on. Its books are rows of ours, and what it tells takes the same way as
any other provider's messages. Nothing it says ever counts: its money has accounts of its own.
"""

from .books import PAGE_PATH, Message, agree, decline, pretended, renew, told
from .provider import TestProvider

__all__ = [
    "PAGE_PATH",
    "Message",
    "TestProvider",
    "agree",
    "decline",
    "pretended",
    "renew",
    "told",
]
