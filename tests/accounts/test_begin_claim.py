"""begin_claim and forget_claims …"""

import re

import pytest

from broadsheet.accounts import commands
from broadsheet.accounts.models import Claim, Standing, User
from broadsheet.accounts.models.claim import LINK_LIFETIME
from broadsheet.core.errors import NotAllowed
from broadsheet.notify.models import QueuedLetter
from factories.claims import ask
from factories.discussion import open_discussion, say
from factories.moments import NOON
from factories.people import again, confirmed, guest


def test_keeps_neither_link_nor_code(db):
    secret, code = ask(guest())

    kept = str(list(Claim.objects.values()))
    assert secret not in kept
    assert code not in kept


def test_carries_nothing_that_a_guest_has_written(db):
    say(open_discussion(), gus := guest("Buy cheap pills"), "Visit pills example now")

    ask(gus, "victim@example.org")

    [sent] = QueuedLetter.objects.all()
    for part in (sent.text, sent.html, sent.subject):
        assert "pills" not in part


def test_writes_the_same_to_every_address(db, mona):
    commands.confirm_email(person=mona, email="mona@example.org", at=NOON)
    confirmed()
    letters = []
    for address in ("new@example.org", "mona@example.org", "cleo@example.org"):
        ask(guest(), address)
        text = QueuedLetter.objects.order_by("-pk").first().text
        letters.append(re.sub(r"claim/[\w-]+/|\d{8}", "", text))

    assert len(set(letters)) == 1


@pytest.mark.parametrize("fields", [{"standing": Standing.BANNED}, {"is_active": False}])
def test_writes_nothing_for_who_is_banned_or_gone(db, fields):
    gus = guest()
    User.objects.filter(pk=gus.pk).update(**fields)

    with pytest.raises(NotAllowed):
        ask(again(gus))

    assert not QueuedLetter.objects.exists()


def test_gives_somebody_silent_a_name(db):
    silent = commands.create_silent_guest(at=NOON)
    with pytest.raises(commands.NameRefused):
        ask(silent)

    ask(silent, name="Sil")

    assert again(silent).name == "Sil"


def test_forgets_what_nobody_can_use_any_more(db):
    ask(guest())

    assert commands.forget_claims(at=NOON) == 0
    assert commands.forget_claims(at=NOON + LINK_LIFETIME) == 1
