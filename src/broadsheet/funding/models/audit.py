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


class Act(models.TextChoices):
    """All that is done with the money and kept, and how it is told of: by the words beside each."""

    CAMPAIGN_OPENED = "campaign-opened", _("Opened a campaign")
    CAMPAIGN_CHANGED = "campaign-changed", _("Changed a campaign")
    CAMPAIGN_CLOSED = "campaign-closed", _("Closed a campaign")
    CAMPAIGN_REOPENED = "campaign-reopened", _("Opened a campaign again")
    RATE_SET = "rate-set", _("Set an exchange rate")
    AMOUNTS_SUGGESTED = "amounts-suggested", _("Changed the suggested amounts")
    ASK_WRITTEN = "ask-written", _("Wrote an ask")
    ASK_SWITCHED = "ask-switched", _("Switched an ask")
    WORDING_SWITCHED = "wording-switched", _("Switched a wording of an ask")
    BANK_ACCOUNT_ENTERED = "bank-account-entered", _("Entered a bank account")
    BANK_ACCOUNT_WITHDRAWN = "bank-account-withdrawn", _("Withdrew a bank account")
    BANK_ACCOUNT_STOPPED = "bank-account-stopped", _("Stopped a new bank account")
    GIFT_RECORDED = "gift-recorded", _("Recorded a gift")
    WORDS_APPROVED = "words-approved", _("Approved what a donor says in public")
    WORDS_DECLINED = "words-declined", _("Declined what a donor says in public")
    REFUND_ASKED = "refund-asked", _("Asked for a refund")
    REFUND_AGREED = "refund-agreed", _("Agreed to a refund")
    REFUND_DECLINED = "refund-declined", _("Declined a refund")
    REFUND_SENT = "refund-sent", _("Sent a refund")
    TRANSFER_REVERSED = "transfer-reversed", _("Put a line of the ledger right")
    PLEDGE_PAUSED = "pledge-paused", _("Paused a recurring gift")
    PLEDGE_RESUMED = "pledge-resumed", _("Let a recurring gift go on")
    PLEDGE_AMOUNT_CHANGED = "pledge-amount-changed", _("Changed a recurring gift")
    PLEDGE_ENDED = "pledge-ended", _("Ended a recurring gift")
    RECEIPTS_WORDED = "receipts-worded", _("Changed what receipts say")
    RECEIPT_SENT_AGAIN = "receipt-sent-again", _("Sent a receipt again")
    ENTRY_MATCHED = "entry-matched", _("Said which gift the bank’s entry is")
    ENTRY_SET_ASIDE = "entry-set-aside", _("Set an entry of the bank aside")
    ENTRY_PUT_BACK = "entry-put-back", _("Had an entry of the bank wait again")
    MATCH_UNDONE = "match-undone", _("Took back which gift the bank’s entry is")
    EVENT_SET_ASIDE = "event-set-aside", _("Set a provider’s message aside")
    WAY_RESUMED = "way-resumed", _("Opened a paused way of paying again")
    SPENDING_RECORDED = "spending-recorded", _("Recorded what was spent")
    SPENDING_WITHDRAWN = "spending-withdrawn", _("Took back what was recorded as spent")
    IMPORT_BEGUN = "import-begun", _("Had a file taken over")
    IMPORT_FINISHED = "import-finished", _("Took a file over")
    GIFTS_EXPORTED = "gifts-exported", _("Exported the gifts")
    LEDGER_EXPORTED = "ledger-exported", _("Exported the ledger")
    DONORS_EXPORTED = "donors-exported", _("Exported the donors")


class FundingAudit(models.Model):
    """One act at the desk: who did what to what, why, when. Only ever added to: the database refuses the rest.

    `action` is an `Act`, or one that earlier versions knew. `subject_kind` is the name of a table of
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
