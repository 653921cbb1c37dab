"""A letter on its way."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

TROUBLE_LENGTH = 300


class QueuedLetterQuerySet(models.QuerySet["QueuedLetter"]):
    """Letters by where they are on their way."""

    def waiting(self) -> "QueuedLetterQuerySet":
        """Those neither sent nor given up."""
        return self.filter(next_try_at__isnull=False)

    def due(self, *, at: datetime) -> "QueuedLetterQuerySet":
        """Those to be tried now."""
        return self.filter(next_try_at__lte=at)


class QueuedLetter(models.Model):
    """One letter, from the moment it was written until a month after it was sent or given up.

    Its words are kept only while it waits: they may hold a code. `template` says what kind of letter it
    was. One that `leaves_no_trace` is deleted instead. `away_at` is when the mail server was last found not to
    answer, or not to let us in.
    """

    to = models.EmailField(_("to"))
    template = models.CharField(_("letter"), max_length=100)
    subject = models.CharField(max_length=255)
    text = models.TextField()
    html = models.TextField()
    message_id = models.CharField(max_length=255, unique=True)
    made_at = models.DateTimeField(_("written"))
    good_until = models.DateTimeField(null=True)
    next_try_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    away_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(_("sent"), null=True)
    given_up_at = models.DateTimeField(_("given up"), null=True)
    leaves_no_trace = models.BooleanField(default=False)
    trouble = models.CharField(_("trouble"), max_length=TROUBLE_LENGTH, blank=True)

    objects = QueuedLetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        indexes = [
            models.Index(
                "next_try_at", name="letters_waiting", condition=Q(next_try_at__isnull=False)
            ),
            models.Index("made_at", name="letters_by_age"),
        ]
        constraints = [
            models.CheckConstraint(
                name="letter_waits_or_is_done",
                condition=Q(next_try_at__isnull=False, sent_at=None, given_up_at=None)
                | Q(next_try_at=None, sent_at__isnull=False, given_up_at=None)
                | Q(next_try_at=None, sent_at=None, given_up_at__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_forgets_its_words",
                condition=Q(next_try_at__isnull=False) | Q(subject="", text="", html=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.pk}"
