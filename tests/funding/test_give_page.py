"""give_page, and the form it is for."""

import re
from datetime import timedelta

import pytest
from django.test import Client

from broadsheet.funding.models import Campaign, Donation, PretendedPayment
from factories.funding import open_campaign
from factories.giver import Giver
from factories.moments import NOON


@pytest.fixture
def campaign(db, options):
    options(funding_test=True)
    return open_campaign(slug="ferry", currency="USD", is_default=True)


@pytest.fixture
def giver(client, campaign):
    return Giver(client)


def test_with_a_proof_of_work_it_leads_on_at_once(giver, proofs):
    answer = giver.send(proof=next(proofs), cover="1", message="Go on")

    [gift] = Donation.objects.all()
    assert (gift.amount, gift.cover, gift.message) == (2_500, 106, "Go on")
    assert f"/give/pretend/{gift.provider_object}/" in answer.text
    assert PretendedPayment.objects.get().amount == 2_606


def test_without_one_it_asks_once_more_and_then_leads_on(giver):
    asked = giver.send(amount_ONCE=None, other_ONCE="12,50")
    assert not Donation.objects.exists()
    assert "12.50\xa0$" in asked.text

    giver.confirm(asked)
    assert Donation.objects.get().amount == 1_250


def test_without_one_nobody_is_faster_than_a_person(giver):
    answer = giver.send(answered="unproven", after=timedelta(seconds=9))

    assert answer.status_code == 422
    assert "very fast" in answer.text
    assert not Donation.objects.exists()


def test_sent_twice_it_is_one_gift_with_one_page(giver, proofs):
    proof = next(proofs)
    first, second = giver.send(proof=proof), giver.send(proof=proof)

    page = re.compile(r"/give/pretend/[\w-]+/")
    assert page.search(first.text)[0] == page.search(second.text)[0]
    assert Donation.objects.count() == 1


def test_asks_before_the_same_is_given_once_more(giver, proofs):
    giver.send(proof=next(proofs))
    giver.opened = giver.open()

    asked = giver.send(proof=next(proofs))
    assert "a few minutes ago" in asked.text
    assert Donation.objects.count() == 1

    giver.confirm(asked)
    assert Donation.objects.count() == 2


def test_who_comes_back_without_paying_finds_their_words_and_nobody_else_does(giver, proofs):
    words = {"is_public": "1", "public_name": "Dana of the ferry", "message": "Go on"}
    giver.send(proof=next(proofs), **words)
    [gift] = Donation.objects.all()

    here = giver.client.get(f"/give/?gift={gift.key}").text
    elsewhere = Client().get(f"/give/?gift={gift.key}").text

    for word in ("dana@example.org", "Dana of the ferry", "Go on"):
        assert word in here
        assert word not in elsewhere
    assert 'value="2500" data-text="25\xa0$" checked' in elsewhere


def test_who_comes_back_without_paying_gives_to_what_they_gave_to(giver, proofs):
    giver.send(proof=next(proofs))
    [gift] = Donation.objects.all()
    Campaign.objects.update(is_default=False)
    open_campaign(slug="another", title="Another one", currency="CHF", is_default=True)

    page = Client().get(f"/give/?gift={gift.key}").text

    assert f'name="campaign" value="{gift.campaign.slug}"' in page
    assert f'name="currency" value="{gift.currency}"' in page


def test_a_proof_of_work_is_good_for_one_gift(giver, proofs):
    proof = next(proofs)
    giver.send(proof=proof)
    giver.opened = giver.open()

    answer = giver.send(proof=proof, amount_ONCE="5000")

    assert "was used before" in answer.text
    assert Donation.objects.count() == 1


