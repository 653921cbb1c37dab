"""What the bank says came in."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

ACCOUNT_LENGTH = 34
TEXT_LENGTH = 500


class StatementLayout(models.Model):
    """Which column of a bank's CSV files holds what: kept, so that the next with the same `header` is read.

    `columns` is what `statements.Columns` is made of.
    """

    account = models.CharField(max_length=ACCOUNT_LENGTH)
    header = models.TextField()
    columns = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["account", "header"], name="a_header_of_an_account_means_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return self.header[:60]


class BankStatement(models.Model):
    """One file of a bank that was imported: its entries that came in are kept, the file itself is not.

    `repeated` of its entries were there before, `passed_over` went out and say no reference of ours: of those
    nothing is kept but their number. `difference` is by how many minor units its balances say something else
    than its entries. `opening` is what was on the account before its first entry, `closing` after its last, in
    minor units, and `opened_on` and `closed_on` are the days of that; None where the file has no balances.
    """

    account = models.CharField(_("account"), max_length=ACCOUNT_LENGTH)
    currency = models.CharField(_("currency"), max_length=3)
    format = models.CharField(_("format"), max_length=10)
    file_name = models.CharField(_("file"), max_length=120)
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("to"))
    entries_new = models.PositiveIntegerField(_("new"))
    repeated = models.PositiveIntegerField(_("already there"))
    passed_over = models.PositiveIntegerField(_("went out"))
    difference = models.BigIntegerField(null=True)
    opening = models.BigIntegerField(null=True)
    opened_on = models.DateField(null=True)
    closing = models.BigIntegerField(null=True)
    closed_on = models.DateField(null=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    imported_at = models.DateTimeField(_("imported"))

    class Meta:
        default_permissions = ()
        indexes = [models.Index("imported_at", name="statements_by_time")]

    def __str__(self) -> str:
        return self.file_name


class EntryState(models.TextChoices):
    """Whether it is known what an entry is."""

    WAITING = "WAITING", _("Waits")
    MATCHED = "MATCHED", _("Matched")
    SET_ASIDE = "SET_ASIDE", _("Not a gift")


class EntryDoubt(models.TextChoices):
    """Why an entry was not matched by itself; none as long as it has not been looked at."""

    NONE = "", _("Not looked at yet")
    NO_REFERENCE = "NO_REFERENCE", _("It says no reference")
    MISSPELT = "MISSPELT", _("Its reference is misspelt")
    UNKNOWN = "UNKNOWN", _("Nobody has its reference")
    SEVERAL = "SEVERAL", _("It says several references")
    AMOUNT = "AMOUNT", _("Another amount was promised")
    AGAIN = "AGAIN", _("This gift has been received already")
    CURRENCY = "CURRENCY", _("The gift was promised in another currency")
    TWICE = "TWICE", _("Perhaps the same as one from another file")
    RETURNED = "RETURNED", _("The bank gave it back")
    OUTGOING = "OUTGOING", _("It went out, and says the reference of a gift")
    UNDONE = "UNDONE", _("A match of it was undone")


class BankEntry(models.Model):
    """One line of a statement: `amount` minor units came in, or went out if it is negative.

    `fingerprint` is a hash of all that tells it from any other: importing it again is no news. What is not yet
    matched of it stands on liability:unmatched in the ledger. `shares` counts the matches there have been, so
    that each has a key of its own.
    """

    statement = models.ForeignKey(BankStatement, on_delete=models.PROTECT, related_name="entries")
    fingerprint = models.CharField(max_length=64, unique=True)
    account = models.CharField(max_length=ACCOUNT_LENGTH)
    booked_on = models.DateField(_("booked"))
    amount = models.BigIntegerField(_("amount"))
    currency = models.CharField(_("currency"), max_length=3)
    counterparty = models.CharField(_("from"), max_length=140, blank=True)
    text = models.CharField(_("purpose"), max_length=TEXT_LENGTH, blank=True)
    is_return = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=EntryState, default=EntryState.WAITING)
    doubt = models.CharField(max_length=12, choices=EntryDoubt, default=EntryDoubt.NONE, blank=True)
    shares = models.PositiveSmallIntegerField(default=0)
    read_at = models.DateTimeField()
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.CheckConstraint(condition=~Q(amount=0), name="an_entry_moves_something"),
        ]
        indexes = [
            models.Index("account", "booked_on", "amount", name="entries_of_an_account"),
            models.Index("booked_on", name="entries_waiting", condition=Q(state="WAITING")),
        ]

    def __str__(self) -> str:
        return f"{self.booked_on} {self.amount} {self.currency}"
