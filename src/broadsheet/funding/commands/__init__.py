"""What can be done with the newspaper's money."""

from .act_on_event import act_on_due_events, act_on_event
from .ask_provider import ask_about_gift, ask_about_pledge, ask_provider
from .begin_donation import AmountRefused, CampaignClosed, WayRefused, begin_donation
from .post_entry import post_entry
from .post_facts import post_facts
from .post_payment import GiftUnknown, PaidOtherwise, post_payment
from .post_payout import post_payout
from .posting import PostedElsewhere
from .receive_event import MessageTooLarge, receive_event
from .record_spending import SpendingGone, SpendingOfNothing, record_spending, withdraw_spending
from .reverse_transfer import AlreadyReversed, ReversalStands, reverse_transfer
from .update_pledge import update_pledge
from .write_audit import write_audit

__all__ = [
    "AlreadyReversed",
    "AmountRefused",
    "CampaignClosed",
    "GiftUnknown",
    "MessageTooLarge",
    "PaidOtherwise",
    "PostedElsewhere",
    "ReversalStands",
    "SpendingGone",
    "SpendingOfNothing",
    "WayRefused",
    "act_on_due_events",
    "act_on_event",
    "ask_about_gift",
    "ask_about_pledge",
    "ask_provider",
    "begin_donation",
    "post_entry",
    "post_facts",
    "post_payment",
    "post_payout",
    "receive_event",
    "record_spending",
    "reverse_transfer",
    "update_pledge",
    "withdraw_spending",
    "write_audit",
]
