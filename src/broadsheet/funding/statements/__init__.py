"""What a bank says happened on an account: its files, read.

Pure: bytes in, entries out; nothing is kept, nobody is asked, and no gift is known. Read are camt.053 (ISO
20022), MT940 (SWIFT) and CSV, of which somebody has said once which column holds what. A file that does not
add up, or of which a line cannot be read, is refused whole: money is not guessed.
"""

from .camt053 import read_camt053
from .columns import Columns, Table, guess_columns, read_rows, read_table
from .entry import Balance, Statement, StatementEntry, fingerprints, is_account
from .gaps import Gap, Period, gaps
from .mt940_file import read_mt940
from .reading import Format, format_of
from .refusals import NotReadable

__all__ = [
    "Balance",
    "Columns",
    "Format",
    "Gap",
    "NotReadable",
    "Period",
    "Statement",
    "StatementEntry",
    "Table",
    "fingerprints",
    "format_of",
    "gaps",
    "guess_columns",
    "is_account",
    "read_camt053",
    "read_mt940",
    "read_rows",
    "read_table",
]
