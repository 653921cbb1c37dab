"""How transfers are written: for the commands that post, and for nobody else."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.core.statements import Statement
from broadsheet.funding.events import MeterChanged
from broadsheet.funding.facts import TEST
from broadsheet.funding.ledger import RETURNING, Balances, balances, counted
from broadsheet.funding.models import (
    DayTotal,
    Donation,
    DonationState,
    LedgerAccount,
    Transfer,
)
from broadsheet.funding.periods import day_of
from broadsheet.funding.rates import rate_of
from broadsheet.funding.settling import returned, settled

from .lines import Line


class PostedElsewhere(Refused):
    code = "posted-elsewhere"
    status = 409
    message = _("That money already belongs to another gift.")


@dataclass(frozen=True, kw_only=True)
class _Counting:
    """On which day the transfers of a gift count, at which rate, and what it came to before each of them."""

    donation: Donation
    held: Balances
    began_at: datetime | None
    day: date | None
    rate: Decimal | None

    def after(self, line: Line) -> "_Counting":
        held = self.held.after(debit=line.debit, credit=line.credit, amount=line.amount)
        return replace(self, held=held)

    @property
    def counted(self) -> int:
        return 0 if self.donation.is_test else counted(self.held, rate=self.rate)


def locked(donation: Donation) -> Donation:
    """Answer `donation` as it is, locked until the transaction ends."""
    chosen = Donation.objects.select_for_update(of=("self",)).select_related("campaign")
    return chosen.get(pk=donation.pk)


def append_to_gift(
    donation: Donation, lines: Iterable[Line], *, at: datetime
) -> tuple[Transfer, ...]:
    """Write those of `lines` that are not there, and all that follows; `donation` is `locked`.

    Raises `CurrencyWithoutRate`, `PostedElsewhere`, and `ValueError` where test money meets money.
    """
    kept = list(donation.transfers.select_related("debit", "credit"))
    known = {transfer.key for transfer in kept}
    new = list({line.key: line for line in lines if line.key not in known}.values())
    if not new:
        return ()
    _refuse_others(donation, new)
    before = _counting(donation, kept, new)
    accounts = _accounts(new, donation.currency)
    drafts, after = _drafts(before, new, accounts, at=at)
    transfers = tuple(Transfer.objects.bulk_create(drafts))
    _add_to_day(before, after)
    _move(before, after, at=at)
    back = [transfer for transfer in transfers if transfer.kind in RETURNING]
    if back:
        returned(donation, back, at)
    if not donation.is_test:
        publish(MeterChanged(campaign_id=donation.campaign_id))
    return transfers


def append_first_money(
    gifts: Sequence[tuple[Donation, Line]], *, currency: str, at: datetime
) -> list[Transfer]:
    """Write of each of `gifts` what it is received by, in a few statements for all of them together.

    As `append_to_gift`, for gifts in `currency`, locked, that are no test and of which the ledger knows nothing.
    """
    accounts = _accounts([line for _gift, line in gifts], currency)
    transfers: list[Transfer] = []
    days: defaultdict[tuple[int, date], list[int]] = defaultdict(list)
    received: defaultdict[tuple[datetime, date], list[int]] = defaultdict(list)
    for gift, line in gifts:
        before = _counting(gift, [], [line])
        if before.began_at is None or before.day is None:
            raise ValueError(f"{line.key} is no money of {gift}.")
        drafts, after = _drafts(before, [line], accounts, at=at)
        transfers += drafts
        days[gift.campaign_id, before.day].append(after.counted)
        received[before.began_at, before.day].append(gift.pk)
    Transfer.objects.bulk_create(transfers)
    for (campaign_id, day), sums in sorted(days.items()):
        gifts_more = sum(each > 0 for each in sums)
        _ADD.first(campaign=campaign_id, day=day, counted=sum(sums), gifts=gifts_more)
    state = DonationState.SETTLED
    for (moment, day), keys in received.items():
        same = Donation.objects.filter(pk__in=keys)
        same.update(state=state, settled_at=moment, counts_on=day)
    for gift in Donation.objects.filter(pk__in=[gift.pk for gift, _line in gifts]):
        settled(gift, at)
    for campaign_id in {campaign_id for campaign_id, _day in days}:
        publish(MeterChanged(campaign_id=campaign_id))
    return transfers


def _refuse_others(donation: Donation, new: Sequence[Line]) -> None:
    for line in new:
        for code in (line.debit, line.credit):
            if code.startswith(TEST) != donation.is_test:
                raise ValueError(f"{code} is no account of {donation}: test money stays apart.")
    if Transfer.objects.filter(key__in=[line.key for line in new]).exists():
        raise PostedElsewhere


def _counting(donation: Donation, kept: Sequence[Transfer], new: Sequence[Line]) -> _Counting:
    """What the gift came to before `new`; a gift counts on the day of its first money, ever after."""
    held = balances((each.debit.code, each.credit.code, each.amount) for each in kept)
    day = donation.counts_on
    began_at = _beginning(held, new)
    if day is None and began_at is not None:
        day = day_of(began_at, timezone.get_default_timezone())
    return _Counting(
        donation=donation,
        held=held,
        began_at=began_at,
        day=day,
        rate=_rate(donation, kept, began_at),
    )


def _beginning(held: Balances, new: Sequence[Line]) -> datetime | None:
    """When something of the gift was there, by `new`, where nothing of it need have been before."""
    for line in new:
        held = held.after(debit=line.debit, credit=line.credit, amount=line.amount)
        if held.given > 0:
            return line.happened_at
    return None


def _rate(
    donation: Donation, kept: Sequence[Transfer], began_at: datetime | None
) -> Decimal | None:
    """The rate at which the gift has been taken, or is: what goes back of it goes at the same."""
    frozen = next((each.rate for each in kept if each.rate is not None), None)
    campaign = donation.campaign
    if frozen or donation.is_test or donation.currency == campaign.currency or not began_at:
        return frozen
    return rate_of(donation.currency, campaign.currency, at=began_at)


def _drafts(
    counting: _Counting,
    new: Sequence[Line],
    accounts: dict[str, LedgerAccount],
    *,
    at: datetime,
) -> tuple[list[Transfer], _Counting]:
    donation = counting.donation
    made = []
    for line in new:
        before, counting = counting.counted, counting.after(line)
        transfer = _drafted(line, accounts, donation.currency, at=at)
        transfer.donation = donation
        transfer.rate = counting.rate
        if not donation.is_test:
            transfer.campaign = donation.campaign
            transfer.counts_on = counting.day
            transfer.counted = counting.counted - before
        made.append(transfer)
    return made, counting


def append_entries(lines: Sequence[Line], *, currency: str, at: datetime) -> None:
    """Write those of `lines` that are not there, which are of no gift."""
    accounts = _accounts(lines, currency)
    drafts = [_drafted(line, accounts, currency, at=at) for line in lines]
    Transfer.objects.bulk_create(drafts, ignore_conflicts=True, batch_size=1000)


def append_entry(line: Line, *, currency: str, at: datetime) -> Transfer:
    """Write `line`, which is of no gift, unless it is there; answer it."""
    append_entries([line], currency=currency, at=at)
    return Transfer.objects.get(key=line.key)


def _accounts(lines: Iterable[Line], currency: str) -> dict[str, LedgerAccount]:
    """Answer the accounts that `lines` name, by their codes; those that are not there are opened."""
    codes = sorted({code for line in lines for code in (line.debit, line.credit)})
    accounts = LedgerAccount.objects.filter(currency=currency, code__in=codes)
    found = {account.code: account for account in accounts}
    if len(found) < len(codes):
        missing = [LedgerAccount(code=code, currency=currency) for code in codes]
        LedgerAccount.objects.bulk_create(missing, ignore_conflicts=True)
        found = {account.code: account for account in accounts.all()}
    return found


def _drafted(
    line: Line, accounts: dict[str, LedgerAccount], currency: str, *, at: datetime
) -> Transfer:
    """Answer the transfer that `line` describes, not yet written."""
    return Transfer(
        key=line.key,
        kind=line.kind,
        debit=accounts[line.debit],
        credit=accounts[line.credit],
        amount=line.amount,
        currency=currency,
        happened_at=line.happened_at,
        posted_at=at,
        event=line.event,
        actor=line.actor,
        reason=line.reason,
        reverses=line.reverses,
    )


_ADD = Statement(
    """
    INSERT INTO {Total} AS kept (campaign_id, day, counted, gifts)
    VALUES (%(campaign)s, %(day)s, %(counted)s, %(gifts)s)
    ON CONFLICT (campaign_id, day) DO UPDATE
    SET counted = kept.counted + excluded.counted, gifts = kept.gifts + excluded.gifts
    RETURNING kept.id
    """,
    total=DayTotal,
)


def _add_to_day(before: _Counting, after: _Counting) -> None:
    """A day counts as gifts those of which something is left."""
    more = after.counted - before.counted
    gifts = (after.counted > 0) - (before.counted > 0)
    if more or gifts:
        campaign_id = before.donation.campaign_id
        _ADD.first(campaign=campaign_id, day=before.day, counted=more, gifts=gifts)


def _move(before: _Counting, after: _Counting, *, at: datetime) -> None:
    """Say of the gift that it is received, or that it is not after all, because that was reversed."""
    donation = before.donation
    is_settled = donation.state == DonationState.SETTLED
    if after.held.given > 0 and not is_settled:
        donation.state = DonationState.SETTLED
        donation.settled_at = before.began_at
        donation.counts_on = before.day
    elif after.held.given <= 0 and is_settled:
        donation.state = DonationState.PROMISED
        donation.settled_at = donation.counts_on = None
    else:
        return
    donation.save(update_fields=["state", "settled_at", "counts_on"])
    if donation.state == DonationState.SETTLED:
        settled(donation, at)
