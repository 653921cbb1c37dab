"""Where supporters are asked to send money.

Who has taken over a desk would change just that: so a change is written to every administrator at once, and is
shown to supporters a day later, if nobody has stopped it.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from stdnum import bic as bic_numbers
from stdnum import iban as iban_numbers
from stdnum.exceptions import ValidationError

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.core.text import normalise, normalise_name
from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import BankAccount, Campaign
from broadsheet.funding.policy import Permission, policy

from .tell_administrators import tell_administrators
from .write_audit import write_audit

SHOWN_AFTER: Final = timedelta(hours=24)
HOLDER_LENGTH: Final = 70
DETAILS_LENGTH: Final = 400


class AccountRefused(Refused):
    code = "account-refused"
    status = 422
    message = _("An account needs a holder, and an IBAN or lines that say how to pay.")


class IbanRefused(Refused):
    code = "iban-refused"
    status = 422
    message = _("This is not an IBAN: please compare it with what your bank says.")


class BicRefused(Refused):
    code = "bic-refused"
    status = 422
    message = _("This is not a BIC: it has 8 or 11 letters and digits. It may be left empty.")


class AccountShown(Refused):
    code = "account-shown"
    status = 409
    message = _("It is shown already. Enter the right account instead.")


@transaction.atomic
def enter_bank_account(
    *,
    currency: str,
    holder: str,
    iban: str = "",
    bic: str = "",
    bank: str = "",
    details: str = "",
    actor: User,
    at: datetime,
) -> BankAccount:
    """Show supporters who give in `currency` this account: at once if it is the first of all, else in a day.

    Where there is no `iban`, `details` says how to pay. Every administrator is written to. Raises
    `AccountRefused`, `IbanRefused` and `BicRefused`.
    """
    policy.require(Permission.CONFIGURE, actor)
    account = BankAccount(
        currency=currency,
        holder=normalise_name(holder),
        iban=_iban(iban),
        bic=_bic(bic),
        bank=normalise_name(bank)[:HOLDER_LENGTH],
        details="" if iban.strip() else normalise(details).strip(),
        entered_by=actor,
        entered_at=at,
        shown_from=at + SHOWN_AFTER if BankAccount.objects.exists() else at,
    )
    is_whole = account.holder and (account.iban or account.details)
    is_short = len(account.holder) <= HOLDER_LENGTH and len(account.details) <= DETAILS_LENGTH
    if currency not in EXPONENTS or not is_whole or not is_short:
        raise AccountRefused
    return _kept(account, action="bank-account-entered", actor=actor, at=at)


@transaction.atomic
def withdraw_bank_account(*, currency: str, actor: User, at: datetime) -> BankAccount:
    """Show supporters no account in `currency` any more, at once. Every administrator is written to."""
    policy.require(Permission.CONFIGURE, actor)
    withdrawal = BankAccount(
        currency=currency, is_withdrawal=True, entered_by=actor, entered_at=at, shown_from=at
    )
    coming = BankAccount.objects.filter(currency=currency, shown_from__gt=at, stopped_at=None)
    coming.update(stopped_at=at)
    return _kept(withdrawal, action="bank-account-withdrawn", actor=actor, at=at)


@transaction.atomic
def stop_bank_account(*, account: BankAccount, actor: User, at: datetime) -> None:
    """Do not show `account`, which was to be shown soon. Raises `AccountShown`."""
    policy.require(Permission.CONFIGURE, actor)
    coming = BankAccount.objects.filter(pk=account.pk, shown_from__gt=at, stopped_at=None)
    if not coming.update(stopped_at=at):
        raise AccountShown
    write_audit(actor=actor, action="bank-account-stopped", subject=account, at=at)
    _tell(account, template="bank_account_stopped", actor=actor)


def tell_of_shown_accounts(*, since: datetime, at: datetime) -> int:
    """Have pages made anew on which an account has appeared since `since`; answer how many accounts have."""
    appeared = BankAccount.objects.filter(shown_from__gt=since, shown_from__lte=at, stopped_at=None)
    count = appeared.count()
    if count:
        with transaction.atomic():
            _have_pages_made_anew()
    return count


def _kept(account: BankAccount, *, action: str, actor: User, at: datetime) -> BankAccount:
    before = BankAccount.objects.shown(at).filter(currency=account.currency).first()
    account.save(force_insert=True)
    write_audit(
        actor=actor,
        action=action,
        subject=account,
        before={"number": before.number if before else ""},
        after={"number": account.number, "shown_from": account.shown_from.isoformat()},
        at=at,
    )
    _tell(account, template="bank_account_changed", actor=actor, before=before)
    _have_pages_made_anew()
    return account


def _have_pages_made_anew() -> None:
    for campaign_id in Campaign.objects.filter(closed_at=None).values_list("pk", flat=True):
        publish(CampaignChanged(campaign_id=campaign_id))


def _tell(
    account: BankAccount, *, template: str, actor: User, before: BankAccount | None = None
) -> None:
    context = {
        "account": account,
        "number": _shown_number(account),
        "before": _shown_number(before) if before else "",
        "who": actor.name,
        "path": reverse("funding_desk_bank_accounts"),
    }
    tell_administrators(template, context)


def _shown_number(account: BankAccount) -> str:
    return iban_numbers.format(account.iban) if account.iban else account.details


def _iban(written: str) -> str:
    if not written.strip():
        return ""
    try:
        return str(iban_numbers.validate(written))
    except ValidationError:
        raise IbanRefused from None


def _bic(written: str) -> str:
    if not written.strip():
        return ""
    try:
        return str(bic_numbers.validate(written))
    except ValidationError:
        raise BicRefused from None
