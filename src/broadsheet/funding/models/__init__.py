"""The tables of funding."""

from .audit import DeskRight, FundingAudit
from .campaign import Campaign, CampaignKind, CampaignPeriod, Metric, Milestone
from .donation import Donation, DonationState
from .donor import Donor
from .exchange_rate import ExchangeRate
from .import_file import ImportFile
from .inbound_event import EventState, InboundEvent
from .invitation import Invitation
from .ledger import DayDigest, DayTotal, LedgerAccount, Transfer
from .pledge import Interval, Pledge, PledgeState
from .refund_request import RefundRequest, RefundState
from .spending import Spending

__all__ = [
    "Campaign",
    "CampaignKind",
    "CampaignPeriod",
    "DayDigest",
    "DayTotal",
    "DeskRight",
    "Donation",
    "DonationState",
    "Donor",
    "EventState",
    "ExchangeRate",
    "FundingAudit",
    "ImportFile",
    "InboundEvent",
    "Interval",
    "Invitation",
    "LedgerAccount",
    "Metric",
    "Milestone",
    "Pledge",
    "PledgeState",
    "RefundRequest",
    "RefundState",
    "Spending",
    "Transfer",
]
