"""What somebody should know before they use the link of a letter."""

from datetime import datetime

from broadsheet.accounts.models import SignInAttempt


def sign_in_link(secret: str, *, at: datetime) -> str | None:
    """Answer for which address the link with `secret` signs in; None if it does not any more, or never did.

    Whoever was sent somebody else's link sees that it is not theirs. One query.
    """
    attempts = SignInAttempt.objects.filter(
        link_digest=SignInAttempt.digest_of_link(secret), used_at=None, expires_at__gt=at
    )
    return attempts.values_list("email", flat=True).first()
