"""import_statement: what the bank says came in, once, whatever it is written in."""

from datetime import date

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import (
    BankEntry,
    BankStatement,
    DonationState,
)
from broadsheet.funding.statements import guess_columns, read_table
from factories.bank import balance, bank_says
from factories.moments import NOON
from factories.statements import Line, csv_file

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 4)


def entry():
    return BankEntry.objects.get()


def test_the_same_file_again_is_no_news(account, gift, mona):
    lines = [Line(amount=5_000, text=gift.reference), Line(amount=700), Line(amount=700)]
    bank_says(*lines, account=account, importer=mona)
    again = bank_says(*lines, Line(amount=900), account=account, importer=mona)

    assert (again.entries_new, again.repeated) == (1, 3)
    assert BankEntry.objects.count() == 4
    assert balance("asset:bank") == 5_000 + 700 + 700 + 900


def test_what_went_out_is_not_kept(account, mona):
    statement = bank_says(
        Line(amount=-90_000, text="rent", name="The landlord"),
        Line(amount=100, text="a coffee"),
        account=account,
        importer=mona,
    )

    assert (statement.passed_over, statement.entries_new) == (1, 1)
    assert not BankEntry.objects.filter(amount__lt=0).exists()


def test_a_file_of_another_account_or_currency_is_refused(account, mona):
    with pytest.raises(commands.OtherAccount):
        bank_says(Line(amount=1), account=account, importer=mona, iban="AT611904300234573201")
    with pytest.raises(commands.OtherCurrency):
        bank_says(Line(amount=1), account=account, importer=mona, currency="USD")
    with pytest.raises(commands.StatementEmpty):
        bank_says(account=account, importer=mona)

    assert not BankStatement.objects.exists()


def test_csv_asks_once_what_its_columns_are(account, gift, mona):
    content = csv_file(Line(amount=5_000, text=gift.reference))
    with pytest.raises(commands.ColumnsUnknown):
        bank_says(content=content, account=account, importer=mona)
    commands.import_statement(
        content=content,
        file_name="a.csv",
        account=account,
        columns=guess_columns(read_table(content)),
        importer=mona,
        at=NOON,
    )

    bank_says(content=csv_file(Line(amount=100)), account=account, importer=mona)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert BankEntry.objects.count() == 2


def test_only_those_who_may_reconcile_import(account, ada):
    with pytest.raises(NotAllowed):
        bank_says(Line(amount=1), account=account, importer=ada)


def test_balances_that_do_not_add_up_are_kept_with_the_statement(account, mona):
    assert bank_says(Line(amount=100), account=account, importer=mona, closing=0).difference
    assert bank_says(Line(amount=200), account=account, importer=mona).difference == 0
