"""What can be done with the newspaper's money."""

from .act_on_event import act_on_due_events, act_on_event
from .approve_words import WordsGone, approve_words, decline_words
from .ask_provider import ask_about_gift, ask_about_pledge, ask_provider
from .begin_donation import AmountRefused, CampaignClosed, WayRefused, begin_donation
from .begin_periods import begin_periods
from .change_donor import change_donor
from .check_ledger import Check, LedgerTrouble, check_ledger
from .check_providers import ProviderTrouble, check_providers
from .close_campaign import close_campaign, reopen_campaign
from .correct_ledger import ReasonNeeded, SaidByBank, correct_ledger
from .count_asks_seen import count_asks_seen
from .enter_bank_account import (
    AccountRefused,
    AccountShown,
    BicRefused,
    IbanRefused,
    enter_bank_account,
    stop_bank_account,
    tell_of_shown_accounts,
    withdraw_bank_account,
)
from .entry_states import EntrySettled
from .expire_gifts import expire_gifts
from .follow_standing_order import end_missed_orders
from .forget_donor import end_forgotten_pledge, forget_donor
from .import_gifts import import_gifts
from .import_statement import (
    ColumnsUnknown,
    OtherAccount,
    OtherCurrency,
    StatementEmpty,
    import_statement,
)
from .issue_receipt import issue_receipt
from .issue_yearly_statement import issue_yearly_statement, send_yearly_statements
from .match_entries import match_entries
from .match_entry import (
    KnownOtherwise,
    MatchUndone,
    Share,
    SharesRefused,
    WrongGift,
    match_entry,
    record_entry,
    tie_entry,
    undo_match,
)
from .note_attempt import forget_attempts, note_beginning, note_outcome
from .note_export import note_export
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
from .reconcile_providers import reconcile_provider, reconcile_providers
from .record_gift import EntryWaits, GiftOfNothing, NotByHand, receive_promised, record_gift
from .record_spending import SpendingGone, SpendingOfNothing, record_spending, withdraw_spending
from .refund_gift import (
    OnlyWholly,
    RefundDecided,
    TooMuchToRefund,
    agree_to_refund,
    ask_refund,
    decline_refund,
    is_sent_by_provider,
    note_refund_sent,
    send_refund,
)
from .resume_way import NotPaused, resume_way
from .reverse_transfer import AlreadyReversed, ReversalStands, reverse_transfer
from .seal_days import seal_days
from .see_to_event import EventDone, set_event_aside, try_event_again
from .send_receipt_again import NoAddress, NoReceipt, SentLately, send_receipt_again
from .set_entry_aside import put_entry_back, set_entry_aside
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
from .suggest_amounts import SuggestionRefused, suggest_amounts
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
from .watch_ledger import watch_ledger
from .word_receipts import word_receipts
from .write_about_pledge import remind_of_renewals, tell_payment_failed
from .write_ask import Wording, WordingsRefused, write_ask
from .write_audit import write_audit

__all__ = [
    "AccountRefused",
    "AccountShown",
    "AlreadyReversed",
    "AmountRefused",
    "BicRefused",
    "CampaignAddressTaken",
    "CampaignClosed",
    "CampaignTerms",
    "CampaignUnclear",
    "Check",
    "ColumnsUnknown",
    "CurrencyInUse",
    "DeadlineUnclear",
    "EntrySettled",
    "EntryWaits",
    "EventDone",
    "GiftOfNothing",
    "GiftOver",
    "GiftUnknown",
    "IbanRefused",
    "ImportBegun",
    "ImportIncomplete",
    "ImportTooLarge",
    "KnownOtherwise",
    "LastWording",
    "LedgerTrouble",
    "MatchUndone",
    "MessageTooLarge",
    "NoAddress",
    "NoReceipt",
    "NotByHand",
    "NotPaused",
    "OnlyWholly",
    "OtherAccount",
    "OtherCurrency",
    "PaidOtherwise",
    "PledgeAmountRefused",
    "PledgeCannot",
    "PledgeOver",
    "PortalLinkOver",
    "PostedElsewhere",
    "PromiseOver",
    "ProofSpent",
    "ProviderTrouble",
    "RateUnclear",
    "ReasonNeeded",
    "RefundDecided",
    "ReversalStands",
    "SaidByBank",
    "SentLately",
    "Share",
    "SharesRefused",
    "SpendingGone",
    "SpendingOfNothing",
    "StatementEmpty",
    "SuggestionRefused",
    "TooMuchToRefund",
    "WayRefused",
    "Wording",
    "WordingsRefused",
    "WordsGone",
    "WrongGift",
    "act_on_due_events",
    "act_on_event",
    "agree_to_refund",
    "approve_words",
    "ask_about_gift",
    "ask_about_pledge",
    "ask_provider",
    "ask_refund",
    "begin_donation",
    "begin_import",
    "begin_periods",
    "change_campaign",
    "change_donor",
    "change_pledge_amount",
    "check_ledger",
    "check_providers",
    "close_campaign",
    "correct_ledger",
    "count_asks_seen",
    "decline_refund",
    "decline_words",
    "describe_import",
    "discard_import",
    "end_forgotten_pledge",
    "end_missed_orders",
    "end_pledge",
    "enter_bank_account",
    "expire_gifts",
    "expire_promises",
    "finish_import",
    "forget_attempts",
    "forget_donor",
    "forget_imports",
    "forget_portal_links",
    "forget_spent_proofs",
    "hide_support",
    "import_gifts",
    "import_statement",
    "is_sent_by_provider",
    "issue_receipt",
    "issue_yearly_statement",
    "match_entries",
    "match_entry",
    "note_beginning",
    "note_export",
    "note_outcome",
    "note_refund_sent",
    "open_campaign",
    "pause_pledge",
    "post_entry",
    "post_facts",
    "post_payment",
    "post_payout",
    "promise_gift",
    "put_entry_back",
    "receive_event",
    "receive_promised",
    "reconcile_provider",
    "reconcile_providers",
    "record_entry",
    "record_gift",
    "record_spending",
    "refresh_badge",
    "refresh_badges",
    "remind_of_promises",
    "remind_of_renewals",
    "reopen_campaign",
    "resume_pledge",
    "resume_way",
    "reverse_transfer",
    "seal_days",
    "send_portal_link",
    "send_receipt_again",
    "send_refund",
    "send_yearly_statements",
    "set_entry_aside",
    "set_event_aside",
    "set_exchange_rate",
    "show_support",
    "spend_proof",
    "start_payment",
    "stop_bank_account",
    "suggest_amounts",
    "switch_ask",
    "switch_wording",
    "tell_of_shown_accounts",
    "tell_payment_failed",
    "tie_entry",
    "try_event_again",
    "undo_match",
    "update_pledge",
    "upload_import",
    "use_portal_link",
    "watch_ledger",
    "withdraw_bank_account",
    "withdraw_promise",
    "withdraw_spending",
    "word_receipts",
    "write_ask",
    "write_audit",
]
