"""Stripe: what we ask it, and what we make of what it says. A stand-in answers, over HTTP, the real SDK."""

from datetime import date, timedelta

import pytest
from django.db.models import Sum
from django.utils import timezone

from broadsheet.funding import commands, providers
from broadsheet.funding.facts import PaymentSnapshot
from broadsheet.funding.models import DayTotal, DonationState, PledgeState, Transfer
from broadsheet.funding.providers import ProviderAway, ProviderRefused
from broadsheet.notify.models import QueuedLetter
from factories.funding import open_campaign
from factories.giving import begin_gift
from factories.moments import NOON
from factories.stripe import (
    CANCEL_TO,
    RETURN_TO,
    begin,
    begin_monthly,
    gifts,
    hear,
    hear_all,
    options_for,
)
from factories.stripe_stand_in import StripeStandIn

pytestmark = pytest.mark.django_db


@pytest.fixture
def way():
    return providers.provider("stripe")


def balances(gift):
    """What its transfers come to, by account."""
    found = {}
    for transfer in gift.transfers.select_related("debit", "credit"):
        found[transfer.debit.code] = found.get(transfer.debit.code, 0) + transfer.amount
        found[transfer.credit.code] = found.get(transfer.credit.code, 0) - transfer.amount
    return {code: amount for code, amount in found.items() if amount}


def counted(campaign):
    """What its meter has been moved by."""
    return DayTotal.objects.filter(campaign=campaign).aggregate(sum=Sum("counted"))["sum"] or 0


def test_leads_to_a_page_that_asks_for_the_gift_and_what_covers_its_fee(stripe, campaign):
    gift, page = begin(campaign, amount=2_500, cover=64)

    [(method, path, asked)] = stripe.asked
    assert (method, path) == ("POST", "/v1/checkout/sessions")
    assert stripe.kept[page]["amount_total"] == 2_564
    assert asked["submit_type"] == "donate"
    assert asked["adaptive_pricing"] == {"enabled": "false"}
    assert asked["payment_intent_data"]["metadata"] == {"donation": gift.reference}
    assert asked["success_url"] == RETURN_TO


def test_begun_again_it_leads_to_the_same_page(stripe, campaign, way):
    gift, page = begin(campaign)
    gift.provider_object = ""  # as when we went down before writing it

    again = way.begin(gift, return_to=RETURN_TO, cancel_to=CANCEL_TO)

    assert again.provider_object == page
    assert len(stripe.all("checkout.session")) == 1


def test_a_gift_paid_by_card_is_received_with_its_cover_and_its_fee(stripe, campaign):
    gift, page = begin(campaign, amount=2_500, cover=64)
    stripe.pay(page)

    hear_all(stripe)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert balances(gift) == {
        "asset:stripe": 2_564 - 63,
        "income:gifts": -2_500,
        "income:fee_cover": -64,
        "expense:fees:stripe": 63,
    }
    assert counted(campaign) == 2_500


def test_a_card_that_is_declined_leaves_the_page_open_for_another(stripe, campaign):
    gift, page = begin(campaign)
    stripe.decline(page)
    hear_all(stripe)
    gift.refresh_from_db()
    assert gift.state == DonationState.FAILED

    stripe.pay(page)
    hear_all(stripe)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert Transfer.objects.filter(kind="gift").count() == 1


def test_a_page_that_nobody_paid_on_in_time_is_over(stripe, campaign, way):
    gift, page = begin(campaign)
    stripe.expire(page)
    hear_all(stripe)

    gift.refresh_from_db()
    assert gift.state == DonationState.FAILED
    with pytest.raises(ProviderRefused):
        way.begin(gift, return_to=RETURN_TO, cancel_to=CANCEL_TO)


