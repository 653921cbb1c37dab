"""statement_gaps: days that are in no file, by balances."""

from datetime import date

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.models import BankStatement
from broadsheet.funding.money import Money
from broadsheet.funding.statements import guess_columns, read_table
from factories.bank import bank_says
from factories.money_desk import at_desk
from factories.statements import Line, camt053, csv_file, mt940

pytestmark = pytest.mark.django_db


def march(first, last=None):
    days = range(first, (last or first) + 1)
    return [Line(amount=100, text=f"{day}", on=date(2025, 3, day)) for day in days]


@pytest.fixture
def imports(account, mona):
    """Imports a camt.053 file of March, of which each day brings 1 euro, beginning with 100."""

    def imports(first, last=None, *, opening=None, written=camt053):
        lines = march(first, last)
        before = 10_000 + 100 * (first - 1) if opening is None else opening
        content = written(*lines, opening=before)
        return bank_says(content=content, account=account, importer=mona)

    return imports


def found(mona):
    return [
        (gap.from_day.day, gap.to_day.day, gap.missing)
        for gap in queries.statement_gaps(viewer=mona)
    ]


@pytest.mark.parametrize(
    ("files", "missing"),
    [
        ([(1, 5), (6, 9)], []),
        ([(1, 5), (8, 9)], [(5, 8, 200)]),
        ([(8, 9), (1, 5)], [(5, 8, 200)]),
        ([(1, 5), (8, 9), (12, 14)], [(9, 12, 200), (5, 8, 200)]),
        ([(1, 5), (8, 9), (6, 7)], []),
        ([(1, 5), (3, 9)], []),
        ([(1, 5), (5, 9)], []),
        ([(1, 9), (3, 4), (10, 11)], []),
        ([(1, 9), (3, 4), (11, 12)], [(9, 11, 100)]),
    ],
)
def test_says_which_days_no_file_holds(imports, mona, files, missing):
    for first, last in files:
        imports(first, last)

    assert found(mona) == [(a, b, Money(cents, "EUR")) for a, b, cents in missing]


def test_a_weekend_is_no_gap(imports, mona):
    imports(1, 5)
    imports(9, opening=10_500)

    assert found(mona) == []


@pytest.mark.parametrize("openings", [(9_000, None), (None, 9_000)])
def test_a_day_that_was_exported_twice_goes_on_where_either_ends(imports, mona, openings):
    for opening in openings:
        imports(1, 5, opening=opening)
    imports(6)

    assert found(mona) == []


def test_mt940_says_the_days_of_its_balances(imports, mona):
    statement = imports(4, written=mt940)

    assert (statement.opening, statement.opened_on) == (10_300, date(2025, 3, 3))
    assert (statement.closing, statement.closed_on) == (10_400, date(2025, 3, 31))


def test_csv_has_no_balances_and_makes_no_gap(account, imports, mona):
    from broadsheet.funding import commands
    from factories.moments import NOON

    imports(1, 5)
    content = csv_file(*march(8))
    commands.import_statement(
        content=content, file_name="march.csv", account=account, importer=mona, at=NOON,
        columns=guess_columns(read_table(content)),
    )  # fmt: skip
    imports(12)

    assert found(mona) == []
    assert BankStatement.objects.get(format="CSV").closing is None


def test_statements_in_one_file_that_do_not_go_on_are_missing_something(account, mona):
    def of(first, opening):
        return camt053(*march(first), opening=opening).decode()

    whole, part = of(4, 10_000), of(7, 10_500)
    statement = part[part.index("<Stmt>") : part.index("</BkToCstmrStmt>")]
    content = whole.replace("</BkToCstmrStmt>", f"{statement}</BkToCstmrStmt>").encode()

    assert bank_says(content=content, account=account, importer=mona).difference == 400


def test_accounts_are_looked_at_apart(account, imports, mona):
    imports(1, 5)
    imports(8, 9)
    BankStatement.objects.filter(from_day=date(2025, 3, 8)).update(account="AT611904300234573201")

    assert found(mona) == []


def test_is_told_at_import_and_on_the_page(imports, account, mona):
    from django.core.files.uploadedfile import SimpleUploadedFile

    imports(1, 5)
    file = SimpleUploadedFile("late.xml", camt053(*march(8), opening=10_700))
    answer = at_desk(mona).post(
        "/desk/money/bank/", {"account": account.pk, "file": file}, follow=True
    )

    page = answer.content.decode()
    assert "No file holds all entries from 5 Mar 2025 to 8 Mar 2025" in page
    assert "Days that are in no file" in page


def test_only_those_who_may_reconcile_are_told(ada):
    with pytest.raises(NotAllowed):
        queries.statement_gaps(viewer=ada)
