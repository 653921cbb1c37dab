"""A letter in which a guest is asked whether an address is theirs."""

from datetime import datetime, timedelta

from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

from .user import User

LINK_LIFETIME = timedelta(hours=24)
CODE_LIFETIME = timedelta(minutes=15)
CODE_DIGITS = 8
CODE_TRIES = 5


class Claim(models.Model):
    """One such letter, with a link that works in every browser, and a code for the one that asked.

    Of both only digests are kept, made with the site's key: eight digits could be found from a plain one. The
    code's is good with this link's alone.
    `tries` counts wrong codes. A claim is spent by its use, by its refusal, and by the next one for the guest.
    """

    guest = models.ForeignKey(User, on_delete=models.CASCADE, related_name="claims")
    email = models.EmailField()
    link_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    spent_at = models.DateTimeField(null=True)

    class Meta:
        indexes = (
            models.Index(
                fields=["guest"], condition=models.Q(spent_at=None), name="claim_open_of_guest"
            ),
        )

    def __str__(self) -> str:
        return f"claim of {self.guest_id}"

    @staticmethod
    def digest_of(secret: str) -> str:
        """The keyed digest (HMAC with SHA-256) of a link's or a code's `secret`, in hexadecimal."""
        return salted_hmac("broadsheet.accounts.claim", secret, algorithm="sha256").hexdigest()

    def takes_its_link(self, *, at: datetime) -> bool:
        """Whether its link still works."""
        return self.spent_at is None and at < self.asked_at + LINK_LIFETIME

    def takes_a_code(self, *, at: datetime) -> bool:
        """Whether its code may still be tried."""
        is_early = at < self.asked_at + CODE_LIFETIME
        return self.spent_at is None and is_early and self.tries < CODE_TRIES

    def is_its_code(self, code: str) -> bool:
        """Whether `code` is the one that was sent, in whatever groups; takes as long for every answer."""
        digits = "".join(character for character in code if character.isalnum())
        return constant_time_compare(self.digest_of(self.link_digest + digits), self.code_digest)
