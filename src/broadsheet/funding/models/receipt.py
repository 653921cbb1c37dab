"""What a donor is given to show that they gave."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .donation import Donation
from .donor import Donor

DIGITS = 5
"""Of a receipt's number, at least."""


class ReceiptKind(models.TextChoices):
    """What a receipt says."""

    GIFT = "GIFT", _("Receipt for a gift")
    CORRECTION = "CORRECTION", _("Corrected receipt")
    YEAR = "YEAR", _("Yearly statement")


class Series(models.TextChoices):
    """Receipts are numbered within a series and a year, without a gap. The letter begins the number."""

    GIFTS = "R", _("Gifts")
    YEARS = "Y", _("Years")
    TEST = "T", _("Test money")


class Receipt(models.Model):
    """One numbered paper that says what somebody gave, as it was said: it is never changed but to forget a name.

    `amount` is what was given, fee cover included, and `returned` how much of it has gone back, in minor units
    of `currency`, as the ledger had it at `issued_at`. A `CORRECTION` takes the place of an earlier receipt of
    the same gift, a yearly statement that of an earlier one of the same year: `replaces`. `issuer` and `note`
    are the newsroom's words of that day, `name` and `postal_address` the donor's.
    """

    kind = models.CharField(_("kind"), max_length=10, choices=ReceiptKind)
    series = models.CharField(max_length=1, choices=Series)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(_("number"))
    donor = models.ForeignKey(Donor, null=True, on_delete=models.SET_NULL, related_name="receipts")
    donation = models.ForeignKey(
        Donation, null=True, on_delete=models.PROTECT, related_name="receipts"
    )
    covers_year = models.PositiveSmallIntegerField(null=True)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    amount = models.PositiveBigIntegerField(_("amount"))
    returned = models.PositiveBigIntegerField(default=0)
    currency = models.CharField(max_length=3)
    issued_at = models.DateTimeField(_("issued"))
    language = models.CharField(max_length=15, blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    postal_address = models.TextField(max_length=500, blank=True)
    issuer = models.TextField(max_length=500, blank=True)
    note = models.TextField(max_length=1000, blank=True)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["series", "year", "number"], name="a_receipt_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=["donation"],
                condition=Q(kind="GIFT"),
                name="a_gift_has_one_first_receipt",
            ),
            models.CheckConstraint(condition=Q(number__gt=0), name="receipts_are_counted_from_one"),
            models.CheckConstraint(
                condition=Q(kind="YEAR", donation=None, covers_year__isnull=False)
                | (~Q(kind="YEAR") & Q(donation__isnull=False, covers_year=None)),
                name="a_receipt_is_for_a_gift_or_a_year",
            ),
            models.CheckConstraint(
                condition=Q(returned__lte=models.F("amount")),
                name="no_more_goes_back_than_was_given",
            ),
        ]
        indexes = [
            models.Index("donor", "issued_at", name="receipts_of_a_donor"),
            models.Index("donor", "covers_year", name="yearly_statements"),
        ]

    def __str__(self) -> str:
        return self.written_number

    @property
    def written_number(self) -> str:
        """The number as it stands on the paper, such as R2026-00017."""
        return f"{self.series}{self.year}-{self.number:0{DIGITS}}"

    @property
    def kept(self) -> int:
        """What the newsroom has kept of it, in minor units."""
        return self.amount - self.returned


class ReceiptCounter(models.Model):
    """The last number given in a series and a year. Who takes the next one holds this row until they commit."""

    series = models.CharField(max_length=1, choices=Series)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="a_series_is_counted_once"),
        ]

    def __str__(self) -> str:
        return f"{self.series}{self.year}"


class ReceiptWording(models.Model):
    """What the newsroom has its receipts say of itself, from now on. There is one row, or none yet.

    `issuer` is who gives the receipt, with its address, one line below the other; `note` what the law of the
    place wants said, such as whether gifts can be set against tax. `sends_yearly` has every donor written to
    in January.
    """

    issuer = models.TextField(
        _("issued by"),
        max_length=500,
        blank=True,
        help_text=_("Name, address and registration of the newsroom, each on its own line."),
    )
    note = models.TextField(
        _("note"),
        max_length=1000,
        blank=True,
        help_text=_("What the law wants a receipt to say, such as that it cannot be deducted."),
    )
    sends_yearly = models.BooleanField(
        _("send yearly statements"),
        default=True,
        help_text=_("In January every donor gets a letter about the year before."),
    )
    only = models.BooleanField(default=True, unique=True, editable=False)

    class Meta:
        default_permissions = ()
        verbose_name = _("wording of receipts")
        constraints = [
            models.CheckConstraint(condition=Q(only=True), name="receipts_are_worded_once"),
        ]

    def __str__(self) -> str:
        return self.issuer.partition("\n")[0]
