"""Where supporters are asked to send money, at the desk."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from stdnum import iban as iban_numbers

from broadsheet.accounts.models import User
from broadsheet.funding.models import BankAccount
from broadsheet.funding.policy import Permission, policy

HISTORY = 20


@dataclass(frozen=True, kw_only=True)
class AccountLine:
    """One account as it was entered; a withdrawal has no `number`."""

    id: int
    currency: str
    holder: str
    number: str
    bic: str
    bank: str
    is_withdrawal: bool
    entered_by: str
    entered_at: datetime
    shown_from: datetime
    stopped_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class BankAccountsPage:
    """What `funding/desk/bank_accounts.html` is given: what is shown now, what will be, and what was entered."""

    shown: tuple[AccountLine, ...]
    coming: tuple[AccountLine, ...]
    entered: tuple[AccountLine, ...]


def bank_accounts_page(*, viewer: User, at: datetime) -> BankAccountsPage:
    """Answer the accounts at `at`. Three queries. Raises `NotAllowed`."""
    policy.require(Permission.CONFIGURE, viewer)
    accounts = BankAccount.objects.select_related("entered_by").order_by(
        "currency", "-entered_at", "-pk"
    )
    shown = accounts.filter(pk__in=BankAccount.objects.shown(at))
    coming = accounts.filter(shown_from__gt=at, stopped_at=None)
    entered = accounts.filter(~Q(pk__in=[each.pk for each in coming])).order_by(
        "-entered_at", "-pk"
    )
    return BankAccountsPage(
        shown=tuple(map(_line, shown)),
        coming=tuple(map(_line, coming)),
        entered=tuple(map(_line, entered[:HISTORY])),
    )


def _line(account: BankAccount) -> AccountLine:
    return AccountLine(
        id=account.pk,
        currency=account.currency,
        holder=account.holder,
        number=iban_numbers.format(account.iban) if account.iban else account.details,
        bic=account.bic,
        bank=account.bank,
        is_withdrawal=account.is_withdrawal,
        entered_by=account.entered_by.name if account.entered_by else "",
        entered_at=account.entered_at,
        shown_from=account.shown_from,
        stopped_at=account.stopped_at,
    )
