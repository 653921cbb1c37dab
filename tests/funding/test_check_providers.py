"""check_providers: what Stripe says it has taken is what the ledger holds."""

from datetime import timedelta

import pytest

from broadsheet.funding import commands
from broadsheet.funding.cli import DIFFERENT, DONE, check, reconcile
from broadsheet.funding.models import Reconciliation, Transfer
from broadsheet.serve.cli import _parser
from factories.moments import NOON, minutes
from factories.stripe import begin, begin_monthly, hear, hear_all

pytestmark = pytest.mark.django_db

SINCE = NOON - timedelta(days=5)
LATER = NOON + timedelta(days=90)


def troubles(*, at=LATER):
    return [each.sentence for each in commands.check_providers(since=SINCE, at=at)]


def paid(stripe, campaign, **wish):
    """A gift of 25 that was paid and heard of; what Stripe calls the payment."""
    charge = stripe.pay(begin(campaign, **wish)[1])
    told = stripe.events[-2:]
    for event in told:
        hear(event, at=NOON)
    return charge


def test_finds_both_equal_whatever_happened(stripe, campaign):
    stripe.refund(stripe.pay(begin(campaign, cover=78)[1]), 500)
    stripe.pay(begin_monthly(campaign)[1])
    stripe.decide(stripe.dispute(stripe.pay(begin(campaign)[1])), "lost")
    stripe.renew("sub_1")
    stripe.pay_out(1_000, "eur")
    hear_all(stripe)
    written = Transfer.objects.count()

    assert troubles() == []
    assert check(since=SINCE.date()) == DONE
    assert Transfer.objects.count() == written


def test_leaves_alone_what_a_shop_takes_on_the_same_account(stripe, campaign):
    paid(stripe, campaign)
    charge = stripe._charge(stripe._intent(900, "eur", {}), by="card", status="succeeded")
    stripe._book(charge)
    stripe._tell_of(charge)

    assert troubles() == []


def test_finds_a_payment_that_no_message_told_us(stripe, campaign, capsys):
    paid(stripe, campaign)
    missed = stripe.pay(begin(campaign)[1])

    [fee, gift] = troubles()
    assert gift == (
        "stripe, gift in EUR: the ledger holds 25\N{NO-BREAK SPACE}€,"
        f" stripe says 50\N{NO-BREAK SPACE}€; see stripe:{missed}:gift."
    )
    assert "fee in EUR" in fee
    assert check(since=SINCE.date()) == DIFFERENT
    assert gift in capsys.readouterr().out
    assert not Transfer.objects.filter(key__contains=missed).exists()
    assert check(with_providers=False) == DONE


def test_finds_a_renewal_that_no_message_told_us(stripe, campaign):
    stripe.pay(begin_monthly(campaign)[1])
    hear_all(stripe)
    missed = stripe.renew("sub_1")

    assert any(f"see stripe:{missed}:gift." in each for each in troubles())


def test_finds_a_refund_that_the_ledger_does_not_hold(stripe, campaign):
    refund = stripe.refund(paid(stripe, campaign), 500)

    [sentence] = troubles()
    assert sentence == (
        "stripe, refund in EUR: the ledger holds 0\N{NO-BREAK SPACE}€,"
        f" stripe says 5\N{NO-BREAK SPACE}€; see stripe:{refund['id']}:refund."
    )


def test_finds_an_amount_that_is_not_the_same(stripe, campaign):
    charge = paid(stripe, campaign)
    stripe.kept[charge]["amount"] = 2_000

    assert any("holds 25" in each and "says 20" in each for each in troubles())


def test_finds_a_transfer_of_which_the_provider_knows_nothing(stripe, campaign):
    charge = paid(stripe, campaign)
    stripe.kept.clear()

    assert any(
        "holds 25" in each and "says 0" in each and f"stripe:{charge}:gift" in each
        for each in troubles()
    )


def test_does_not_take_money_of_the_other_mode_for_unknown(stripe, campaign, options):
    paid(stripe, campaign)
    stripe.kept.clear()
    stripe.key = "rk_test_standin"
    options(stripe_key=stripe.key)

    assert troubles() == []


def test_waits_for_messages_that_are_on_their_way(stripe, campaign):
    stripe.pay(begin(campaign)[1])

    assert troubles(at=NOON + minutes(5)) == []
    assert troubles(at=NOON + minutes(20)) != []


def test_does_not_wait_where_the_provider_never_says_since_when(stripe, campaign):
    stripe.decide(stripe.dispute(paid(stripe, campaign)), "lost")

    assert any(each.startswith("stripe, lost in EUR") for each in troubles(at=NOON))


def test_leaves_alone_gifts_that_we_do_not_know(stripe, campaign):
    gift, page = begin(campaign)
    stripe.pay(page)
    gift.delete()

    assert troubles() == []


def test_says_that_a_provider_is_away(stripe, campaign, capsys):
    paid(stripe, campaign)
    stripe.failures = [500] * 9

    [sentence] = troubles()
    assert sentence.startswith("stripe could not be compared: This way of paying does not answer")
    stripe.failures = [500] * 9
    assert check() == DIFFERENT
    assert "stripe could not be compared" in capsys.readouterr().out


def test_says_what_reconciling_has_brought(stripe, campaign, capsys):
    charge = stripe.pay(begin(campaign)[1])

    assert reconcile() == DONE
    assert f"stripe:{charge}:gift: 25\N{NO-BREAK SPACE}€\n" in capsys.readouterr().out
    assert troubles() == []
    assert reconcile() == DONE
    assert capsys.readouterr().out == "0 things were new.\n"


def test_says_whom_it_could_not_ask(stripe, campaign, capsys):
    stripe.failures = [500] * 9

    assert reconcile() == DIFFERENT
    assert "stripe could not be asked: This way" in capsys.readouterr().out
    assert Reconciliation.objects.get().trouble


def test_takes_a_day_and_no_other_words():
    wanted = _parser().parse_args(["funding", "check", "--since", "2026-11-01", "--no-providers"])
    assert wanted.since.isoformat() == "2026-11-01"
    assert wanted.no_providers
    with pytest.raises(SystemExit):
        _parser().parse_args(["funding", "check", "--since", "yesterday"])
