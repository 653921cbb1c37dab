"""Which wording is shown when, and what may be concluded from what came of it. Pure: knows no table.

Doors: `turn`, `code_of` and `read_code`, `share_between`, `difference_between`, `mean_between`.
"""

from .intervals import Between, difference_between, mean_between, share_between
from .turns import ONE_IN, TURN, Place, code_of, read_code, turn

__all__ = [
    "ONE_IN",
    "TURN",
    "Between",
    "Place",
    "code_of",
    "difference_between",
    "mean_between",
    "read_code",
    "share_between",
    "turn",
]
