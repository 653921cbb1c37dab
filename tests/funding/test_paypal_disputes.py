"""What is disputed of payments by PayPal, and how much of it counts meanwhile and in the end."""

import pytest
from django.utils import timezone

from broadsheet.funding import commands, providers
from broadsheet.funding.models import DayTotal, EventState
from broadsheet.funding.providers.paypal.client import forget_token
from factories.bank import balance
from factories.giving import begin_gift
from factories.moments import NOON
from factories.paypal import PayPal

pytestmark = pytest.mark.django_db

EUR = "EUR"


@pytest.fixture
def paypal(options):
    forget_token()
    with PayPal() as server:
        options(**server.options())
        yield server


@pytest.fixture
def payment(paypal, campaign):
    """What PayPal calls a gift of 25 that it has taken."""
    gift = begin_gift(campaign, provider="paypal")
    here = "https://news.example/"
    commands.start_payment(donation=gift, return_to=here, cancel_to=here, at=NOON)
    gift.refresh_from_db()
    paypal.approve(gift.provider_object.removeprefix("order:"))
    commands.ask_about_gift(donation=gift, at=NOON)
    return paypal.only_capture()


def money(value):
    return {"currency_code": EUR, "value": value}


def tell(paypal, payment, kind="UPDATED"):
    """PayPal tells that something has changed about a dispute."""
    transactions = [{"seller_transaction_id": payment}]
    headers, body = paypal.event(
        f"CUSTOMER.DISPUTE.{kind}", {"disputed_transactions": transactions}
    )
    now = timezone.now()
    event = commands.receive_event(provider_code="paypal", headers=headers, body=body, at=now)
    return commands.act_on_event(event=event, at=now)


def held():
    """What the ledger holds: disputed, lost in disputes, sent back, and what the meter counts."""
    accounts = ("asset:disputed", "contra:chargebacks", "contra:refunds")
    return (*(balance(account) for account in accounts), DayTotal.objects.get().counted)


def test_what_is_disputed_does_not_count_while_paypal_holds_it(paypal, payment):
    paypal.dispute(payment, "25.00")
    # As the sandbox does, which calls what it holds partly refunded.
    paypal.payment(payment)["status"] = "PARTIALLY_REFUNDED"

    tell(paypal, payment, "CREATED")

    assert held() == (2_500, 0, 0, 0)


@pytest.mark.parametrize(
    "outcome",
    ["RESOLVED_SELLER_FAVOUR", "CANCELED_BY_BUYER", "DENIED", "RESOLVED_WITH_PAYOUT", "NONE"],
)
def test_what_is_won_counts_again(paypal, payment, outcome):
    dispute = paypal.dispute(payment, "10.00")
    tell(paypal, payment, "CREATED")
    assert held() == (1_000, 0, 0, 1_500)

    paypal.decide(dispute, outcome)
    tell(paypal, payment, "RESOLVED")

    assert held() == (0, 0, 0, 2_500)


def test_what_is_lost_stays_disputed_until_the_payment_says_that_it_has_gone_back(paypal, payment):
    dispute = paypal.dispute(payment, "25.00")
    paypal.decide(dispute, "RESOLVED_BUYER_FAVOUR", amount_refunded=money("25.00"))
    tell(paypal, payment, "RESOLVED")
    assert held() == (2_500, 0, 0, 0)

    paypal.reverse(payment)
    tell(paypal, payment)

    assert held() == (0, 2_500, 0, 0)


def test_what_was_lost_may_be_won_by_an_appeal(paypal, payment):
    dispute = paypal.dispute(payment, "25.00")
    paypal.decide(dispute, "RESOLVED_BUYER_FAVOUR")
    paypal.reverse(payment)
    tell(paypal, payment)

    paypal.decide(dispute, "RESOLVED_SELLER_FAVOUR")
    paypal.payment(payment)["status"] = "COMPLETED"
    tell(paypal, payment)

    assert held() == (0, 0, 0, 2_500)


def test_what_went_back_by_a_refund_is_not_lost_a_second_time(paypal, payment):
    dispute = paypal.dispute(payment, "25.00")
    tell(paypal, payment, "CREATED")
    paypal.refund(payment, "10.00")
    tell(paypal, payment)
    assert held() == (2_500, 0, 1_000, 0)

    paypal.decide(dispute, "RESOLVED_BUYER_FAVOUR", amount_refunded=money("10.00"))
    tell(paypal, payment, "RESOLVED")

    assert held() == (0, 0, 1_000, 1_500)


