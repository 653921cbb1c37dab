"""confirm_email …"""

from functools import partial

import pytest
from allauth.account.models import EmailAddress

from broadsheet.accounts import commands
from broadsheet.accounts.events import PersonConfirmed
from broadsheet.accounts.models import Merge, MergeReason, Standing, Strength, User, present_person
from broadsheet.core.events import subscribe
from factories.moments import NOON
from factories.people import again, confirmed, guest, imported
from factories.together import together


def confirm(person, email="gus@example.org", **fields):
    return commands.confirm_email(person=person, email=email, at=NOON, **fields)


def addresses(person):
    rows = EmailAddress.objects.filter(user=person).order_by("email")
    return list(rows.values_list("email", "verified", "primary"))


def test_makes_a_guest_somebody(db):
    person = confirm(guest(email="gus@example.org"))

    assert (person.strength, person.email, person.claimed_email) == (
        Strength.CONFIRMED,
        "gus@example.org",
        "",
    )
    assert addresses(person) == [("gus@example.org", True, True)]


def test_gives_an_account_to_who_asks_for_one(db):
    assert confirm(guest(), wants_account=True).strength == Strength.ACCOUNT
    assert confirm(confirmed(), "cleo@example.org", wants_account=True).strength == Strength.ACCOUNT


def test_takes_nothing_from_who_has_an_account(db):
    person = confirm(guest(), wants_account=True)

    assert confirm(person).strength == Strength.ACCOUNT


@pytest.mark.parametrize("typed", ["Gus@Example.ORG", " gus@example.org ", "GUS@example.org"])
def test_compares_addresses_without_regard_to_case(db, typed):
    first = confirm(guest("One"), typed)
    second = confirm(guest("Two"), "gus@EXAMPLE.org")

    assert second == first
    assert second.email == "gus@example.org"


def test_makes_a_guest_who_comes_again_elsewhere_the_person_they_are(db):
    person, other = confirm(guest()), guest("Gustav")

    assert confirm(other) == person
    assert not again(other).is_active
    assert present_person(again(other)) == person


def test_replaces_the_address_before(db):
    person = confirm(confirm(guest()), "new@example.org")

    assert person.email == "new@example.org"
    assert addresses(person) == [("new@example.org", True, True)]


def test_forgets_who_began_to_sign_up_with_the_address_and_never_came_back(db, ada):
    EmailAddress.objects.create(user=ada, email="gus@example.org", verified=False)

    confirm(guest())

    assert addresses(ada) == []


def test_refuses_the_address_of_another_account(db, ada):
    confirm(guest())

    with pytest.raises(commands.AddressTaken):
        confirm(confirmed())


def test_gives_a_guest_nothing_of_somebody_who_works_here(db, mona):
    confirm(mona, "mona@example.org")
    stranger = guest("Mona B", email="mona@example.org")

    with pytest.raises(commands.AddressOfStaff):
        confirm(stranger, "Mona@example.org")

    assert again(stranger).strength == Strength.GUEST
    assert not Merge.objects.exists()


def test_refuses_the_address_of_a_closed_account(db):
    person = confirm(guest())
    User.objects.filter(pk=person.pk).update(is_active=False)

    with pytest.raises(commands.AddressClosed):
        confirm(guest())


def test_brings_what_was_imported_under_the_address(db):
    here = [imported("Gus", "Gus@Example.org"), imported("Gustav", "gus@example.org")]
    elsewhere = [imported("Gus", "other@example.org"), imported("Gus")]

    person = confirm(guest())

    assert [present_person(again(one)) for one in here] == [person, person]
    assert [again(one).is_active for one in elsewhere] == [True, True]
    assert {merge.why for merge in Merge.objects.all()} == {MergeReason.SAME_ADDRESS}


def test_never_merges_for_a_name_or_for_what_another_guest_says(db):
    imported("Gus", "")
    other = guest("Gus", email="gus@example.org")

    confirm(guest("Gus"))

    assert again(other).is_active
    assert not Merge.objects.exists()


def test_leaves_who_spoke_for_the_paper_to_the_newsroom(db):
    author = imported("Ines", "gus@example.org", is_newsroom=True)

    person = confirm(guest())

    assert again(author).is_active
    assert not person.is_newsroom


def test_brings_a_ban_along(db):
    banned = imported("Gus", "gus@example.org")
    User.objects.filter(pk=banned.pk).update(standing=Standing.BANNED)

    assert confirm(guest()).standing == Standing.BANNED


def test_brings_no_ban_to_who_works_here(db, mona):
    banned = imported("M", "mona@example.org")
    User.objects.filter(pk=banned.pk).update(standing=Standing.BANNED)

    assert confirm(mona, "mona@example.org").standing == Standing.GOOD
    assert again(banned).is_active


def test_tells_that_it_happened(db, django_capture_on_commit_callbacks):
    heard = []
    subscribe(PersonConfirmed)(heard.append)

    with django_capture_on_commit_callbacks(execute=True):
        person = confirm(guest())

    assert heard == [PersonConfirmed(person_id=person.pk)]


def test_two_browsers_at_once_end_in_one_person(committed):
    guests = [guest(f"Guest {n}") for n in range(6)]
    imported("Gus", "gus@example.org")

    ended = together(*(partial(confirm, person) for person in guests))

    assert len({person.pk for person in ended}) == 1
    assert User.objects.filter(email="gus@example.org").count() == 1
    assert User.objects.filter(is_active=True).count() == 1
