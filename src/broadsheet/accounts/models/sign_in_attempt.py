"""One try to sign in by a letter."""

from datetime import timedelta

from django.db import models
from django.utils.crypto import constant_time_compare, salted_hmac

ATTEMPT_LIFETIME = timedelta(minutes=10)
MOST_TRIES = 5

_PUNCTUATION = str.maketrans("", "", " -\t\u00a0\u2013\u2014")


class SignInAttempt(models.Model):
    """A letter was asked for, with a code for the browser that asked and a link for any browser.

    Only digests are kept, under the site's key: a code is short enough to be found from a plain one. Whether
    somebody has this address is not looked at before it is confirmed, so known and unknown cost the same.
    """

    email = models.EmailField()
    link_digest = models.CharField(max_length=64, unique=True)
    code_digest = models.CharField(max_length=64)
    leads_to = models.CharField(max_length=2000, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField(db_index=True)
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"try of {self.expires_at:%Y-%m-%d %H:%M}"

    def is_code(self, code: str) -> bool:
        """Whether `code` is the one in the letter, however its groups and cases were typed."""
        return constant_time_compare(self.code_digest, self.digest_of_code(code, self.link_digest))

    @staticmethod
    def digest_of_code(code: str, link_digest: str) -> str:
        """The digest under which `code` is kept, good only for the try with that `link_digest`."""
        return _digest("code", link_digest + code.translate(_PUNCTUATION).upper())

    @staticmethod
    def digest_of_link(secret: str) -> str:
        """The digest under which the secret of a link is kept."""
        return _digest("link", secret)


def _digest(what: str, secret: str) -> str:
    salt = f"broadsheet.accounts.sign-in.{what}"
    return salted_hmac(salt, secret, algorithm="sha256").hexdigest()
