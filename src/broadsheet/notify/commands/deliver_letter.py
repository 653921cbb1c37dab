import logging
from datetime import datetime, timedelta

from django.db import transaction

from broadsheet.notify import transport
from broadsheet.notify.models import QueuedLetter
from broadsheet.notify.models.queued_letter import TROUBLE_LENGTH

logger = logging.getLogger(__name__)

WAITS = tuple(
    timedelta(minutes=minutes) for minutes in (1, 2, 5, 15, 30, 60, 120, 240, 480, 720, 1_200)
)
"""After each try that failed, how long until the next; after the last, the letter is given up, in two days."""

AWAY_FOR = timedelta(minutes=1)
"""For so long after the server was away, new letters do not try: the minutely round does, with one of them."""


@transaction.atomic
def deliver_letter(*, letter_id: int, at: datetime, is_round: bool = False) -> bool:
    """Try to send a letter that is due, and write down what came of it.

    Answers whether it is worth trying another one now. Does nothing for a letter that is sent, given up,
    not due, gone, or being sent by somebody else: the row is locked for as long as the server is talked to.
    So no letter is knowingly sent twice. If this machine dies between the server's yes and the commit, the
    letter goes out again under the same Message-ID. `is_round` tries although the server was just away.
    """
    server = transport.way_out()
    if server is None or not (is_round or _server_answers(at)):
        return False
    letters = QueuedLetter.objects.due(at=at).select_for_update(skip_locked=True)
    letter = letters.filter(pk=letter_id).first()
    if letter is None:
        return True
    if letter.good_until and letter.good_until <= at:
        _give_up(letter, "What it says is no longer true.", at=at)
        return True
    try:
        transport.post(letter, server=server)
    except transport.ServerAway as trouble:
        letter.away_at = at
        _try_later(letter, str(trouble), at=at)
        return False
    except transport.NotTaken as trouble:
        _try_later(letter, str(trouble), at=at)
    except transport.NeverTaken as trouble:
        _give_up(letter, str(trouble), at=at)
    else:
        letter.tries += 1
        letter.sent_at, letter.trouble = at, ""
        _forget_words(letter)
    return True


def _server_answers(at: datetime) -> bool:
    return not QueuedLetter.objects.waiting().filter(away_at__gt=at - AWAY_FOR).exists()


def _try_later(letter: QueuedLetter, trouble: str, *, at: datetime) -> None:
    letter.tries += 1
    if letter.tries > len(WAITS):
        _give_up(letter, trouble, at=at)
        return
    letter.next_try_at = at + WAITS[letter.tries - 1]
    letter.trouble = trouble[:TROUBLE_LENGTH]
    letter.save()
    logger.warning("Letter %s is not sent yet: %s", letter.pk, letter.trouble)


def _give_up(letter: QueuedLetter, trouble: str, *, at: datetime) -> None:
    letter.given_up_at, letter.trouble = at, trouble[:TROUBLE_LENGTH]
    _forget_words(letter)
    logger.warning("Letter %s is given up: %s", letter.pk, letter.trouble)


def _forget_words(letter: QueuedLetter) -> None:
    if letter.leaves_no_trace:
        letter.delete()
        return
    letter.next_try_at = None
    letter.subject = letter.text = letter.html = ""
    letter.save()
