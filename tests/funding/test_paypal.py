"""PayPal: what we ask it, and what we make of what it says. A stand-in answers, over HTTP."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from broadsheet.funding import commands, protection, providers
from broadsheet.funding.models import DayTotal, DonationState, InboundEvent
from broadsheet.funding.providers import NotAuthentic, ProviderAway, ProviderRefused
from broadsheet.funding.providers.paypal.client import forget_token
from factories.giving import begin_gift
from factories.moments import NOON
from factories.paypal import PayPal

pytestmark = pytest.mark.django_db

HERE = {"return_to": "https://news.example/thanks/", "cancel_to": "https://news.example/give/"}


@pytest.fixture
def paypal(options):
    forget_token()
    with PayPal() as server:
        options(**server.options())
        yield server


@pytest.fixture
def way(paypal):
    return providers.provider("paypal")


@pytest.fixture
def gift(paypal, campaign):
    return begin_gift(campaign, provider="paypal", cover=100)


def start(gift):
    ahead = commands.start_payment(donation=gift, **HERE, at=gift.begun_at)
    gift.refresh_from_db()
    return ahead


def order_of(gift):
    return gift.provider_object.removeprefix("order:")


def hear(paypal, kind, resource):
    headers, body = paypal.event(kind, resource)
    event = commands.receive_event(
        provider_code="paypal", headers=headers, body=body, at=timezone.now()
    )
    return commands.act_on_event(event=event, at=timezone.now())


def pay(paypal, gift):
    """The donor agrees at PayPal, and we hear of it."""
    start(gift)
    paypal.approve(order_of(gift))
    hear(paypal, "CHECKOUT.ORDER.APPROVED", {"id": order_of(gift)})
    gift.refresh_from_db()


def balances(gift):
    found = {}
    for transfer in gift.transfers.select_related("debit", "credit"):
        found[transfer.debit.code] = found.get(transfer.debit.code, 0) + transfer.amount
        found[transfer.credit.code] = found.get(transfer.credit.code, 0) - transfer.amount
    return found


def test_leads_to_paypals_own_page_with_all_that_is_to_be_paid(paypal, gift):
    ahead = start(gift)

    [order] = paypal.orders.values()
    [unit] = order["purchase_units"]
    assert ahead.address == f"{paypal.address}/checkoutnow?token={order['id']}"
    assert unit["amount"] == {"currency_code": "EUR", "value": "26.00"}
    assert unit["custom_id"] == gift.reference
    assert gift.expires_at == NOON + timedelta(hours=3)


def test_makes_one_order_however_often_it_is_asked(paypal, gift):
    first = start(gift)
    gift.provider_object = ""
    gift.save()

    assert start(gift) == first
    assert start(gift) == first
    assert len(paypal.orders) == 1


def test_takes_the_money_once_its_donor_has_agreed(paypal, gift):
    start(gift)
    assert not commands.ask_about_gift(donation=gift, at=NOON)

    paypal.approve(order_of(gift))
    commands.ask_about_gift(donation=gift, at=NOON)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert gift.settled_at == datetime(2026, 11, 22, 12, 5, tzinfo=UTC)
    assert gift.provider_object == paypal.only_capture()
    assert balances(gift) == {
        "asset:paypal": 2_600 - 97,
        "income:gifts": -2_500,
        "income:fee_cover": -100,
        "expense:fees:paypal": 97,
    }


def test_books_once_whatever_comes_again_and_in_whichever_order(paypal, gift):
    pay(paypal, gift)
    capture = paypal.only_capture()

    hear(paypal, "PAYMENT.CAPTURE.COMPLETED", {"id": capture})
    hear(paypal, "CHECKOUT.ORDER.APPROVED", {"id": paypal.captures[capture]})
    commands.ask_about_gift(donation=gift, at=NOON)

    assert DayTotal.objects.get().counted == 2_500
    assert len(paypal.captures) == 1


def test_takes_the_money_once_when_two_ask_at_the_same_moment(paypal, gift, way):
    pay(paypal, gift)
    # As the other has seen it, who is a moment late.
    paypal.orders["ORDER1"]["status"] = "APPROVED"

    way.snapshot("order:ORDER1")

    assert len(paypal.captures) == 1


def test_waits_for_what_paypal_holds_back(paypal, gift):
    paypal.capture_status = "PENDING"
    pay(paypal, gift)
    assert gift.state == DonationState.PROMISED
    assert not gift.transfers.exists()

    paypal.orders["ORDER1"]["purchase_units"][0]["payments"]["captures"][0]["status"] = "COMPLETED"
    hear(paypal, "PAYMENT.CAPTURE.COMPLETED", {"id": paypal.only_capture()})

    assert DayTotal.objects.get().counted == 2_500


def test_says_that_a_gift_was_not_completed(paypal, gift):
    paypal.capture_status = "DECLINED"

    pay(paypal, gift)

    assert gift.state == DonationState.FAILED


def test_takes_nothing_that_neither_account_nor_card_gives(paypal, gift):
    paypal.declines = True
    pay(paypal, gift)
    assert gift.state == DonationState.FAILED

    # What was declined is not taken later on, when its donor has been told that nothing was.
    paypal.declines = False
    commands.ask_about_gift(donation=gift, at=NOON)

    assert not paypal.captures


def test_counts_what_paypal_declines_and_is_switched_off_in_time(paypal, campaign):
    paypal.declines = True
    for _each in range(20):
        gift = begin_gift(campaign, provider="paypal", at=timezone.now())
        commands.note_beginning(donation=gift, origin="here")
        pay(paypal, gift)

    assert protection.paused_providers(at=timezone.now()) == {"paypal"}


def test_sends_back_a_part_once_and_takes_it_off(paypal, gift, way):
    pay(paypal, gift)
    for _again in range(2):
        way.refund(gift, amount=1_300, key="refund-1")
    capture = paypal.only_capture()
    above = [{"rel": "up", "href": f"https://api-m.paypal.com/v2/payments/captures/{capture}"}]

    hear(paypal, "PAYMENT.CAPTURE.REFUNDED", {"id": "REFUND3", "links": above})

    assert balances(gift)["contra:refunds"] == 1_300
    assert DayTotal.objects.get().counted == 1_250


def test_takes_off_what_a_lost_dispute_took(paypal, gift):
    pay(paypal, gift)
    capture = paypal.only_capture()
    paypal.reverse(capture)

    transactions = [{"seller_transaction_id": capture}]
    hear(paypal, "CUSTOMER.DISPUTE.RESOLVED", {"disputed_transactions": transactions})

    assert balances(gift)["contra:refunds"] == 2_600
    assert DayTotal.objects.get().counted == 0


def test_keeps_nothing_that_paypal_does_not_call_its_own(paypal):
    headers, body = paypal.event("CHECKOUT.ORDER.APPROVED", {"id": "ORDER1"})

    for said in [
        (headers, body + b" "),
        ({**headers, "PayPal-Transmission-Sig": "another"}, body),
        ({**headers, "PayPal-Transmission-Sig": ""}, body),
        ({}, body),
        (headers, b"no JSON"),
        (headers, b"{}, "),
    ]:
        with pytest.raises(NotAuthentic):
            commands.receive_event(provider_code="paypal", headers=said[0], body=said[1], at=NOON)

    assert not InboundEvent.objects.exists()


def test_lets_paypal_send_again_what_cannot_be_checked_now(paypal):
    said = paypal.event("CHECKOUT.ORDER.APPROVED", {"id": "ORDER1"})
    paypal.is_away = True

    with pytest.raises(ProviderAway):
        commands.receive_event(provider_code="paypal", headers=said[0], body=said[1], at=NOON)


def test_knows_nothing_of_orders_that_are_not_ours(paypal, way):
    paypal.orders["OTHER"] = {"id": "OTHER", "status": "APPROVED", "purchase_units": [{}]}

    assert way.snapshot("order:OTHER") is None
    assert way.snapshot("order:NOWHERE") is None
    assert way.snapshot("NOWHERE") is None
    assert not paypal.captures


def test_asks_for_one_token_and_for_another_when_it_is_taken_back(paypal, gift, way):
    start(gift)
    way.snapshot(gift.provider_object)
    assert paypal.asked.count(("POST", "/v1/oauth2/token")) == 1

    paypal.token = "another"
    assert way.snapshot(gift.provider_object)
    assert paypal.asked.count(("POST", "/v1/oauth2/token")) == 2


def test_says_what_is_wrong_with_the_secret(paypal, gift, options):
    options(paypal_secret="wrong")

    with pytest.raises(ProviderRefused) as refusal:
        start(gift)

    assert refusal.value.trouble.startswith("401")


def test_finds_what_no_message_has_told(paypal, way):
    for number in (1, 2, 1, 3):
        paypal.event("CHECKOUT.ORDER.APPROVED", {"id": f"ORDER{number}"})
    paypal.event("BILLING.PLAN.CREATED", {"id": "P-1"})

    assert list(way.changed_since(NOON)) == ["order:ORDER1", "order:ORDER2", "order:ORDER3"]


def test_is_not_offered_before_it_is_set_up(paypal, way, options):
    assert way.is_ready()
    assert way.trouble() == []

    options(paypal_hook="", paypal_address="https://api-m.sandbox.paypal.com")

    assert not way.is_ready()
    assert way.trouble() == [
        "PayPal is set up in part; what is missing: paypal_hook.",
        "paypal_address is PayPal's sandbox: no real money is taken.",
    ]


def test_knows_the_fee_that_the_operator_has_said(way, options):
    options(paypal_fees="EUR 2.49% + 0.35")
    assert way.fee_of(10_000, "EUR") == 284
    assert way.fee_of(10_000, "USD") is None
    assert way.trouble() == []

    options(paypal_fees="two and a half per cent")
    assert way.fee_of(10_000, "EUR") is None
    assert "paypal_fees cannot be read" in way.trouble()[0]


def test_writes_yen_without_decimals(paypal, way, campaign):
    gift = begin_gift(campaign, provider="paypal", cover=100)
    gift.currency, gift.amount, gift.cover = "JPY", 1_500, 0

    way.begin(gift, **HERE)

    assert paypal.orders["ORDER1"]["purchase_units"][0]["amount"]["value"] == "1500"
