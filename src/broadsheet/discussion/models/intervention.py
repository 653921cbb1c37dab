from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User

from .comment import REASON_LENGTH, Comment
from .discussion import Discussion


class InterventionKind(models.TextChoices):
    """What staff can do in a discussion."""

    PIN = "PIN", _("pinned")
    UNPIN = "UNPIN", _("unpinned")
    FEATURE = "FEATURE", _("featured")
    UNFEATURE = "UNFEATURE", _("no longer featured")
    CLOSE_THREAD = "CLOSE_THREAD", _("thread closed")
    OPEN_THREAD = "OPEN_THREAD", _("thread opened")
    CLOSE = "CLOSE", _("discussion closed")
    OPEN = "OPEN", _("discussion opened")
    REMOVE = "REMOVE", _("removed")
    RESTORE = "RESTORE", _("restored")
    RELEASE = "RELEASE", _("approved")


class Intervention(models.Model):
    """One act of staff: who, what, why, when. Only ever added to."""

    discussion = models.ForeignKey(
        Discussion, on_delete=models.CASCADE, related_name="interventions"
    )
    comment = models.ForeignKey(
        Comment, null=True, on_delete=models.CASCADE, related_name="interventions"
    )
    actor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=InterventionKind)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.kind} by {self.actor_id}"