def test_a_refund_from_before_it_was_disputed_pays_no_dispute(paypal, payment):
    paypal.refund(payment, "10.00")
    dispute = paypal.dispute(payment, "10.00")

    paypal.decide(dispute, "RESOLVED_BUYER_FAVOUR", amount_refunded=money("10.00"))
    tell(paypal, payment, "RESOLVED")

    assert held() == (1_000, 0, 1_000, 500)


def test_of_what_was_all_sent_back_nothing_is_lost(paypal, payment):
    paypal.refund(payment, "25.00")
    dispute = paypal.dispute(payment, "25.00")

    paypal.decide(dispute, "RESOLVED_BUYER_FAVOUR", amount_refunded=money("25.00"))
    tell(paypal, payment, "RESOLVED")

    assert held() == (0, 0, 2_500, 0)


def test_of_what_was_partly_sent_back_no_more_is_lost_than_was_paid(paypal, payment):
    dispute = paypal.dispute(payment, "25.00")
    paypal.refund(payment, "10.00")

    paypal.decide(dispute, "RESOLVED_BUYER_FAVOUR", amount_refunded=money("25.00"))
    paypal.reverse(payment)
    tell(paypal, payment, "RESOLVED")

    assert held() == (0, 0, 2_500, 0)


def test_what_a_bank_took_back_is_a_refund_beside_a_smaller_dispute(paypal, payment):
    dispute = paypal.dispute(payment, "10.00")
    paypal.reverse(payment)
    tell(paypal, payment)
    assert held() == (1_000, 0, 1_500, 0)

    paypal.decide(dispute, "RESOLVED_BUYER_FAVOUR", amount_refunded=money("10.00"))
    tell(paypal, payment, "RESOLVED")

    assert held() == (0, 1_000, 1_500, 0)


@pytest.mark.parametrize("reason", ["BUYER_COMPLAINT", "CHARGEBACK"])
def test_a_payment_that_is_pending_for_its_dispute_was_received(paypal, payment, reason):
    paypal.dispute(payment, "25.00")
    paypal.payment(payment).update(status="PENDING", status_details={"reason": reason})

    tell(paypal, payment)

    assert held() == (2_500, 0, 0, 0)


@pytest.mark.parametrize(
    "names", [("fund_movements", "party"), ("money_movements", "affected_party")]
)
def test_books_what_paypal_takes_for_a_dispute_itself(paypal, payment, names):
    movements, party = names
    moved = [
        {
            "reason": "DISPUTE_SETTLEMENT",
            "amount": money("24.00"),
            "type": "DEBIT",
            party: "SELLER",
        },
        {"reason": "CHARGEBACK_FEE", "amount": money("3.00"), "type": "CREDIT", party: "BUYER"},
        {"reason": "CHARGEBACK_FEE", "amount": money("16.00"), "type": "DEBIT", party: "SELLER"},
    ]
    paypal.dispute(payment, "25.00", **{movements: moved})

    tell(paypal, payment)
    tell(paypal, payment)

    assert balance("expense:fees:paypal") == 97 + 1_600


def test_what_is_disputed_in_another_currency_is_all_of_it(paypal, payment):
    paypal.dispute(payment, "20.00", dispute_amount={"currency_code": "USD", "value": "20.00"})

    tell(paypal, payment)

    assert held() == (2_500, 0, 0, 0)


def test_an_app_that_may_not_ask_still_takes_gifts_and_says_so_once_one_is_disputed(
    paypal, campaign, request
):
    paypal.may_ask_of_disputes = False
    payment = request.getfixturevalue("payment")
    assert DayTotal.objects.get().counted == 2_500

    event = tell(paypal, payment, "CREATED")

    assert event.state == EventState.FAILED
    assert event.trouble.startswith("403")
    paypal.may_ask_of_disputes = True
    paypal.dispute(payment, "25.00")
    commands.act_on_event(event=event, at=timezone.now())
    assert held() == (2_500, 0, 0, 0)


def test_the_night_finds_a_dispute_that_no_message_told_of(paypal, payment):
    paypal.dispute(payment, "25.00")
    paypal.event(
        "CUSTOMER.DISPUTE.CREATED",
        {"disputed_transactions": [{"seller_transaction_id": payment}]},
    )

    commands.reconcile_provider(provider=providers.provider("paypal"), at=timezone.now())

    assert held() == (2_500, 0, 0, 0)
