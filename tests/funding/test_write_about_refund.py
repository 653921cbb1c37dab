"""Letters about refunds that need two persons …"""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction

from broadsheet.accounts.models import Standing
from broadsheet.funding import commands
from broadsheet.funding.models import Donor
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import may


def write_to(person, **fields):
    person.email = f"{person.name.lower()}@example.org"
    for name, value in fields.items():
        setattr(person, name, value)
    person.save()
    return person


@pytest.fixture
def mona(mona):
    return may(write_to(mona), "refund", "approve_refund")


@pytest.fixture
def ed(ed):
    return may(write_to(ed), "approve_refund")


@pytest.fixture
def gift(campaign):
    """A gift of 100 by bank."""
    gift = promise_gift(campaign, 10_000)
    receive(gift)
    gift.refresh_from_db()
    return gift


def ask(gift, asker, amount=6_000):
    return commands.ask_refund(
        donation=gift, amount=amount, reason="A <slip> of the pen.", asker=asker, at=NOON
    )


def test_says_to_who_may_agree_what_waits_who_asked_and_why(gift, mona, ed, postbox):
    ask(gift, mona)

    letter = postbox.letter
    assert letter.to == "ed@example.org"
    assert letter.subject.strip() == f"A refund waits for a second person: 60 € of {gift.reference}"
    assert f"Mona asks to give back 60\xa0€ of the gift {gift.reference}, because:" in letter.text
    assert "A <slip> of the pen." in letter.text
    assert letter.links[0].endswith("/desk/money/refunds/")
    assert "A &lt;slip&gt; of the pen." in letter.html


def test_is_for_everybody_who_may_agree_and_for_nobody_else(
    gift, mona, ada, ben, dana, zed, postbox
):
    write_to(ada, is_superuser=True)
    group = Group.objects.create(name="Treasurers")
    group.permissions.add(Permission.objects.get(codename="approve_refund"))
    write_to(ben).groups.add(group)
    may(write_to(dana, is_active=False), "approve_refund")
    may(write_to(zed, standing=Standing.BANNED), "approve_refund")

    ask(gift, mona)

    assert sorted(letter.to for letter in postbox.letters) == ["ada@example.org", "ben@example.org"]


def test_who_has_no_address_is_passed_over(gift, mona, ben, postbox):
    may(ben, "approve_refund")

    ask(gift, mona)

    assert postbox.letters == []


def test_says_nothing_of_one_that_needs_nobody_else_and_of_one_that_was_not_asked(
    gift, mona, ed, postbox
):
    ask(gift, mona, 5_000)
    with transaction.atomic():
        ask(gift, mona, 5_000)
        transaction.set_rollback(True)

    assert postbox.letters == []


def test_who_asked_hears_that_it_was_agreed_and_what_is_to_be_done(gift, mona, ed, postbox):
    request = ask(gift, mona)
    commands.agree_to_refund(request=request, actor=ed, at=NOON)

    letter = postbox.letters[-1]
    assert letter.to == "mona@example.org"
    assert letter.subject == f"Agreed: 60 € of {gift.reference} go back"
    assert "Ed has agreed" in letter.text
    assert "Send the money back now" in letter.text
    assert letter.links[0].endswith("/desk/money/refunds/")


def test_who_asked_hears_that_it_was_declined(gift, mona, ed, postbox):
    request = ask(gift, mona)
    commands.decline_refund(request=request, actor=ed, at=NOON)

    letter = postbox.letters[-1]
    assert (letter.to, letter.subject) == (
        "mona@example.org",
        f"Declined: 60 € of {gift.reference} do not go back",
    )
    assert "Ed has declined" in letter.html
    assert "Send the money back" not in letter.text


def test_who_takes_it_back_is_not_written_to(gift, mona, ed, postbox):
    commands.decline_refund(request=ask(gift, mona), actor=mona, at=NOON)

    assert [letter.to for letter in postbox.letters] == ["ed@example.org"]


def test_names_no_donor(gift, mona, ed, postbox):
    gift.donor = Donor.objects.create(name="Dana Donor", email="dana@example.org", made_at=NOON)
    gift.save()

    ask(gift, mona)

    assert "Dana" not in postbox.letter.text + postbox.letter.html