def test_a_direct_debit_is_promised_until_the_bank_has_sent_it(stripe, campaign):
    gift, page = begin(campaign)
    charge = stripe.pay(page, by="sepa_debit")
    hear_all(stripe)
    gift.refresh_from_db()
    assert (gift.state, counted(campaign)) == (DonationState.PROMISED, 0)

    stripe.arrive(charge)
    hear_all(stripe)

    gift.refresh_from_db()
    assert (gift.state, counted(campaign)) == (DonationState.SETTLED, 2_500)
    assert gift.settled_at == NOON + timedelta(days=5, seconds=1)


def test_a_direct_debit_that_bounces_was_never_a_gift(stripe, campaign):
    gift, page = begin(campaign)
    stripe.bounce(stripe.pay(page, by="sepa_debit"))

    hear_all(stripe)

    gift.refresh_from_db()
    assert gift.state == DonationState.FAILED
    assert not gift.transfers.exists()


@pytest.mark.parametrize("at_the_desk", [True, False], ids=["asked by us", "made at Stripe"])
def test_what_is_refunded_in_parts_is_taken_off_part_by_part(stripe, campaign, way, at_the_desk):
    gift, page = begin(campaign, amount=2_000, cover=100)
    charge = stripe.pay(page)
    hear_all(stripe)
    gift.refresh_from_db()
    for key, amount in (("1", 700), ("2", 700)):
        if at_the_desk:
            way.refund(gift, amount=amount, key=key)
            way.refund(gift, amount=amount, key=key)  # a network repeats itself
        else:
            stripe.refund(charge, amount)

    hear_all(stripe)

    assert balances(gift)["contra:refunds"] == 1_400
    assert counted(campaign) == 2_000 - 1_333  # the gift's share of what went back
    stripe.refund(charge, 700)
    hear_all(stripe)
    assert counted(campaign) == 0


def test_a_refund_that_comes_back_is_ours_again(stripe, campaign):
    gift, page = begin(campaign)
    refund = stripe.refund(stripe.pay(page), 2_500)
    hear_all(stripe)
    assert counted(campaign) == 0

    stripe.settle_refund(refund["id"], "failed")
    hear_all(stripe)

    assert "contra:refunds" not in balances(gift)
    assert counted(campaign) == 2_500


def test_more_refunds_than_one_answer_holds_are_all_taken_off(stripe, campaign):
    gift, page = begin(campaign)
    charge = stripe.pay(page)
    for _ in range(12):
        stripe.refund(charge, 100)

    hear(stripe.events[-1])

    assert balances(gift)["contra:refunds"] == 1_200


@pytest.mark.parametrize(
    ("decided", "left", "where"),
    [
        (None, 0, {"asset:disputed": 2_500}),
        ("won", 2_500, {}),
        ("lost", 0, {"contra:chargebacks": 2_500}),
    ],
)
def test_a_disputed_gift_is_taken_off_and_put_back_if_we_are_right(
    stripe, campaign, decided, left, where
):
    gift, page = begin(campaign)
    dispute = stripe.dispute(stripe.pay(page))
    if decided:
        stripe.decide(dispute, decided)

    hear_all(stripe)

    assert counted(campaign) == left
    kept = balances(gift)
    assert kept["expense:fees:stripe"] == 63 + 2_000
    assert {code: kept[code] for code in kept if "dis" in code or "charge" in code} == where


def test_an_inquiry_takes_nothing(stripe, campaign):
    _gift, page = begin(campaign)
    stripe.dispute(stripe.pay(page), status="warning_needs_response")

    hear_all(stripe)

    assert counted(campaign) == 2_500


def test_what_is_sent_to_the_bank_leaves_stripe(stripe, campaign):
    _gift, page = begin(campaign)
    stripe.pay(page)
    stripe.pay_out(2_000, "eur")
    hear_all(stripe)
    hear_all(stripe)

    [payout] = Transfer.objects.filter(kind="payout")
    assert (payout.debit.code, payout.credit.code, payout.amount) == (
        "asset:bank",
        "asset:stripe",
        2_000,
    )


def test_money_of_the_test_mode_stays_apart(options, campaign):
    with StripeStandIn(key="sk_test_standin") as stripe:
        options(**options_for(stripe))
        gift, page = begin(campaign)
        stripe.pay(page)
        hear_all(stripe)

    gift.refresh_from_db()
    assert gift.is_test
    assert all(code.startswith("test:") for code in balances(gift))
    assert counted(campaign) == 0


