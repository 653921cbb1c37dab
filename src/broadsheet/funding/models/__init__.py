"""The tables of funding."""

from .campaign import Campaign, CampaignKind, CampaignPeriod, Metric, Milestone
from .donation import Donation, DonationState
from .donor import Donor
from .inbound_event import EventState, InboundEvent
from .ledger import DayDigest, DayTotal, LedgerAccount, Transfer
from .pledge import Interval, Pledge, PledgeState

__all__ = [
    "Campaign",
    "CampaignKind",
    "CampaignPeriod",
    "DayDigest",
    "DayTotal",
    "Donation",
    "DonationState",
    "Donor",
    "EventState",
    "InboundEvent",
    "Interval",
    "LedgerAccount",
    "Metric",
    "Milestone",
    "Pledge",
    "PledgeState",
    "Transfer",
]
