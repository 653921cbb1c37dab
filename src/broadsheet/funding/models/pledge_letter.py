"""Letters about recurring gifts that are sent once."""

from django.db import models

from .pledge import Pledge


class PledgeLetterKind(models.TextChoices):
    """What a letter about a recurring gift says."""

    RENEWAL = "RENEWAL"
    """It will be taken again soon."""
    FAILED = "FAILED"
    """It could not be taken."""
    ENDED = "ENDED"
    """It has ended."""


class PledgeLetter(models.Model):
    """That a donor was written to about `about` (a day, a payment), so that they are not written to again."""

    pledge = models.ForeignKey(Pledge, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=7, choices=PledgeLetterKind)
    about = models.CharField(max_length=255)
    sent_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["pledge", "kind", "about"], name="a_letter_about_a_pledge_is_sent_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pledge_id} {self.about}"