def test_a_fee_booked_in_another_currency_is_turned_round(stripe, campaign):
    gift, page = begin(campaign)
    charge = stripe.kept[stripe.pay(page)]
    # A dollar was worth 0.8 of theirs: 2,500 became 2,000, of which 50 were kept.
    charge["balance_transaction"] |= {"currency": "usd", "amount": 2_000, "fee": 50}

    hear_all(stripe)

    assert balances(gift)["expense:fees:stripe"] == 63  # 62.5, to the nearest


# Pledges


def test_a_monthly_gift_is_one_gift_after_another(stripe, campaign):
    gift, page = begin_monthly(campaign, amount=1_000, cover=41)
    stripe.pay(page)
    stripe.renew("sub_1")
    hear_all(stripe)

    first, second = gifts()
    assert first == gift
    assert (second.pledge, second.donor, second.amount, second.cover) == (
        gift.pledge,
        gift.donor,
        1_000,
        41,
    )
    assert second.reference != first.reference
    assert (second.state, counted(campaign)) == (DonationState.SETTLED, 2_000)
    assert second.counts_on == date(2026, 12, 22)
    pledge = second.pledge
    assert (pledge.state, pledge.provider_object, pledge.next_on) == (
        PledgeState.ACTIVE,
        "sub_1",
        date(2027, 1, 21),
    )


def test_what_goes_back_of_a_renewal_is_known_by_its_charge_alone(stripe, campaign):
    _gift, page = begin_monthly(campaign)
    stripe.pay(page)
    charge = stripe.renew("sub_1")
    hear_all(stripe)

    stripe.refund(charge, 2_500)
    hear(stripe.events[-1])

    assert counted(campaign) == 2_500


def test_a_renewal_that_fails_is_told_to_its_donor_until_the_card_works(stripe, campaign, postbox):
    gift, page = begin_monthly(campaign)
    stripe.pay(page)
    charge = stripe.renew("sub_1", fails=True)
    hear_all(stripe)
    gift.pledge.refresh_from_db()
    assert gift.pledge.state == PledgeState.FAILING
    assert letters("funding/mail/payment_failed") == ["dana@example.org"]
    assert gifts().count() == 1

    stripe.retry(charge)
    hear_all(stripe)

    gift.pledge.refresh_from_db()
    assert gift.pledge.state == PledgeState.ACTIVE
    assert counted(campaign) == 5_000
    assert letters("funding/mail/payment_failed") == ["dana@example.org"]


def test_a_pledge_that_stripe_gives_up_has_ended(stripe, campaign):
    gift, page = begin_monthly(campaign)
    stripe.pay(page)
    stripe.renew("sub_1", fails=True)
    stripe.end_pledge("sub_1", reason="payment_failed")

    hear_all(stripe)

    gift.pledge.refresh_from_db()
    assert (gift.pledge.state, gift.pledge.end_reason) == (PledgeState.ENDED, "payment_failed")
    assert gift.pledge.next_on is None


def test_a_donor_pauses_resumes_changes_and_cancels(stripe, campaign):
    gift, page = begin_monthly(campaign, amount=1_000)
    stripe.pay(page)
    hear_all(stripe)
    gift.pledge.refresh_from_db()
    pledge = gift.pledge

    commands.pause_pledge(pledge=pledge, until=date(2027, 3, 1), at=timezone.now())
    assert (pledge.state, pledge.paused_until) == (PledgeState.PAUSED, date(2027, 3, 1))
    assert stripe.renew("sub_1") is None
    commands.resume_pledge(pledge=pledge, at=timezone.now())
    assert (pledge.state, pledge.paused_until) == (PledgeState.ACTIVE, None)
    commands.change_pledge_amount(pledge=pledge, amount=3_000, at=timezone.now())
    stripe.renew("sub_1")
    hear_all(stripe)
    assert [each.amount for each in gifts()] == [1_000, 3_000]
    commands.end_pledge(pledge=pledge, at=timezone.now())
    commands.end_pledge(pledge=pledge, at=timezone.now())

    assert pledge.state == PledgeState.ENDED
    assert stripe.kept["sub_1"]["status"] == "canceled"


