"""What can be asked about the newspaper's money."""

from .act_list import ActList, act_list
from .ask_list import AskLine, ask_list
from .ask_results import AskResults, WordingResult, ask_results
from .ask_shown import AskShown, ask_shown
from .bank_accounts_page import BankAccountsPage, bank_accounts_page
from .bank_page import BankPage, EntryLine, EntryPage, bank_page, entry_page
from .campaigns_page import CampaignLine, CampaignsPage, RateLine, campaigns_page
from .correction_page import CorrectionPage, correction_page
from .digests_page import DigestLine, DigestsPage, all_digests, digests_page
from .donor_record import donor_record
from .exports import Table, exported_donors, exported_gifts, exported_ledger
from .gift_list import GiftList, gift_list
from .gift_page import GiftPage, gift_page
from .give_page import AmountChoice, CurrencyChoice, GivePage, IntervalChoice, WayChoice, give_page
from .import_page import ImportList, ImportPage, import_list, import_page
from .invitation_list import InvitationLine, InvitationList, invitation_list
from .ledger_words import account_in_words, kind_in_words
from .meter import Mark, Meter, meter
from .meter_shown import BarMark, MeterShown, meter_shown
from .money_month import MoneyMonth, money_month
from .month_account import CurrencyAccount, MonthAccount, month_account
from .receipt_paper import ReceiptPage, receipt_at_desk, receipt_page, receipt_paper
from .refund_queue import RefundQueue, refund_queue
from .sources_page import SourcesPage, sources_page
from .spending_page import SpendingLine, SpendingPage, spending_page
from .statement_gaps import StatementGap, statement_gaps
from .suggested_amounts import Suggestion, suggested_amounts
from .support_page import (
    GiftLine,
    PledgeLine,
    StatementLine,
    SupportPage,
    own_donors,
    own_pledge,
    pledge_behind,
    pledge_line,
    support_page,
)
from .supporter_wall import (
    SupporterLine,
    SupporterWall,
    WaitingWords,
    supporter_wall,
    words_shown,
    words_to_approve,
)
from .thanks_page import ThanksPage, thanks_page
from .today_page import TodayPage, today_page
from .transfer_page import TransferPage, transfer_page
from .transparency_page import (
    TransparencyIndex,
    TransparencyMonth,
    transparency_index,
    transparency_month,
)
from .ways_page import StuckEvent, WayEntry, WaysPage, ways_page

__all__ = [
    "ActList",
    "AmountChoice",
    "AskLine",
    "AskResults",
    "AskShown",
    "BankAccountsPage",
    "BankPage",
    "BarMark",
    "CampaignLine",
    "CampaignsPage",
    "CorrectionPage",
    "CurrencyAccount",
    "CurrencyChoice",
    "DigestLine",
    "DigestsPage",
    "EntryLine",
    "EntryPage",
    "GiftLine",
    "GiftList",
    "GiftPage",
    "GivePage",
    "ImportList",
    "ImportPage",
    "IntervalChoice",
    "InvitationLine",
    "InvitationList",
    "Mark",
    "Meter",
    "MeterShown",
    "MoneyMonth",
    "MonthAccount",
    "PledgeLine",
    "RateLine",
    "ReceiptPage",
    "RefundQueue",
    "SourcesPage",
    "SpendingLine",
    "SpendingPage",
    "StatementGap",
    "StatementLine",
    "StuckEvent",
    "Suggestion",
    "SupportPage",
    "SupporterLine",
    "SupporterWall",
    "Table",
    "ThanksPage",
    "TodayPage",
    "TransferPage",
    "TransparencyIndex",
    "TransparencyMonth",
    "WaitingWords",
    "WayChoice",
    "WayEntry",
    "WaysPage",
    "WordingResult",
    "account_in_words",
    "act_list",
    "all_digests",
    "ask_list",
    "ask_results",
    "ask_shown",
    "bank_accounts_page",
    "bank_page",
    "campaigns_page",
    "correction_page",
    "digests_page",
    "donor_record",
    "entry_page",
    "exported_donors",
    "exported_gifts",
    "exported_ledger",
    "gift_list",
    "gift_page",
    "give_page",
    "import_list",
    "import_page",
    "invitation_list",
    "kind_in_words",
    "meter",
    "meter_shown",
    "money_month",
    "month_account",
    "own_donors",
    "own_pledge",
    "pledge_behind",
    "pledge_line",
    "receipt_at_desk",
    "receipt_page",
    "receipt_paper",
    "refund_queue",
    "sources_page",
    "spending_page",
    "statement_gaps",
    "suggested_amounts",
    "support_page",
    "supporter_wall",
    "thanks_page",
    "today_page",
    "transfer_page",
    "transparency_index",
    "transparency_month",
    "ways_page",
    "words_shown",
    "words_to_approve",
]
