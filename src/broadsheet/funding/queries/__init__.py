"""What can be asked about the newspaper's money."""

from .ask_list import AskLine, ask_list
from .ask_results import AskResults, WordingResult, ask_results
from .ask_shown import AskShown, ask_shown
from .spending_page import SpendingLine, SpendingPage, spending_page

__all__ = [
    "AskLine",
    "AskResults",
    "AskShown",
    "SpendingLine",
    "SpendingPage",
    "WordingResult",
    "ask_list",
    "ask_results",
    "ask_shown",
    "spending_page",
]
