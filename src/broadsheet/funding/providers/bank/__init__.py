"""Bank transfer: what works out of the box, and needs nobody but the newsroom's bank.

A gift is promised; its donor is told where to send it and under which reference, and the bank's statements say
what came (`commands.import_statement`). Nothing is asked over the network, so it tells nothing by itself.
"""

from .epc_qr import QrCode, epc_qr
from .instructions import TransferInstructions, transfer_code, transfer_instructions
from .provider import BANK, EXPIRES_AFTER, BankProvider, shown_account

__all__ = [
    "BANK",
    "EXPIRES_AFTER",
    "BankProvider",
    "QrCode",
    "TransferInstructions",
    "epc_qr",
    "shown_account",
    "transfer_code",
    "transfer_instructions",
]
