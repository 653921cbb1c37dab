"""A sign-in link to the desk that works once."""

import hashlib

from django.db import models

from .user import User


class DeskLink(models.Model):
    """One printed link: only the digest of its secret is kept, so that reading the table opens no door."""

    digest = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"link for {self.user_id}"

    @staticmethod
    def digest_of(secret: str) -> str:
        """The SHA-256 of `secret`, in hexadecimal; enough for 256 random bits, which nobody guesses."""
        return hashlib.sha256(secret.encode()).hexdigest()
