"""show_support …"""

from datetime import timedelta

import pytest
import time_machine

from broadsheet.funding import commands
from broadsheet.funding.facts import RefundSnapshot, RefundState
from factories.donors import browser, give, know_donor, prove
from factories.funding import receive
from factories.moments import NOON
from factories.people import imported

pytestmark = pytest.mark.django_db


@pytest.fixture
def giving(ada):
    """Ada, who gave with the address she has proven."""
    give(know_donor("Ada", email="ada@example.org"))
    return prove(ada, "ada@example.org")


def is_seen(person):
    person.refresh_from_db()
    return person.is_supporter


def test_is_shown_only_on_request(giving):
    client = browser()
    client.force_login(giving)
    commands.refresh_badges(at=NOON)
    assert not is_seen(giving)

    with time_machine.travel(NOON, tick=False):
        client.post("/support/badge/", {"show": "1"})
        assert is_seen(giving)
        client.post("/support/badge/")
        assert not is_seen(giving)


def test_ends_a_year_after_the_last_gift(giving):
    commands.show_support(person=giving, at=NOON)
    commands.refresh_badges(at=NOON + timedelta(days=364))
    assert is_seen(giving)

    commands.refresh_badges(at=NOON + timedelta(days=367))
    assert not is_seen(giving)


def test_is_nothing_for_who_gave_nothing_or_took_it_back(giving, ben):
    commands.show_support(person=ben, at=NOON)
    assert not is_seen(ben)

    commands.show_support(person=giving, at=NOON)
    gift = giving_donation(giving)
    refund = RefundSnapshot(id="re_1", amount=gift.amount, state=RefundState.SUCCEEDED, at=NOON)
    receive(gift, refunds=(refund,))
    commands.issue_receipt(donation=gift, at=NOON)
    commands.refresh_badges(at=NOON)
    assert not is_seen(giving)


def test_is_nothing_for_test_money_nor_for_who_has_only_typed_an_address(giving, ben):
    commands.show_support(person=prove(ben, "ben@example.org"), at=NOON)
    give(know_donor("Ben", email="ben@example.org"), provider="test", is_test=True)
    typed = imported("Ada", email="cleo@example.org")
    give(know_donor("Cleo", email="cleo@example.org"))
    commands.show_support(person=typed, at=NOON)

    commands.refresh_badges(at=NOON)

    assert not is_seen(ben)
    assert not is_seen(typed)


def giving_donation(person):
    from broadsheet.funding.models import Donation

    return Donation.objects.get(donor__email=person.email)


def test_begins_with_the_receipt_for_a_gift(ada):
    commands.show_support(person=prove(ada, "ada@example.org"), at=NOON)
    assert not is_seen(ada)

    commands.issue_receipt(donation=give(know_donor("Ada", email="ada@example.org")), at=NOON)

    assert is_seen(ada)
    assert ada.donors.count() == 1
