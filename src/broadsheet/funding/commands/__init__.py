"""What can be done with the newspaper's money."""

from .act_on_event import act_on_due_events, act_on_event
from .ask_provider import ask_about_gift, ask_about_pledge, ask_provider
from .begin_donation import AmountRefused, CampaignClosed, WayRefused, begin_donation
from .begin_periods import begin_periods
from .close_campaign import close_campaign, reopen_campaign
from .correct_ledger import ReasonNeeded, correct_ledger
from .count_asks_seen import count_asks_seen
from .import_gifts import import_gifts
from .issue_receipt import issue_receipt
from .issue_yearly_statement import issue_yearly_statement, send_yearly_statements
from .note_attempt import forget_attempts, note_beginning, note_outcome
from .open_campaign import (
    CampaignAddressTaken,
    CampaignTerms,
    CampaignUnclear,
    CurrencyInUse,
    DeadlineUnclear,
    change_campaign,
    open_campaign,
)
from .open_portal import PortalLinkOver, forget_portal_links, send_portal_link, use_portal_link
from .post_entry import post_entry
from .post_facts import post_facts
from .post_payment import GiftUnknown, PaidOtherwise, post_payment
from .post_payout import post_payout
from .posting import PostedElsewhere
from .promise_gift import (
    PromiseOver,
    expire_promises,
    promise_gift,
    remind_of_promises,
    withdraw_promise,
)
from .receive_event import MessageTooLarge, receive_event
from .record_gift import GiftOfNothing, NotByHand, receive_promised, record_gift
from .record_spending import SpendingGone, SpendingOfNothing, record_spending, withdraw_spending
from .refund_gift import (
    OnlyWholly,
    RefundDecided,
    TooMuchToRefund,
    agree_to_refund,
    ask_refund,
    decline_refund,
    note_refund_sent,
    send_refund,
)
from .reverse_transfer import AlreadyReversed, ReversalStands, reverse_transfer
from .set_exchange_rate import RateUnclear, set_exchange_rate
from .show_support import hide_support, refresh_badge, refresh_badges, show_support
from .spend_proof import ProofSpent, forget_spent_proofs, spend_proof
from .start_payment import GiftOver, start_payment
from .steer_pledge import (
    PledgeAmountRefused,
    PledgeCannot,
    PledgeOver,
    change_pledge_amount,
    end_pledge,
    pause_pledge,
    resume_pledge,
)
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
from .write_about_pledge import remind_of_renewals, tell_payment_failed
from .write_ask import Wording, WordingsRefused, write_ask
from .write_audit import write_audit

__all__ = [
    "AlreadyReversed",
    "AmountRefused",
    "CampaignAddressTaken",
    "CampaignClosed",
    "CampaignTerms",
    "CampaignUnclear",
    "CurrencyInUse",
    "DeadlineUnclear",
    "GiftOfNothing",
    "GiftOver",
    "GiftUnknown",
    "ImportBegun",
    "ImportIncomplete",
    "ImportTooLarge",
    "LastWording",
    "MessageTooLarge",
    "NotByHand",
    "OnlyWholly",
    "PaidOtherwise",
    "PledgeAmountRefused",
    "PledgeCannot",
    "PledgeOver",
    "PortalLinkOver",
    "PostedElsewhere",
    "PromiseOver",
    "ProofSpent",
    "RateUnclear",
    "ReasonNeeded",
    "RefundDecided",
    "ReversalStands",
    "SpendingGone",
    "SpendingOfNothing",
    "TooMuchToRefund",
    "WayRefused",
    "Wording",
    "WordingsRefused",
    "act_on_due_events",
    "act_on_event",
    "agree_to_refund",
    "ask_about_gift",
    "ask_about_pledge",
    "ask_provider",
    "ask_refund",
    "begin_donation",
    "begin_import",
    "begin_periods",
    "change_campaign",
    "change_pledge_amount",
    "close_campaign",
    "correct_ledger",
    "count_asks_seen",
    "decline_refund",
    "describe_import",
    "discard_import",
    "end_pledge",
    "expire_promises",
    "finish_import",
    "forget_attempts",
    "forget_imports",
    "forget_portal_links",
    "forget_spent_proofs",
    "hide_support",
    "import_gifts",
    "issue_receipt",
    "issue_yearly_statement",
    "note_beginning",
    "note_outcome",
    "note_refund_sent",
    "open_campaign",
    "pause_pledge",
    "post_entry",
    "post_facts",
    "post_payment",
    "post_payout",
    "promise_gift",
    "receive_event",
    "receive_promised",
    "record_gift",
    "record_spending",
    "refresh_badge",
    "refresh_badges",
    "remind_of_promises",
    "remind_of_renewals",
    "reopen_campaign",
    "resume_pledge",
    "reverse_transfer",
    "send_portal_link",
    "send_refund",
    "send_yearly_statements",
    "set_exchange_rate",
    "show_support",
    "spend_proof",
    "start_payment",
    "switch_ask",
    "switch_wording",
    "tell_payment_failed",
    "update_pledge",
    "upload_import",
    "use_portal_link",
    "withdraw_promise",
    "withdraw_spending",
    "write_ask",
    "write_audit",
]
