"""`broadsheet try-mail`: whether letters arrive."""

from django.utils import timezone

from broadsheet.core.mail import Letter
from broadsheet.notify.commands import deliver_letter, queue_letter

TRIAL = "notify/mail/trial"


def send_trial_letter(address: str) -> int:
    """Send a letter to `address`, say what came of it, and answer the exit status: 0 if it has left."""
    try:
        letter = queue_letter(letter=Letter(to=address, template=TRIAL), at=timezone.now())
    except ValueError:
        print(f"{address!r} is not an address.")
        return 1
    deliver_letter(letter_id=letter.pk, at=timezone.now(), is_round=True)
    letter.refresh_from_db()
    if letter.sent_at:
        print(f"The mail server took the letter to {address}.")
    elif letter.trouble:
        print(f"The mail server did not take it: {letter.trouble}")
    else:
        print(
            "smtp_url is not set here: the letter waits, and leaves or is shown once Broadsheet runs."
        )
    return 0 if letter.sent_at else 1
