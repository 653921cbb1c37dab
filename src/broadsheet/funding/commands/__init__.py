"""What can be done with the newspaper's money."""

from .begin_donation import AmountRefused, CampaignClosed, WayRefused, begin_donation
from .post_entry import post_entry
from .post_facts import post_facts
from .posting import PostedElsewhere
from .reverse_transfer import AlreadyReversed, ReversalStands, reverse_transfer
from .write_audit import write_audit

__all__ = [
    "AmountRefused",
    "CampaignClosed",
    "WayRefused",
    "begin_donation",
    "write_audit",
]
