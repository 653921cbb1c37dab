"""What can be asked about the newspaper's money."""

from .ask_list import AskLine, ask_list
from .ask_results import AskResults, WordingResult, ask_results
from .ask_shown import AskShown, ask_shown
from .give_page import AmountChoice, CurrencyChoice, GivePage, IntervalChoice, WayChoice, give_page
from .meter import Mark, Meter, meter, shown_meter
from .money_month import MoneyMonth, money_month
from .month_account import MonthAccount, month_account
from .sources_page import SourcesPage, sources_page
from .spending_page import SpendingLine, SpendingPage, spending_page
from .suggested_amounts import Suggestion, suggested_amounts
from .today_page import TodayPage, today_page
from .transfer_page import TransferPage, transfer_page

__all__ = [
    "AmountChoice",
    "AskLine",
    "AskResults",
    "AskShown",
    "CurrencyChoice",
    "GivePage",
    "IntervalChoice",
    "Mark",
    "Meter",
    "MoneyMonth",
    "MonthAccount",
    "SourcesPage",
    "SpendingLine",
    "SpendingPage",
    "Suggestion",
    "TodayPage",
    "TransferPage",
    "WayChoice",
    "WordingResult",
    "ask_list",
    "ask_results",
    "ask_shown",
    "give_page",
    "meter",
    "money_month",
    "month_account",
    "shown_meter",
    "sources_page",
    "spending_page",
    "suggested_amounts",
    "today_page",
    "transfer_page",
]
