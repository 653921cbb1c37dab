"""Who gave elsewhere: the files other systems write, read into records of ours.

Pure: a reader knows its file and nothing of our tables. Each column may be called anything, since the newsroom
says which one is which; what a file is usually like is only where that begins. A row that cannot be taken as it
stands is left out with a reason, never guessed at.
"""

from .cells import DayOrder, DecimalMark, Reading
from .fields import Field
from .fitting import fitted, forgotten_key, key_of, object_of, reading_of, surveyed
from .reasons import Reason
from .records import Fitted, HistoricGift, Invited, LeftOut, Record, RunningPledge
from .report import ImportReport, Sums
from .sources import SOURCES, Source, source
from .table import Table, Unreadable, open_table

__all__ = [
    "SOURCES",
    "DayOrder",
    "DecimalMark",
    "Field",
    "Fitted",
    "HistoricGift",
    "ImportReport",
    "Invited",
    "LeftOut",
    "Reading",
    "Reason",
    "Record",
    "RunningPledge",
    "Source",
    "Sums",
    "Table",
    "Unreadable",
    "fitted",
    "forgotten_key",
    "key_of",
    "object_of",
    "open_table",
    "reading_of",
    "source",
    "surveyed",
]