def test_the_card_is_changed_on_stripes_own_page(stripe, campaign, way):
    gift, page = begin_monthly(campaign)
    stripe.pay(page)
    hear_all(stripe)
    gift.pledge.refresh_from_db()

    url = way.portal_url(gift.pledge, return_to=RETURN_TO)

    assert url == f"{stripe.address}/portal/1"
    _method, _path, asked = stripe.asked[-1]
    assert asked["flow_data"]["after_completion"]["redirect"] == {"return_url": RETURN_TO}


# What is not ours, and what goes wrong


def test_payments_of_a_shop_that_shares_the_account_are_none_of_ours(stripe, campaign, way):
    intent = stripe._intent(900, "eur", {})
    charge = stripe._charge(intent, by="card", status="succeeded")

    assert way.snapshot(charge["id"]) is None
    assert way.snapshot(intent["id"]) is None
    assert way.snapshot("ch_of_another_account") is None
    assert way.snapshot("cus_1") is None


@pytest.mark.parametrize("status", [500, 503, 429, 409])
def test_stripe_is_away_when_it_fails_twice(stripe, campaign, way, status):
    _gift, page = begin(campaign)
    stripe.failures = [status, status]

    with pytest.raises(ProviderAway):
        way.snapshot(page)
    stripe.failures = []
    assert isinstance(way.snapshot(page), PaymentSnapshot)


def test_stripe_fails_once_and_nobody_notices(stripe, campaign):
    gift = begin_gift(campaign, provider="stripe")
    stripe.failures = [500]

    commands.start_payment(donation=gift, return_to=RETURN_TO, cancel_to=CANCEL_TO, at=NOON)

    assert len(stripe.all("checkout.session")) == 1


def test_a_key_that_stripe_does_not_know_is_refused(stripe, campaign, options, way):
    options(stripe_key="rk_live_another")

    with pytest.raises(ProviderRefused) as refused:
        way.snapshot("cs_1")
    assert "API Key" in refused.value.trouble


def test_tells_stripe_nothing_about_this_machine(stripe, campaign, way):
    seen = []
    stripe.heard = seen.append
    way.snapshot("cs_1")

    [headers] = seen
    assert "X-Stripe-Client-User-Agent" not in headers
    assert "X-Stripe-Client-Telemetry" not in headers


def test_says_what_is_wrong_with_how_it_is_set_up(options, way):
    options(stripe_key="sk_test_1", stripe_hook_secrets="", stripe_fees="EUR 1.5")

    assert not way.is_ready()
    assert [sentence.partition(" ")[0] for sentence in way.trouble()] == [
        "stripe_key",
        "stripe_key",
        "stripe_fees",
    ]


@pytest.mark.parametrize(
    ("amount", "currency", "fee"),
    [
        (2_500, "EUR", 63),
        (25_778, "USD", 778),
        (1, "EUR", 25),
        (1_000, "JPY", 36),
        (100, "GBP", None),
    ],
)
def test_knows_what_stripe_keeps(options, way, amount, currency, fee):
    options(stripe_fees="EUR 1.5% + 0.25, USD 2.9% + 0.30, JPY 3.6%")

    assert way.fee_of(amount, currency) == fee


def test_writes_amounts_as_stripe_does(stripe, campaign, way):
    begin(open_campaign(currency="ISK"), amount=500, currency="ISK")

    _method, _path, asked = stripe.asked[-1]
    assert asked["line_items"][0]["price_data"]["unit_amount"] == "50000"
    [session] = stripe.all("checkout.session")
    assert way.snapshot(session["id"]).amount == 500


def letters(template):
    return list(
        QueuedLetter.objects.filter(template=template).order_by("pk").values_list("to", flat=True)
    )
