"""BTCPay: what we ask it, and what we make of what it says. A stand-in answers, over HTTP."""

from datetime import timedelta

import pytest
from django.utils import timezone

from broadsheet.funding import commands, providers
from broadsheet.funding.models import DayTotal, DonationState, EventState, InboundEvent
from broadsheet.funding.providers import NotAuthentic, ProviderAway, ProviderRefused
from factories.btcpay import BTCPay
from factories.giving import begin_gift
from factories.moments import NOON

pytestmark = pytest.mark.django_db

HERE = {"return_to": "https://news.example/thanks/", "cancel_to": "https://news.example/give/"}


@pytest.fixture
def btcpay(options):
    with BTCPay() as server:
        options(**server.options())
        yield server


@pytest.fixture
def gift(btcpay, campaign):
    return begin_gift(campaign, provider="btcpay")


def start(gift):
    ahead = commands.start_payment(donation=gift, **HERE, at=NOON)
    gift.refresh_from_db()
    return ahead


def hear(btcpay, *what, **changes):
    headers, body = btcpay.message(*what, **changes)
    event = commands.receive_event(
        provider_code="btcpay", headers=headers, body=body, at=timezone.now()
    )
    return commands.act_on_event(event=event, at=timezone.now())


def test_leads_to_an_invoice_of_the_gifts_own_amount(btcpay, gift):
    ahead = start(gift)

    [invoice] = btcpay.invoices.values()
    assert ahead.address == f"{btcpay.address}/i/{invoice['id']}"
    assert (invoice["amount"], invoice["currency"]) == ("25.00", "EUR")
    assert invoice["metadata"] == {"orderId": gift.reference}
    assert gift.expires_at == NOON + timedelta(hours=1)


def test_makes_one_invoice_however_often_it_is_asked(btcpay, gift):
    assert start(gift) == start(gift)
    assert len(btcpay.invoices) == 1


def test_books_what_was_invoiced_once_it_is_settled(btcpay, gift):
    start(gift)
    btcpay.pay(gift.provider_object)
    hear(btcpay, "InvoiceProcessing", gift.provider_object)
    gift.refresh_from_db()
    assert gift.state == DonationState.PROMISED
    assert not gift.transfers.exists()

    btcpay.invoices[gift.provider_object]["status"] = "Settled"
    hear(btcpay, "InvoiceSettled", gift.provider_object, "d-2")

    gift.refresh_from_db()
    assert (gift.state, gift.settled_at) == (DonationState.SETTLED, NOON + timedelta(minutes=5))
    [transfer] = gift.transfers.all()
    assert transfer.key == f"btcpay:{gift.provider_object}:gift"
    assert (transfer.debit.code, transfer.amount) == ("asset:btcpay", 2_500)


def test_books_once_whatever_comes_again_and_in_whichever_order(btcpay, gift):
    start(gift)
    btcpay.pay(gift.provider_object)
    btcpay.invoices[gift.provider_object]["status"] = "Settled"

    for kind, delivery in [("InvoiceSettled", "d-2"), ("InvoiceProcessing", "d-1")] * 2:
        hear(btcpay, kind, gift.provider_object, delivery)
    hear(
        btcpay,
        "InvoiceSettled",
        gift.provider_object,
        "d-3",
        isRedelivery=True,
        originalDeliveryId="d-2",
    )

    assert DayTotal.objects.get().counted == 2_500
    assert InboundEvent.objects.count() == 2


def test_believes_an_invoice_and_not_a_message(btcpay, gift):
    start(gift)

    hear(btcpay, "InvoiceSettled", gift.provider_object, manuallyMarked=True)

    assert not gift.transfers.exists()


def test_takes_what_was_marked_as_settled_by_hand(btcpay, gift):
    start(gift)
    btcpay.invoices[gift.provider_object].update(status="Settled", additionalStatus="Marked")

    hear(btcpay, "InvoiceSettled", gift.provider_object)

    gift.refresh_from_db()
    assert gift.settled_at == NOON


@pytest.mark.parametrize("status", ["Expired", "Invalid"])
def test_says_that_a_gift_was_not_completed(btcpay, gift, status):
    start(gift)
    btcpay.invoices[gift.provider_object]["status"] = status

    hear(btcpay, f"Invoice{status}", gift.provider_object)

    gift.refresh_from_db()
    assert gift.state == DonationState.FAILED


@pytest.mark.parametrize(
    ("headers", "changes"),
    [
        ({}, {}),
        ({"BTCPay-Sig": "sha256=00"}, {}),
        (None, {"secret": "another"}),
        (None, {"storeId": "store-2"}),
    ],
    ids=["unsigned", "signed wrongly", "by another", "of another store"],
)
def test_keeps_nothing_that_is_not_proven(btcpay, gift, headers, changes):
    signed, body = btcpay.message("InvoiceSettled", "invoice-1", **changes)

    with pytest.raises(NotAuthentic):
        commands.receive_event(
            provider_code="btcpay",
            headers=signed if headers is None else headers,
            body=body,
            at=NOON,
        )

    assert not InboundEvent.objects.exists()


def test_takes_either_secret_while_one_takes_over_from_the_other(btcpay, options):
    options(btcpay_hook_secrets="new, hook-secret")
    way = providers.provider("btcpay")

    for secret in ("new", "hook-secret"):
        headers, body = btcpay.message("InvoiceSettled", "invoice-1", secret=secret)
        assert way.authenticate(headers, body).subject == "invoice-1"


def test_tries_again_when_the_server_is_away(btcpay, gift):
    start(gift)
    btcpay.pay(gift.provider_object)
    btcpay.invoices[gift.provider_object]["status"] = "Settled"
    btcpay.is_away = True

    event = hear(btcpay, "InvoiceSettled", gift.provider_object)
    assert event.state == EventState.FAILED
    btcpay.is_away = False
    commands.act_on_due_events(at=timezone.now() + timedelta(minutes=1))

    assert DayTotal.objects.get().counted == 2_500


def test_refuses_to_lead_donors_anywhere_but_to_its_server(btcpay, gift, monkeypatch):
    monkeypatch.setattr(
        btcpay, "make", lambda _said: (200, {"checkoutLink": "https://evil.example/i/1"})
    )

    with pytest.raises(ProviderRefused):
        start(gift)


def test_says_what_is_wrong_with_the_key_and_that_nobody_answers(btcpay, gift, options):
    options(btcpay_key="wrong")
    with pytest.raises(ProviderRefused, match="provider-refused") as refusal:
        start(gift)
    assert refusal.value.trouble.startswith("401")

    options(btcpay_address="http://127.0.0.1:9")
    with pytest.raises(ProviderAway):
        start(gift)


def test_finds_what_no_message_has_told(btcpay, campaign):
    gifts = [begin_gift(campaign, provider="btcpay") for _each in range(3)]
    for each in gifts:
        start(each)

    found = list(providers.provider("btcpay").changed_since(NOON))

    assert found == [each.provider_object for each in gifts]


def test_is_not_offered_before_it_is_set_up(options, btcpay):
    way = providers.provider("btcpay")
    assert way.is_ready()
    assert way.trouble() == []

    options(btcpay_store="")

    assert not way.is_ready()
    assert way.trouble() == ["BTCPay is set up in part; what is missing: btcpay_store."]
    with pytest.raises(NotAuthentic):
        way.authenticate(*btcpay.message("InvoiceSettled", "invoice-1"))