def test_asks_about_an_amount_that_may_have_been_meant_otherwise(giver, proofs):
    asked = giver.send(proof=next(proofs), amount_ONCE="other", other_ONCE="9.000")

    assert not Donation.objects.exists()
    assert "Is this right?" in asked.text


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"amount_ONCE": "499"}, "5\xa0$ or more"),
        ({"amount_ONCE": None}, "choose an amount"),
        ({"amount_ONCE": "2500", "other_ONCE": "30"}, "choose one amount"),
        ({"amount_ONCE": None, "other_ONCE": "1.2.3"}, "in digits"),
        ({"amount_ONCE": None, "other_ONCE": "12.345"}, "finer than"),
        ({"amount_ONCE": None, "other_ONCE": "2,000,000"}, "1,000,000\xa0$ at most"),
        ({"interval": "WEEK"}, "choice"),
        ({"way": "bank-robbery"}, "choice"),
        ({"email": "dana"}, "does not look like"),
        ({"message": "x" * 501}, "500"),
        ({"message": "a\x00b"}, "Null"),
        ({"form": "forged"}, "open for a long time"),
        ({"proof": "bm90IG9uZQ=="}, "did not arrive in good order"),
    ],
)
def test_says_what_is_to_be_mended_and_keeps_the_rest(giver, changes, sentence):
    answer = giver.send(**{"answered": "unproven", "name": "Dana <b>", **changes})

    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="Dana &lt;b&gt;"' in answer.text
    assert not Donation.objects.exists()


def test_a_form_of_yesterday_is_asked_for_again(giver):
    answer = giver.send(answered="unproven", after=timedelta(hours=3))

    assert "open for a long time" in answer.text
    assert 'value="dana@example.org"' in answer.text


def test_nothing_open_is_nothing_found(client, campaign):
    campaign.closed_at = NOON
    campaign.save()

    assert client.get("/give/").status_code == 404


def test_begins_with_what_the_address_says_and_notes_where_it_was_asked(client, giver, proofs):
    page = client.get(
        "/give/?interval=month&amount=7.50&ask=third", HTTP_REFERER="http://testserver/ferry/?a=b"
    )

    assert re.search(r'value="MONTH" checked', page.text)
    assert 'value="7.50"' in page.text
    giver.send(
        proof=next(proofs), **dict(re.findall(r'name="(from|ask)" value="([^"]*)"', page.text))
    )
    [gift] = Donation.objects.all()
    assert (gift.source_path, gift.source_ask) == ("/ferry/", "third")


def test_an_address_elsewhere_is_no_source(client, campaign):
    page = client.get("/give/?from=//evil.example/")

    assert 'name="from" value=""' in page.text


def test_tells_no_other_site_of_the_gift(client, campaign):
    assert client.get("/give/").headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    "address",
    [
        "/give/?gift=%00&currency=%00&campaign=%00&from=/%00&ask=%00&interval=%00&amount=%00&way=%00",
        "/give/?gift=\ud800&currency=\ud800&amount=%F0%9F%98%80&campaign=" + "x" * 3000,
        "/give/in-words/?currency=USD&typed=%00&way=%00&minor=%D9%A1",
        "/give/in-words/?currency=USD&minor=" + "9" * 400,
        "/give/in-words/?currency=XXX&minor=1",
    ],
)
def test_odd_addresses_are_answered(client, campaign, address):
    assert client.get(address.encode("utf-8", "surrogatepass").decode("latin-1")).status_code == 200


@pytest.mark.parametrize("key", ["%00", "%ED%A0%80", "x" * 500])
def test_odd_keys_open_nothing(client, campaign, key):
    assert client.get(f"/give/{key}/thanks/").status_code == 404
    assert client.get(f"/give/pretend/{key}/").status_code == 404


def test_keeps_nothing_that_cannot_be_kept(giver, proofs):
    giver.send(proof=next(proofs), **{"ask": "a\x00b", "from": "/\x00ferry/", "name": "Da\u202ena"})

    [gift] = Donation.objects.all()
    assert (gift.source_ask, gift.source_path, gift.donor.name) == ("ab", "/ferry/", "Dana")
