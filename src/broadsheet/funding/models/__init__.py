"""The tables of funding."""

from .ask import Ask, AskHour, AskPlace, AskVariant
from .audit import Act, DeskRight, FundingAudit
from .badge_wish import BadgeWish
from .bank_account import BankAccount
from .bank_statement import (
    BankEntry,
    BankStatement,
    EntryDoubt,
    EntryState,
    StatementLayout,
)
from .by_hand import ByHand
from .campaign import Campaign, CampaignKind, CampaignPeriod, Metric, Milestone
from .donation import Donation, DonationState
from .donor import Donor
from .entry_match import AT_BANK, EntryMatch, money_without_entry, near
from .exchange_rate import ExchangeRate
from .import_file import IMPORTED, ImportFile
from .inbound_event import EventState, InboundEvent
from .invitation import Invitation
from .ledger import DayDigest, DayTotal, LedgerAccount, Transfer
from .ledger_finding import LedgerFinding
from .payment_attempt import Outcome, PaymentAttempt, ProviderPause
from .pledge import Interval, Pledge, PledgeState
from .pledge_letter import PledgeLetter, PledgeLetterKind
from .portal_link import PortalLink
from .pretended import PretendedPayment, PretendedPledge
from .receipt import Receipt, ReceiptCounter, ReceiptKind, ReceiptWording, Series
from .reconciliation import Reconciliation
from .refund_request import RefundRequest, RefundState
from .spending import Spending
from .spent_proof import SpentProof
from .suggested_amounts import MOST_SUGGESTED, SuggestedAmounts

__all__ = [
    "AT_BANK",
    "IMPORTED",
    "MOST_SUGGESTED",
    "Act",
    "Ask",
    "AskHour",
    "AskPlace",
    "AskVariant",
    "BadgeWish",
    "BankAccount",
    "BankEntry",
    "BankStatement",
    "ByHand",
    "Campaign",
    "CampaignKind",
    "CampaignPeriod",
    "DayDigest",
    "DayTotal",
    "DeskRight",
    "Donation",
    "DonationState",
    "Donor",
    "EntryDoubt",
    "EntryMatch",
    "EntryState",
    "EventState",
    "ExchangeRate",
    "FundingAudit",
    "ImportFile",
    "InboundEvent",
    "Interval",
    "Invitation",
    "LedgerAccount",
    "LedgerFinding",
    "Metric",
    "Milestone",
    "Outcome",
    "PaymentAttempt",
    "Pledge",
    "PledgeLetter",
    "PledgeLetterKind",
    "PledgeState",
    "PortalLink",
    "PretendedPayment",
    "PretendedPledge",
    "ProviderPause",
    "Receipt",
    "ReceiptCounter",
    "ReceiptKind",
    "ReceiptWording",
    "Reconciliation",
    "RefundRequest",
    "RefundState",
    "Series",
    "Spending",
    "SpentProof",
    "StatementLayout",
    "SuggestedAmounts",
    "Transfer",
    "money_without_entry",
    "near",
]
