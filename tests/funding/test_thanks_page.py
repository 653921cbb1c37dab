"""thanks_page, and the page that donors come back to."""

import pytest
from django.utils import timezone

from broadsheet.funding import commands, protection
from broadsheet.funding.models import Donation, DonationState, Interval, PretendedPayment, Transfer
from factories.funding import open_campaign
from factories.giving import begin_gift
from factories.moments import NOON

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def gift(db, options):
    options(funding_test=True)
    gift = begin_gift(open_campaign(), interval=Interval.MONTH)
    commands.start_payment(
        donation=gift,
        return_to=f"http://testserver/give/{gift.key}/thanks/",
        cancel_to="http://testserver/give/",
        at=gift.begun_at,
    )
    return gift


def thanks(client, gift):
    answer = client.get(f"/give/{gift.key}/thanks/")
    assert answer.status_code == 200
    return answer.text


def pretend(client, gift, act):
    return client.post(f"/give/pretend/{gift.provider_object}/", {"act": act}, **OURS)


def test_believes_nothing_but_what_the_provider_says(client, gift):
    assert "Being confirmed" in thanks(client, gift)
    assert "Being confirmed" in client.get(f"/give/{gift.key}/thanks/?paid=1").text

    assert pretend(client, gift, "pay").headers["Location"].endswith("/thanks/")
    assert "has arrived" in thanks(client, gift)
    assert "It comes again by itself, next on" in thanks(client, gift)


def test_who_gave_is_asked_no_more_in_this_browser(client, gift):
    thanks(client, gift)
    assert "bs_supporter" not in client.cookies

    pretend(client, gift, "pay")
    thanks(client, gift)

    mark = client.cookies["bs_supporter"]
    assert mark.value == "1"
    assert mark["max-age"] > 365 * 24 * 60 * 60
    assert not mark["httponly"]


def test_paid_twice_it_is_one_gift_and_a_renewal_is_another(client, gift):
    pretend(client, gift, "pay")
    posted = Transfer.objects.count()
    pretend(client, gift, "pay")
    assert Transfer.objects.count() == posted

    pretend(client, gift, "renew")
    assert [one.state for one in Donation.objects.all()] == [DonationState.SETTLED] * 2
    assert Transfer.objects.count() == 2 * posted


def test_looking_again_finds_what_no_message_has_told(client, gift):
    PretendedPayment.objects.update(settled_at=NOON)

    assert "Being confirmed" in thanks(client, gift)
    client.post(f"/give/{gift.key}/thanks/look/", **OURS)
    assert "has arrived" in thanks(client, gift)


def test_what_was_declined_has_cost_nothing_and_may_still_be_paid(client, gift):
    pretend(client, gift, "decline")
    assert "we have received nothing" in thanks(client, gift)

    pretend(client, gift, "pay")
    assert "has arrived" in thanks(client, gift)


def test_a_decline_is_noted_for_where_the_gift_was_begun(client, gift):
    now = timezone.now()
    Donation.objects.update(begun_at=now)
    gift.refresh_from_db()
    commands.note_beginning(donation=gift, origin="here")

    pretend(client, gift, "decline")
    assert protection.declined_from("here", at=timezone.now()) == 1


def test_says_that_it_was_only_pretended(client, gift):
    pretend(client, gift, "pay")

    assert "nothing was charged" in thanks(client, gift)


def test_a_key_that_is_nobodys_opens_nothing(client, gift, options):
    assert client.get("/give/no-such-key/thanks/").status_code == 404
    assert client.get("/give/pretend/no-such-payment/").status_code == 404
    options(funding_test=False)
    assert client.get(f"/give/pretend/{gift.provider_object}/").status_code == 404


def test_is_kept_by_nobody_and_told_to_no_other_site(client, gift):
    answer = client.get(f"/give/{gift.key}/thanks/")

    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["Referrer-Policy"] == "same-origin"
