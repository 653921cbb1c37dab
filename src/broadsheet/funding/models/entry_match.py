"""Which gifts a bank's entries were found to be, and which money the ledger held already."""

from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from .bank_statement import BankEntry
from .donation import Donation
from .ledger import Transfer
from .refund_request import RefundRequest

AT_BANK = "asset:bank"
NEAR = timedelta(days=14)
"""How far the day that somebody wrote down may be from the bank's: holidays, and days misremembered."""


class EntryMatch(models.Model):
    """`amount` minor units of an entry are this gift's; or, without one, a payout's.

    `transfer` is what was written in the ledger because of it. Where the ledger `known` it already, since
    somebody had written it down or a provider told of it, that is the transfer which says so, and `transfer` takes
    back what the import of the entry wrote. `request` is the refund that was sent by it. Undone, it stays, and
    `undone_at` says when.
    """

    entry = models.ForeignKey(BankEntry, on_delete=models.PROTECT, related_name="matches")
    donation = models.ForeignKey(
        Donation, null=True, on_delete=models.PROTECT, related_name="bank_matches"
    )
    amount = models.BigIntegerField()
    transfer = models.OneToOneField(
        Transfer, null=True, on_delete=models.PROTECT, related_name="bank_match"
    )
    known = models.ForeignKey(Transfer, null=True, on_delete=models.PROTECT, related_name="ties")
    request = models.ForeignKey(
        RefundRequest, null=True, on_delete=models.PROTECT, related_name="bank_matches"
    )
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~Q(amount=0), name="a_match_is_of_something"),
            models.CheckConstraint(
                condition=Q(undone_at=None) | Q(undone_at__gte=F("made_at")),
                name="a_match_is_undone_after_it_was_made",
            ),
            models.CheckConstraint(
                condition=~Q(transfer=None) | ~Q(known=None), name="a_match_is_in_the_ledger"
            ),
            models.CheckConstraint(
                condition=~Q(donation=None) | ~Q(known=None), name="a_match_is_of_a_gift_or_known"
            ),
            models.UniqueConstraint(
                fields=["known"], condition=Q(undone_at=None), name="what_is_known_is_one_entry"
            ),
            models.UniqueConstraint(
                fields=["request"],
                condition=Q(undone_at=None),
                name="a_refund_is_sent_by_one_entry",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.donation_id} {self.amount}"


def money_without_entry() -> QuerySet[Transfer]:
    """What the ledger says came to the bank or left it, of which no entry of the bank is known yet.

    That is gifts and refunds that somebody wrote down, and payouts that a provider told of and that did not fail.
    """
    ties = EntryMatch.objects.filter(known=OuterRef("pk"), undone_at=None)
    failures = Transfer.objects.filter(key=Concat(OuterRef("key"), Value("_failed")))
    came = Q(debit__code=AT_BANK, kind__in=("gift", "payout"))
    went = Q(credit__code=AT_BANK, kind="refund")
    return Transfer.objects.filter(
        came | went,
        ~Exists(ties),
        ~Exists(failures),
        bank_match=None,
        reverses=None,
        reversed_by=None,
    )


def near(day: date) -> tuple[datetime, datetime]:
    """Answer from when to when something happened that the bank may have booked on `day`."""
    return _noon(day - NEAR), _noon(day + NEAR)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=timezone.get_default_timezone())
