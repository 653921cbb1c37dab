"""What stands in the way of those who try out stolen cards: every limit holds, and a breaker leaves the rest on."""

from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from broadsheet.funding import commands
from broadsheet.funding.models import Donation, ProviderPause
from factories.bank import open_bank_account
from factories.funding import open_campaign
from factories.giver import Giver
from factories.moments import NOON

HERE, THERE = "192.0.2.1", "198.51.100.1"
NOT_COUNTED = "all=off"


@pytest.fixture
def campaign(db, options):
    options(funding_test=True)
    return open_campaign(slug="ferry", currency="USD", is_default=True)


@pytest.fixture
def giver(client, campaign):
    return Giver(client)


def give(proof=None, *, address=HERE, email="dana@example.org"):
    """Begin a gift in a browser of its own."""
    sent = {"email": email} | ({"proof": proof} if proof else {"answered": "unproven"})
    return Giver(Client(), REMOTE_ADDR=address).send(**sent)


@pytest.mark.parametrize(
    ("limit", "again", "otherwise"),
    [
        ("give-address", {"email": "ben@example.org"}, {"address": THERE}),
        ("give-mail", {"address": THERE}, {"email": "ben@example.org"}),
        ("give-all", {"address": THERE, "email": "ben@example.org"}, None),
        (
            "give-unproven-address",
            {"email": "ben@example.org", "is_proven": False},
            {"address": THERE, "is_proven": False},
        ),
        ("give-unproven-address", {"is_proven": False}, {"is_proven": True}),
        (
            "give-unproven-all",
            {"address": THERE, "email": "ben@example.org", "is_proven": False},
            {"is_proven": True},
        ),
    ],
)
def test_each_limit_counts_what_it_says(campaign, proofs, options, limit, again, otherwise):
    options(limits=f"{NOT_COUNTED}, {limit}=1/1h")

    def answer(*, is_proven=True, **wish):
        return give(next(proofs) if is_proven else None, **wish).status_code

    assert answer(is_proven=again.get("is_proven", True)) == 200
    assert answer(**again) == 429
    assert Donation.objects.count() == 1
    if otherwise:
        assert answer(**otherwise) == 200
        assert Donation.objects.count() == 2


def test_gifts_are_begun_as_often_as_people_do(giver, limits_hold, proofs):
    for number in range(3):
        giver.opened = giver.open()
        answer = giver.send(answered="unproven", email=f"{number}@example.org", amount_ONCE="1000")
        if number:  # the same amount from the same browser
            answer = giver.send(
                answered=["unproven", "again"], email=f"{number}@example.org", amount_ONCE="1000"
            )

    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 60
    assert 'value="2@example.org"' in answer.text
    assert Donation.objects.count() == 2


def test_nobody_begins_with_cards_where_three_were_declined(giver, limits_hold, proofs):
    giver.send(proof=next(proofs))
    [gift] = Donation.objects.all()

    def decline_another(number):
        commands.note_outcome(donation=gift, key=f"ch_{number}", declined=True, at=gift.begun_at)
        giver.opened = giver.open()
        return giver.send(proof=next(proofs), amount_ONCE=str(5_000 + 1_000 * number))

    assert [decline_another(number).status_code for number in range(3)] == [200, 200, 429]
    assert Donation.objects.count() == 3


def test_looks_whether_a_gift_has_come_are_counted(campaign, client, proofs, options):
    options(limits=f"{NOT_COUNTED}, give-look=1/1h")
    give(next(proofs))
    address = f"/give/{Donation.objects.get().key}/thanks/look/"

    def look():
        return client.post(address, HTTP_SEC_FETCH_SITE="same-origin").status_code

    assert [look(), look()] == [302, 429]


def test_even_with_a_proof_nobody_is_faster_than_a_person(giver, proofs):
    answer = giver.send(proof=next(proofs), after=timedelta(seconds=1))

    assert answer.status_code == 422
    assert "very fast" in answer.text
    assert not Donation.objects.exists()


def test_a_way_that_is_switched_off_is_not_offered_and_not_taken_and_the_bank_is(
    giver, client, proofs
):
    open_bank_account(currency="USD")
    opened_at = giver.now
    ProviderPause.objects.create(
        provider="test",
        since=opened_at,
        until=opened_at + timedelta(hours=1),
        attempts=20,
        declined=20,
    )
    with time_machine.travel(opened_at, tick=False):
        page = client.get("/give/")

    assert "switched off for the moment" in page.text
    assert 'value="test"' not in page.text
    assert 'value="transfer"' in page.text
    assert giver.send(proof=next(proofs)).status_code == 422
    assert not Donation.objects.exists()
    assert giver.send(proof=next(proofs), way="transfer").status_code == 302
    assert Donation.objects.get().provider == "bank"


def test_a_way_that_was_switched_off_comes_back(client, campaign):
    with time_machine.travel(NOON, tick=False):
        ProviderPause.objects.create(
            provider="test", since=NOON - timedelta(hours=1), until=NOON, attempts=20, declined=20
        )

        assert 'value="test"' in client.get("/give/").text
