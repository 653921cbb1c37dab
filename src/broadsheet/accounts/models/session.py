"""Who is signed in where."""

import hashlib

from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils.translation import gettext_lazy as _

from .user import User


class Session(AbstractBaseSession):
    """What a browser's session cookie stands for; signed in or on the way there.

    Only the digest of the key is kept, so that reading the table opens no door. `session_data` is Django's,
    signed; the other columns repeat what is in it, so that a person can be shown their sessions and the
    database can end them. There is no copy in any process: a row that is gone is gone for all.
    """

    session_key = models.CharField(primary_key=True, max_length=64)
    person = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="sessions")
    for_desk = models.BooleanField(default=False)
    signed_in_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField()
    device = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self) -> str:
        return f"{self.person_id} on {self.device}"

    @staticmethod
    def digest_of(key: str) -> str:
        """The SHA-256 of a session's key, in hexadecimal; the key holds more than 160 random bits."""
        return hashlib.sha256(key.encode()).hexdigest()
