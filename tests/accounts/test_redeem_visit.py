"""redeem_visit …"""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission

from broadsheet.accounts import commands
from broadsheet.accounts.models import RedeemedVisit, Strength, User, Visitor
from broadsheet.core.errors import NotFound
from factories.moments import NOON
from factories.visits import make_site, token

pytestmark = pytest.mark.django_db


@pytest.fixture
def site():
    return make_site()


def redeem(site, *, at=NOON, **said):
    made = token(site, at=at, **said)
    return commands.redeem_visit(site_key=site.key, token=made, at=at).person


def test_makes_somebody_new_an_account(site):
    person = redeem(site)

    assert person.name == "Ada Lovelace"
    assert person.strength == Strength.ACCOUNT
    assert not person.has_usable_password()
    assert (person.is_staff, person.is_superuser) == (False, False)


def test_knows_a_member_again_by_the_sites_id_alone(site):
    person = redeem(site)

    assert redeem(site, name="Another Name", email="other@example.org") == person
    person.refresh_from_db()
    assert person.name == "Ada Lovelace"


def test_knows_members_of_two_sites_apart(site):
    assert redeem(site) != redeem(make_site("another"))


def test_keeps_an_address_as_a_claim_that_proves_nothing(site):
    person = redeem(site, email="Ada@Example.org")

    assert (person.email, person.claimed_email) == (None, "ada@example.org")
    assert person.strength == Strength.ACCOUNT


def test_never_merges_into_the_account_of_that_address(site, ada):
    ada.email = "ada@example.org"
    ada.save(update_fields=["email"])
    people = User.objects.count()

    arrival = commands.redeem_visit(
        site_key=site.key, token=token(site, email="ADA@example.org"), at=NOON
    )

    assert arrival.person is None
    assert User.objects.count() == people
    assert not Visitor.objects.exists()


def test_gives_another_name_where_somebody_has_it(site):
    first = redeem(site, sub="1")
    second = redeem(site, sub="2")
    third = redeem(site, sub="3")

    assert second.name == f"{first.name} (The Members Club)"
    assert third.name.startswith("Ada Lovelace ")
    assert len({first.name, second.name, third.name}) == 3


@pytest.mark.parametrize("name", ["", "\u200b", "Moderator", "✓ Ada", "a" * 200])
def test_gives_a_name_where_there_is_none_to_be_had(site, name):
    person = redeem(site, name=name) if name != "\u200b" else redeem(site, without=["name"])

    assert person.name
    assert person.name != name


@pytest.mark.parametrize("role", ["moderator", "MODERATOR", "editor", "admin", "ADMIN", "staff"])
def test_gives_no_role_where_the_site_may_give_none(site, role):
    person = redeem(site, role=role)

    assert (person.is_staff, person.is_superuser) == (False, False)
    assert not person.groups.exists()


@pytest.mark.parametrize("role", ["editor", "admin", "ADMIN", "superuser", "staff", ""])
def test_gives_no_role_above_moderator_ever(role):
    site = make_site(most_role="MODERATOR")
    person = redeem(site, role=role)

    assert (person.is_staff, person.is_superuser) == (False, False)


def test_gives_and_takes_back_the_role_at_each_visit():
    site = make_site(most_role="MODERATOR")

    person = redeem(site, role="moderator")
    assert (person.is_staff, person.is_superuser) == (True, False)
    assert not person.has_perm("wagtailadmin.access_admin")
    assert redeem(site, role="moderator").is_staff
    assert not redeem(site).is_staff


def test_opens_no_account_that_works_here(site):
    person = redeem(site)
    person.is_staff = True
    person.save(update_fields=["is_staff"])

    with pytest.raises(commands.VisitNotForStaff):
        redeem(site)


def test_opens_no_account_that_may_enter_the_desk():
    site = make_site(most_role="MODERATOR")
    person = redeem(site, role="moderator")
    editors = Group.objects.create(name="Those at the desk")
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    person.groups.add(editors)

    with pytest.raises(commands.VisitNotForStaff):
        redeem(site, role="moderator")


@pytest.mark.parametrize("power", ["is_superuser", "is_staff"])
def test_opens_no_account_with_powers_it_was_joined_with(site, power):
    person = redeem(site)
    User.objects.filter(pk=person.pk).update(**{power: True})

    with pytest.raises(commands.VisitNotForStaff):
        redeem(site, role="moderator")


def test_forgets_a_token_an_hour_after_it_has_expired(site):
    redeem(site)
    later = NOON + timedelta(hours=1)

    assert commands.forget_redeemed_visits(at=later) == 0
    assert commands.forget_redeemed_visits(at=later + timedelta(seconds=61)) == 1
    assert not RedeemedVisit.objects.exists()


class TestJoining:
    """join_visit …"""

    @pytest.fixture
    def known(self, ada):
        ada.email, ada.strength = "ada@example.org", Strength.ACCOUNT
        ada.save(update_fields=["email", "strength"])
        return ada

    def join(self, site, person, **fields):
        said = {"subject": "member-17", "email": "ada@example.org", **fields}
        return commands.join_visit(site_key=site.key, person=person, at=NOON, **said)

    def test_lets_the_member_in_from_now_on(self, site, known):
        self.join(site, known)

        assert redeem(site, email="ada@example.org") == known

    def test_refuses_an_account_of_another_address(self, site, known):
        with pytest.raises(commands.VisitNotForStaff):
            self.join(site, known, email="ben@example.org")

    def test_refuses_an_account_that_works_here(self, site, known):
        known.is_staff = True
        known.save(update_fields=["is_staff"])
        with pytest.raises(commands.VisitNotForStaff):
            self.join(site, known)

    def test_refuses_a_member_who_has_an_account(self, site, known):
        redeem(site)
        with pytest.raises(commands.VisitorKnown):
            self.join(site, known)
        with pytest.raises(commands.VisitorKnown):
            commands.begin_visitor(site_key=site.key, subject="member-17", name="A", at=NOON)

    def test_refuses_a_site_that_is_retired(self, site, known):
        commands.retire_visit_site(site=site, at=NOON)
        with pytest.raises(NotFound):
            self.join(site, known)

    def test_may_be_declined(self, site, known):
        begun = commands.begin_visitor(site_key=site.key, subject="member-17", name="Ada", at=NOON)

        assert begun != known
        assert begun.claimed_email == ""
        assert redeem(site, email="ada@example.org") == begun


def test_comes_in_as_whom_they_were_merged_into(site, mona):
    one = redeem(site, sub="1")
    other = redeem(site, sub="2", name="Countess")

    commands.merge_people(source=one, target=other, by=mona, at=NOON)

    assert redeem(site, sub="1") == redeem(site, sub="2") == other
