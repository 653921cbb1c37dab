"""Staff as the desk wants them: with a second factor, which they have used where a test signs them in."""

SECRET = "JBSWY3DPEHPK3PXP"


def give_second_factor(person):
    """Set an authenticator app up for `person`, which has the secret `SECRET`."""
    from allauth.mfa.totp.internal.auth import TOTP

    TOTP.activate(person, SECRET)
    return person


def code_now():
    """What that app shows at this moment."""
    from allauth.mfa.totp.internal.auth import (
        format_hotp_value,
        hotp_value,
        yield_hotp_counters_from_time,
    )

    return format_hotp_value(hotp_value(SECRET, next(yield_hotp_counters_from_time())))


def note_that_it_was_used(*, request, user, **_signal):
    """Hear `user_logged_in`: who is signed in by `force_login`, without a request, has used what they have."""
    from allauth.account.internal.flows.login import record_authentication

    from broadsheet.accounts.proof import has_second_factor

    if request.method is None and has_second_factor(user):
        record_authentication(request, user, "mfa", type="totp")
