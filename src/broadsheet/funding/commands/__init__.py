"""What can be done with the newspaper's money."""

from .act_on_event import act_on_due_events, act_on_event
from .ask_provider import ask_about_gift, ask_about_pledge, ask_provider
from .begin_donation import AmountRefused, CampaignClosed, WayRefused, begin_donation
from .count_asks_seen import count_asks_seen
from .import_gifts import import_gifts
from .note_attempt import forget_attempts, note_beginning, note_outcome
from .post_entry import post_entry
from .post_facts import post_facts
from .post_payment import GiftUnknown, PaidOtherwise, post_payment
from .post_payout import post_payout
from .posting import PostedElsewhere
from .receive_event import MessageTooLarge, receive_event
from .record_spending import SpendingGone, SpendingOfNothing, record_spending, withdraw_spending
from .reverse_transfer import AlreadyReversed, ReversalStands, reverse_transfer
from .spend_proof import ProofSpent, forget_spent_proofs, spend_proof
from .start_payment import GiftOver, start_payment
from .switch_ask import LastWording, switch_ask, switch_wording
from .update_pledge import update_pledge
from .upload_import import (
    ImportBegun,
    ImportIncomplete,
    ImportTooLarge,
    begin_import,
    describe_import,
    discard_import,
    finish_import,
    forget_imports,
    upload_import,
)
from .write_ask import Wording, WordingsRefused, write_ask
from .write_audit import write_audit

__all__ = [
    "AlreadyReversed",
    "AmountRefused",
    "CampaignClosed",
    "GiftOver",
    "GiftUnknown",
    "ImportBegun",
    "ImportIncomplete",
    "ImportTooLarge",
    "LastWording",
    "MessageTooLarge",
    "PaidOtherwise",
    "PostedElsewhere",
    "ProofSpent",
    "ReversalStands",
    "SpendingGone",
    "SpendingOfNothing",
    "WayRefused",
    "Wording",
    "WordingsRefused",
    "act_on_due_events",
    "act_on_event",
    "ask_about_gift",
    "ask_about_pledge",
    "ask_provider",
    "begin_donation",
    "begin_import",
    "count_asks_seen",
    "describe_import",
    "discard_import",
    "finish_import",
    "forget_attempts",
    "forget_imports",
    "forget_spent_proofs",
    "import_gifts",
    "note_beginning",
    "note_outcome",
    "post_entry",
    "post_facts",
    "post_payment",
    "post_payout",
    "receive_event",
    "record_spending",
    "reverse_transfer",
    "spend_proof",
    "start_payment",
    "switch_ask",
    "switch_wording",
    "update_pledge",
    "upload_import",
    "withdraw_spending",
    "write_ask",
    "write_audit",
]
