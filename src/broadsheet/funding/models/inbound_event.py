"""What providers of payments tell us, kept before it is acted upon."""

from django.db import models
from django.db.models import Q


class EventState(models.TextChoices):
    """Whether what an event says has been acted upon."""

    NEW = "NEW"
    DONE = "DONE"
    FAILED = "FAILED"
    PARKED = "PARKED"


class InboundEvent(models.Model):
    """One message of a provider, verbatim, its signature proven; heard again, only `deliveries` rises.

    `subject` is the provider's object that changed: what it is now is asked, not read from `body`. A `FAILED`
    one is tried again at `next_try_at`; a `PARKED` one is about a gift we do not know (yet).
    """

    provider = models.CharField(max_length=20)
    event_id = models.CharField(max_length=255)
    kind = models.CharField(max_length=100)
    subject = models.CharField(max_length=255, blank=True)
    body = models.TextField()
    is_test = models.BooleanField(default=False)
    received_at = models.DateTimeField()
    deliveries = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=6, choices=EventState, default=EventState.NEW)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True)
    trouble = models.CharField(max_length=300, blank=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "event_id"], name="an_event_of_a_provider_is_kept_once"
            ),
        ]
        indexes = [
            models.Index("next_try_at", name="events_to_try", condition=~Q(state="DONE")),
            models.Index("provider", "received_at", name="events_of_a_provider"),
        ]

    def __str__(self) -> str:
        return f"{self.provider} {self.event_id}"
