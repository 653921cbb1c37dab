"""The provider that pretends, as `funding.providers` knows it."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from urllib.parse import urljoin

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.currencies import EXPONENTS, units
from broadsheet.funding.facts import PaymentSnapshot, RefundSnapshot, RefundState
from broadsheet.funding.models import (
    Donation,
    Pledge,
    PledgeState,
    PretendedPayment,
    PretendedPledge,
)
from broadsheet.funding.options import FUNDING_TEST
from broadsheet.funding.providers.base import (
    Ability,
    Heard,
    NotAuthentic,
    PledgeSnapshot,
    Provider,
    ProviderRefused,
    Redirect,
    Snapshot,
)

from .books import PAGE_PATH, SIGNATURE, prepare, signature

FEE_PERMILLE = 29


class TestProvider(Provider):
    """Somebody who takes no money and says they did. Its fee is 2.9 % and 30 hundredths."""

    __test__ = False  # pytest takes every Test… for a case

    code = "test"
    way = "test"
    label = _("Pretend to pay (nothing is charged)")
    abilities = frozenset(Ability) - {Ability.OFFLINE, Ability.PORTAL}

    def is_ready(self) -> bool:
        """Only where an operator has switched it on."""
        return FUNDING_TEST.value

    @property
    def is_test(self) -> bool:
        """It always is."""
        return True

    def trouble(self) -> list[str]:
        """That it is on is worth saying."""
        if not FUNDING_TEST.value:
            return []
        return ["funding_test is on: donors are offered a way of paying that only pretends."]

    def currencies(self) -> frozenset[str]:
        """All of them."""
        return frozenset(EXPONENTS)

    def least(self, currency: str) -> int:
        """One unit."""
        return units(currency)

    def most(self, currency: str) -> int:
        """A million units."""
        return 1_000_000 * units(currency)

    def fee_of(self, amount: int, currency: str) -> int | None:
        """As most cards cost; rounded to the nearest minor unit."""
        return (amount * FEE_PERMILLE + 500) // 1000 + 30 * units(currency) // 100

    def begin(self, donation: Donation, *, return_to: str, cancel_to: str) -> Redirect:
        """Lead to our own page that pretends."""
        payment = prepare(donation, return_to=return_to, cancel_to=cancel_to, at=timezone.now())
        return Redirect(
            address=urljoin(return_to, f"{PAGE_PATH}{payment.name}/"),
            provider_object=payment.name,
            expires_at=payment.expires_at,
        )

    def refund(self, donation: Donation, *, amount: int, key: str) -> None:
        """Send back at once."""
        with transaction.atomic():
            payment = PretendedPayment.objects.select_for_update().get(_of_gift(donation))
            back = sum(part for _name, part, _at in payment.refunds)
            if key in (name for name, _part, _at in payment.refunds):
                return
            if payment.settled_at is None or not 0 < amount <= payment.amount - back:
                raise ProviderRefused("refund")
            now = timezone.now()
            payment.refunds.append((key, amount, now.isoformat()))
            payment.changed_at = now
            payment.save()

    def cancel(self, pledge: Pledge) -> None:
        """End it at once."""
        now = timezone.now()
        self._change(pledge, state=PledgeState.ENDED, next_on=None, ended_at=now)

    def pause(self, pledge: Pledge, *, until: date | None) -> None:
        """Pause it at once."""
        self._change(pledge, state=PledgeState.PAUSED, paused_until=until)

    def resume(self, pledge: Pledge) -> None:
        """Go on at once."""
        self._change(pledge, state=PledgeState.ACTIVE, paused_until=None)

    def change_amount(self, pledge: Pledge, *, amount: int) -> None:
        """Take so much from now on."""
        self._change(pledge, amount=amount)

    def authenticate(self, headers: Mapping[str, str], body: bytes) -> Heard:
        """Believe what is signed with our own key."""
        by_name = {name.lower(): value for name, value in headers.items()}
        signed = by_name.get(SIGNATURE.lower(), "")
        if not FUNDING_TEST.value or not constant_time_compare(signed, signature(body)):
            raise NotAuthentic
        said = json.loads(body)
        return Heard(event_id=said["id"], kind=said["kind"], subject=said["subject"], is_test=True)

    def snapshot(self, subject: str) -> Snapshot | None:
        """What the books say."""
        payment = PretendedPayment.objects.filter(name=subject).select_related("pledge").first()
        if payment:
            return _payment_snapshot(payment)
        pledge = PretendedPledge.objects.filter(name=subject).first()
        return _pledge_snapshot(pledge) if pledge else None

    def changed_since(self, moment: datetime) -> Iterable[str]:
        """What has changed in the books."""
        changed: list[PretendedPayment | PretendedPledge] = [
            *PretendedPayment.objects.filter(changed_at__gte=moment),
            *PretendedPledge.objects.filter(changed_at__gte=moment),
        ]
        return [row.name for row in sorted(changed, key=lambda row: row.changed_at)]

    def _change(self, pledge: Pledge, **fields: object) -> None:
        """Write `fields`, unless it has ended."""
        PretendedPledge.objects.filter(name=pledge.provider_object).exclude(
            state=PledgeState.ENDED
        ).update(changed_at=timezone.now(), **fields)


def _of_gift(donation: Donation) -> Q:
    """The first payment has the gift's reference; of a renewal the gift has the payment's name."""
    return Q(donation=donation.reference) | Q(name=donation.provider_object)


def _payment_snapshot(payment: PretendedPayment) -> PaymentSnapshot:
    fee = TestProvider().fee_of(payment.amount, payment.currency)
    is_declined = payment.settled_at is None and payment.failed_at is not None
    return PaymentSnapshot(
        provider=TestProvider.code,
        payment=payment.name,
        donation=payment.donation,
        pledge=payment.pledge.name if payment.pledge else "",
        currency=payment.currency,
        amount=payment.amount,
        settled_at=payment.settled_at,
        failed=is_declined,
        declined=is_declined,
        is_test=True,
        fee=fee if payment.settled_at else None,
        fee_id="",
        refunds=tuple(
            RefundSnapshot(
                id=name, amount=amount, state=RefundState.SUCCEEDED, at=datetime.fromisoformat(at)
            )
            for name, amount, at in payment.refunds
        ),
    )


def _pledge_snapshot(pledge: PretendedPledge) -> PledgeSnapshot:
    return PledgeSnapshot(
        provider=TestProvider.code,
        pledge=pledge.name,
        donation=pledge.donation,
        currency=pledge.currency,
        amount=pledge.amount,
        state=PledgeState(pledge.state),
        is_test=True,
        next_on=pledge.next_on,
        paused_until=pledge.paused_until,
        ended_at=pledge.ended_at,
    )
