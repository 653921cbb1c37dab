from typing import ClassVar

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import Strength


class Right(models.TextChoices):
    """What the newsroom grants to people by the strength of their identity."""

    COMMENT = "COMMENT", _("Comment")
    VOTE_COUNTED = "VOTE_COUNTED", _("Votes count")
    POST_LINKS = "POST_LINKS", _("Post links")
    SKIP_QUEUE = "SKIP_QUEUE", _("Skip the queue")

    @property
    def meaning(self) -> str | Promise:
        """What somebody has it for, and what becomes of those who do not."""
        return _MEANINGS[self]


_MEANINGS = {
    Right.COMMENT: _("May write comments and replies. Without it, the form asks them to sign in."),
    Right.VOTE_COUNTED: _(
        "Their votes are counted at once. Without it, they see their own votes, which are kept, and counted "
        "once they are somebody whose votes count."
    ),
    Right.POST_LINKS: _(
        "Comments with links are shown at once. Without it, those comments wait for approval."
    ),
    Right.SKIP_QUEUE: _(
        "Comments are shown at once. Without it, every comment waits for approval."
    ),
}


class Grant(models.Model):
    """That people of this strength have this right. Without a row they do not.

    Nobody imported acts before they have come back as somebody, so nothing is granted to them.
    """

    strength = models.CharField(max_length=10, choices=Strength)
    right = models.CharField(max_length=20, choices=Right)

    objects: ClassVar[models.Manager["Grant"]] = models.Manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["strength", "right"], name="a_right_is_granted_once_to_a_strength"
            ),
            models.CheckConstraint(
                condition=~models.Q(strength="IMPORTED"), name="nobody_imported_has_rights"
            ),
        )

    def __str__(self) -> str:
        return f"{self.strength}: {self.right}"
