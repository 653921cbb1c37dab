"""post_payment posts what a provider says about a payment."""

from dataclasses import replace
from datetime import timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Donation, DonationState, Outcome, Transfer
from factories.funding import open_campaign, paid, pledged, promise_gift, renewed
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def test_posts_what_is_new_and_only_that(campaign):
    gift = promise_gift(campaign)

    assert commands.post_payment(snapshot=paid(gift), at=NOON)
    assert not commands.post_payment(snapshot=paid(gift), at=NOON)

    gift.refresh_from_db()
    assert (gift.state, gift.provider_object) == (DonationState.SETTLED, f"pay_{gift.pk}")


def test_a_later_payment_of_a_pledge_becomes_a_gift_in_its_proportion(campaign):
    pledged(promise_gift(campaign))

    commands.post_payment(snapshot=renewed(promise_gift(campaign), amount=4_200), at=NOON)

    gift = Donation.objects.get(provider_object="ch_2")
    assert (gift.amount, gift.cover, gift.is_public) == (4_000, 200, False)


def test_a_later_payment_that_fails_is_no_gift(campaign):
    pledged(promise_gift(campaign))
    snapshot = replace(renewed(promise_gift(campaign)), settled_at=None, failed=True)

    assert not commands.post_payment(snapshot=snapshot, at=NOON)
    assert not Donation.objects.filter(provider_object="ch_2").exists()


def test_a_page_that_nobody_paid_on_is_no_declined_card(campaign):
    gift = promise_gift(campaign)
    commands.note_beginning(donation=gift, origin="here")
    left = replace(paid(gift), settled_at=None, failed=True)
    declined = gift.attempts.filter(outcome=Outcome.DECLINED)

    commands.post_payment(snapshot=left, at=NOON)
    assert not declined.exists()

    commands.post_payment(snapshot=replace(left, declined=True), at=NOON)
    assert declined.count() == 1


@pytest.mark.parametrize("over", ["closed", "ended"])
def test_what_comes_after_a_campaign_is_over_is_for_the_one_shown(campaign, over):
    before = open_campaign(
        **{"closed_at": NOON} if over == "closed" else {"ends_on": (NOON - timedelta(1)).date()}
    )
    pledged(promise_gift(before))

    commands.post_payment(snapshot=renewed(promise_gift(before)), at=NOON)

    assert Donation.objects.get(provider_object="ch_2").campaign == campaign


def test_refuses_money_in_another_currency_than_the_gifts(campaign):
    gift = promise_gift(campaign)

    with pytest.raises(commands.PaidOtherwise, match="paid-otherwise"):
        commands.post_payment(snapshot=replace(paid(gift), currency="USD"), at=NOON)
    assert not Transfer.objects.exists()


def test_says_that_it_must_be_ours_and_is_not_known(campaign):
    gift = promise_gift(campaign)
    with pytest.raises(commands.GiftUnknown):
        commands.post_payment(snapshot=replace(paid(gift), donation="BS-AAA-AAA-AAA"), at=NOON)
    with pytest.raises(commands.GiftUnknown):
        commands.post_payment(snapshot=replace(paid(gift), provider="stripe"), at=NOON)


def test_a_gift_begun_for_money_and_paid_by_a_trial_never_counts(campaign):
    gift = promise_gift(campaign)

    commands.post_payment(snapshot=replace(paid(gift), is_test=True), at=NOON)

    gift.refresh_from_db()
    assert gift.is_test
    assert not Transfer.objects.exclude(counted=0).exists()
