"""How to send a promised gift: what its donor is told, on the page and in the letter."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from stdnum import iban as iban_numbers
from stdnum import iso11649

from broadsheet.funding.models import BankAccount, Donation
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.references import creditor_reference

from .epc_qr import CURRENCY, LARGEST_AMOUNT, QrCode, epc_qr
from .provider import shown_account


@dataclass(frozen=True, kw_only=True)
class TransferInstructions:
    """What stands on a transfer. Where there is no `iban`, the lines of `details` say where it goes.

    `creditor_reference` is `reference` as banks check it (ISO 11649), where they have a field for it.
    """

    amount: str
    holder: str
    iban: str
    bic: str
    bank: str
    details: Sequence[str]
    reference: str
    creditor_reference: str


def transfer_instructions(
    donation: Donation, *, language: str, at: datetime
) -> TransferInstructions | None:
    """How to send `donation`, to the account that is shown at `at`; None where there is none any more."""
    account = shown_account(donation.currency, at=at)
    if account is None:
        return None
    creditor = creditor_reference(donation.reference) if account.iban else ""
    return TransferInstructions(
        amount=money_text(Money(_gross(donation), donation.currency), language),
        holder=account.holder,
        iban=iban_numbers.format(account.iban) if account.iban else "",
        bic=account.bic,
        bank=account.bank,
        details=account.details.splitlines(),
        reference=donation.reference,
        creditor_reference=iso11649.format(creditor) if creditor else "",
    )


def transfer_code(donation: Donation, *, at: datetime) -> QrCode | None:
    """The QR code that fills in the transfer of `donation`; None where codes hold none such."""
    account = shown_account(donation.currency, at=at)
    if account is None or not _fits_a_code(account, donation):
        return None
    return epc_qr(
        holder=account.holder,
        iban=account.iban,
        bic=account.bic,
        amount=_gross(donation),
        text=donation.reference,
    )


def _fits_a_code(account: BankAccount, donation: Donation) -> bool:
    return (
        bool(account.iban)
        and donation.currency == CURRENCY
        and 0 < _gross(donation) <= LARGEST_AMOUNT
    )


def _gross(donation: Donation) -> int:
    return donation.amount + donation.cover
