"""What is done with the money at the desk, and the rights to do it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop as named

REASON_LENGTH = 500


class DeskRight(models.TextChoices):
    """What the newsroom may allow its groups to do with the money.

    The labels are in English: Django keeps them in the database, and they are translated where they are shown.
    """

    VIEW_DONORS = "view_donors", named("See who gives")
    RECORD_OFFLINE = "record_offline", named("Record gifts that came by hand")
    RECONCILE = "reconcile", named("Import bank statements and match them")
    REFUND = "refund", named("Give gifts back")
    APPROVE_REFUND = "approve_refund", named("Agree to a refund that somebody else asked for")
    CORRECT_LEDGER = "correct_ledger", named("Correct the ledger")
    RECORD_SPENDING = "record_spending", named("Record what the money is spent on")
    MODERATE_WALL = "moderate_wall", named("Approve what donors say in public")
    EXPORT = "export", named("Export gifts, donors and the ledger")
    CONFIGURE = "configure", named("Change campaigns, asks and ways to pay")

    @property
    def permission(self) -> str:
        """Its name as Django's permission."""
        return f"broadsheet_funding.{self.value}"


class FundingAudit(models.Model):
    """One act at the desk: who did what to what, why, when. Only ever added to: the database refuses the rest.

    `action` is a noun and a past participle (`campaign-opened`). `subject_kind` is the name of a table of
    funding and `subject_id` the key in it, or empty. `before` and `after` hold what was changed, as plain
    values by the names of the fields, and no donor's name or address: what is said here stays for good.
    """

    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    action = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=40, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    at = models.DateTimeField()

    class Meta:
        # Under this name the desk lists the rights to the money among those of a group.
        verbose_name = _("money")
        default_permissions = ()
        permissions = [(right.value, right.label) for right in DeskRight]
        indexes = [
            models.Index("subject_kind", "subject_id", "at", name="acts_upon_something"),
            models.Index("at", name="acts_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.subject_kind} {self.subject_id}"
