"""confirm_claim, confirm_claim_by_code and decline_claim …"""

import pytest

from broadsheet.accounts import commands
from broadsheet.accounts.models import Merge, MergeReason, Standing, Strength, User
from broadsheet.accounts.models.claim import CODE_LIFETIME, LINK_LIFETIME
from factories.claims import ask
from factories.discussion import open_discussion, say
from factories.moments import NOON
from factories.people import again, confirmed, guest


def confirm(secret, **fields):
    return commands.confirm_claim(secret=secret, at=fields.pop("at", NOON), **fields)


def by_code(person, code, *, at=NOON):
    return commands.confirm_claim_by_code(guest=person, code=code, at=at)


def test_makes_a_guest_a_reader_by_the_link(db):
    gus = guest()
    secret, _ = ask(gus, "Gus@Example.org")

    person = confirm(secret)

    assert person == gus
    assert (person.strength, person.email) == (Strength.CONFIRMED, "gus@example.org")


def test_makes_a_guest_a_reader_by_the_code(db):
    gus = guest()
    _, code = ask(gus)

    assert by_code(gus, f"{code[:4]} {code[4:]}").strength == Strength.CONFIRMED


def test_asks_for_another_name_if_somebody_has_it_by_now(db):
    secret, _ = ask(guest("Gus"))
    confirmed("Gus", "other@example.org")

    with pytest.raises(commands.NameTaken):
        confirm(secret)

    assert confirm(secret, name="Gustav").name == "Gustav"


def test_cannot_be_guessed(db):
    gus = guest()
    _, code = ask(gus)
    wrong = "00000000" if code != "00000000" else "11111111"

    for _ in range(4):
        with pytest.raises(commands.ClaimCodeWrong):
            by_code(gus, wrong)
    with pytest.raises(commands.ClaimSpent):
        by_code(gus, wrong)
    with pytest.raises(commands.ClaimSpent):
        by_code(gus, code)


def test_merges_the_guest_into_who_has_the_address(db):
    cleo = confirmed()
    gus = guest()
    words = say(open_discussion(), gus)

    secret, _ = ask(gus, "cleo@example.org")

    assert confirm(secret) == cleo
    words.refresh_from_db()
    assert words.author == cleo
    assert Merge.objects.get().why == MergeReason.LETTER


def test_gives_a_guest_nothing_of_a_member_of_staff(db, mona):
    commands.confirm_email(person=mona, email="mona@example.org", at=NOON)
    gus = guest()
    words = say(open_discussion(), gus, "The editor in chief speaks.")
    secret, code = ask(gus, "mona@example.org")

    for use in (lambda: confirm(secret), lambda: by_code(gus, code)):
        with pytest.raises(commands.AddressOfStaff):
            use()

    words.refresh_from_db()
    assert words.author == gus


def test_works_once(db):
    gus = guest()
    secret, code = ask(gus)
    confirm(secret)

    for use in (lambda: confirm(secret), lambda: by_code(again(gus), code)):
        with pytest.raises(commands.ClaimSpent):
            use()


def test_expires(db):
    gus = guest()
    secret, code = ask(gus)

    with pytest.raises(commands.ClaimSpent):
        by_code(gus, code, at=NOON + CODE_LIFETIME)
    with pytest.raises(commands.ClaimSpent):
        confirm(secret, at=NOON + LINK_LIFETIME)


def test_replaces_the_letter_before(db):
    gus = guest()
    earlier, earlier_code = ask(gus)
    ask(gus)

    with pytest.raises(commands.ClaimSpent):
        confirm(earlier)
    with pytest.raises(commands.ClaimCodeWrong):
        by_code(gus, earlier_code)


def test_takes_no_code_of_another_guest(db):
    gus, other = guest(), guest("Other")
    _, code = ask(gus)
    ask(other, "other@example.org")

    with pytest.raises(commands.ClaimCodeWrong):
        by_code(other, code)

    assert again(other).strength == Strength.GUEST


@pytest.mark.parametrize("secret", ["", "x", "\x00", "code", "9" * 5000])
def test_refuses_what_was_never_sent(db, secret):
    ask(guest())

    with pytest.raises(commands.ClaimSpent):
        confirm(secret)


def test_gives_nobody_the_account_of_who_confirmed_another_address_meanwhile(db):
    gus = guest()
    secret, _ = ask(gus, "somebody@example.org")
    commands.confirm_email(person=gus, email="gus@example.org", at=NOON)

    with pytest.raises(commands.ClaimSpent):
        confirm(secret)
    with pytest.raises(commands.AddressTaken):
        commands.confirm_email(person=gus, email="somebody@example.org", at=NOON)

    assert again(gus).email == "gus@example.org"


def test_brings_nobody_a_ban(db):
    cleo, gus = confirmed(), guest()
    secret, code = ask(gus, "cleo@example.org")
    User.objects.filter(pk=gus.pk).update(standing=Standing.BANNED)

    with pytest.raises(commands.ClaimSpent):
        confirm(secret)
    with pytest.raises(commands.ClaimSpent):
        by_code(again(gus), code)

    assert again(cleo).standing == Standing.GOOD


def test_can_be_declined(db):
    gus = guest(email="victim@example.org")
    secret, code = ask(gus, "victim@example.org")

    commands.decline_claim(secret=secret, at=NOON)

    assert again(gus).claimed_email == ""
    with pytest.raises(commands.ClaimSpent):
        confirm(secret)
    with pytest.raises(commands.ClaimSpent):
        by_code(gus, code)
