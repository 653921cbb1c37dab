"""enter_bank_account: whoever takes over a desk does not get the money."""

from datetime import timedelta

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import BankAccount
from broadsheet.funding.providers.bank import shown_account
from broadsheet.notify.models import QueuedLetter
from factories.moments import NOON
from factories.money_desk import may

pytestmark = pytest.mark.django_db

FIRST, SECOND = "DE89 3704 0044 0532 0130 00", "AT61 1904 3002 3457 3201"
DAY = timedelta(hours=24)


@pytest.fixture
def ed(ed):
    return may(ed, "configure")


@pytest.fixture
def mona(mona):
    """Administers, and reads letters."""
    mona.email, mona.is_superuser = "mona@example.org", True
    mona.save()
    return mona


def enter(actor, *, at=NOON, **fields):
    return commands.enter_bank_account(
        **{
            "currency": "EUR",
            "holder": "The Paper",
            "iban": FIRST,
            "actor": actor,
            "at": at,
            **fields,
        }
    )


def shown(at, currency="EUR"):
    account = shown_account(currency, at=at)
    return account and account.number


def test_the_first_account_is_shown_at_once(ed, mona):
    enter(ed, bic="cobadeff")

    assert shown(NOON) == FIRST.replace(" ", "")
    assert BankAccount.objects.get().bic == "COBADEFF"


def test_another_is_shown_a_day_later_and_administrators_are_written_to(ed, mona):
    enter(ed)
    QueuedLetter.objects.all().delete()
    enter(ed, iban=SECOND, at=NOON)

    assert shown(NOON + DAY - timedelta(seconds=1)) == FIRST.replace(" ", "")
    assert shown(NOON + DAY) == SECOND.replace(" ", "")
    letter = QueuedLetter.objects.get()
    assert letter.to == "mona@example.org"
    assert FIRST in letter.text
    assert SECOND in letter.text


def test_a_change_can_be_stopped_before_it_is_shown(ed, mona):
    enter(ed)
    second = enter(ed, iban=SECOND)

    commands.stop_bank_account(account=second, actor=mona, at=NOON + DAY / 2)

    assert shown(NOON + 2 * DAY) == FIRST.replace(" ", "")
    with pytest.raises(commands.AccountShown):
        commands.stop_bank_account(account=second, actor=mona, at=NOON + 2 * DAY)


def test_withdrawing_does_not_make_the_next_one_the_first(ed, mona):
    enter(ed)
    commands.withdraw_bank_account(currency="EUR", actor=ed, at=NOON)
    enter(ed, iban=SECOND)

    assert shown(NOON) is None
    assert shown(NOON + DAY) == SECOND.replace(" ", "")


def test_where_there_is_no_iban_lines_say_how_to_pay(ed, mona):
    enter(ed, currency="USD", iban="", details="Routing 021000021\nAccount 123456789")

    assert shown(NOON, "USD") == "ROUTING021000021ACCOUNT123456789"


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"iban": "DE89 3704 0044 0532 0130 01"}, commands.IbanRefused),
        ({"iban": "", "details": " "}, commands.AccountRefused),
        ({"holder": " "}, commands.AccountRefused),
        ({"currency": "XXX"}, commands.AccountRefused),
        ({"bic": "SHORT"}, commands.BicRefused),
    ],
)
def test_an_account_that_cannot_be_paid_to_is_refused(ed, mona, wrong, refusal):
    with pytest.raises(refusal):
        enter(ed, **wrong)

    assert not BankAccount.objects.exists()
    assert not QueuedLetter.objects.exists()


def test_only_those_who_may_configure_enter_accounts(ada):
    with pytest.raises(NotAllowed):
        enter(ada)
