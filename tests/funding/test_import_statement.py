"""import_statement, match_entries: what the bank says came in finds its gifts, once, to the cent."""

import random
from datetime import date, timedelta

import pytest
from django.db.models import Count, F, Q, Sum

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import (
    BankEntry,
    BankStatement,
    DayTotal,
    Donation,
    DonationState,
    EntryDoubt,
    EntryState,
    Pledge,
    PledgeState,
    Transfer,
)
from broadsheet.funding.references import new_reference, read_reference
from broadsheet.funding.statements import guess_columns, read_table
from factories.bank import bank_says, open_bank_account
from factories.funding import open_campaign, promise_gift
from factories.moments import NOON
from factories.money_desk import may
from factories.statements import Line, camt053, csv_file, mt940

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 4)


@pytest.fixture
def mona(mona):
    return may(mona, "reconcile")


@pytest.fixture
def account(db):
    return open_bank_account()


@pytest.fixture
def gift(db):
    return promise_gift(
        open_campaign(), 5_000, reference=new_reference(), state=DonationState.PROMISED
    )


def balance(code):
    found = Transfer.objects.aggregate(
        debit=Sum("amount", filter=Q(debit__code=code), default=0),
        credit=Sum("amount", filter=Q(credit__code=code), default=0),
    )
    return found["debit"] - found["credit"]


def entry():
    return BankEntry.objects.get()


def test_a_gift_is_found_by_its_reference(account, gift, mona):
    statement = bank_says(Line(amount=5_000, text=gift.reference), account=account, importer=mona)

    gift.refresh_from_db()
    assert (gift.state, gift.counts_on) == (DonationState.SETTLED, DAY)
    assert (statement.entries_new, statement.repeated, statement.passed_over) == (1, 0, 0)
    assert entry().state == EntryState.MATCHED
    assert (balance("asset:bank"), balance("liability:unmatched"), balance("income:gifts")) == (
        5_000,
        0,
        -5_000,
    )
    assert DayTotal.objects.get().counted == 5_000


@pytest.mark.parametrize(
    ("amount", "text", "doubt"),
    [
        (5_000, "for the paper", EntryDoubt.NO_REFERENCE),
        (5_000, "{unknown}", EntryDoubt.UNKNOWN),
        (4_000, "{ours}", EntryDoubt.AMOUNT),
        (6_000, "{ours}", EntryDoubt.AMOUNT),
        (9_000, "{ours} and {other}", EntryDoubt.SEVERAL),
        (5_000, "{mistaken}", EntryDoubt.MISSPELT),
        (5_000, "{dollars}", EntryDoubt.CURRENCY),
        (5_000, "{pretended}", EntryDoubt.UNKNOWN),
        (-5_000, "{ours}", EntryDoubt.OUTGOING),
    ],
)
def test_what_is_not_clear_waits_for_the_desk(account, gift, mona, amount, text, doubt):
    campaign = gift.campaign
    dollars = promise_gift(campaign, 5_000, reference=new_reference(), currency="USD")
    pretended = promise_gift(campaign, 5_000, reference=new_reference(), is_test=True)
    other = promise_gift(campaign, 4_000, reference=new_reference())
    said = text.format(
        ours=gift.reference,
        unknown=new_reference(),
        other=other.reference,
        mistaken=mistaken(gift.reference),
        dollars=dollars.reference,
        pretended=pretended.reference,
    )

    bank_says(Line(amount=amount, text=said), account=account, importer=mona)

    assert (entry().state, entry().doubt) == (EntryState.WAITING, doubt)
    assert balance("liability:unmatched") == -max(amount, 0)
    assert balance("income:gifts") == 0
    assert not DayTotal.objects.exists()


def mistaken(reference):
    for letter in "ACDEF":
        made = reference[:-1] + letter
        if read_reference(made) is None:
            return made
    raise AssertionError


def test_the_same_file_again_is_no_news(account, gift, mona):
    lines = [Line(amount=5_000, text=gift.reference), Line(amount=700), Line(amount=700)]
    bank_says(*lines, account=account, importer=mona)
    again = bank_says(*lines, Line(amount=900), account=account, importer=mona)

    assert (again.entries_new, again.repeated) == (1, 3)
    assert BankEntry.objects.count() == 4
    assert balance("asset:bank") == 5_000 + 700 + 700 + 900


def test_a_second_payment_with_the_same_reference_waits(account, gift, mona):
    line = Line(amount=5_000, text=gift.reference)
    bank_says(line, line, account=account, importer=mona)

    assert sorted(BankEntry.objects.values_list("state", "doubt")) == [
        (EntryState.MATCHED, ""),
        (EntryState.WAITING, EntryDoubt.AGAIN),
    ]
    assert balance("income:gifts") == -5_000


def test_the_same_entries_in_another_format_wait(account, gift, mona):
    line = Line(amount=5_000, text=gift.reference)
    bank_says(line, account=account, importer=mona)
    bank_says(content=mt940(line), account=account, importer=mona)

    assert BankEntry.objects.get(state=EntryState.WAITING).doubt == EntryDoubt.TWICE
    assert balance("income:gifts") == -5_000


def test_what_went_out_is_not_kept(account, mona):
    statement = bank_says(
        Line(amount=-90_000, text="rent", name="The landlord"),
        Line(amount=100, text="a coffee"),
        account=account,
        importer=mona,
    )

    assert (statement.passed_over, statement.entries_new) == (1, 1)
    assert not BankEntry.objects.filter(amount__lt=0).exists()


def test_money_that_the_bank_gave_back_is_no_gift_by_itself(account, gift, mona):
    content = camt053(Line(amount=5_000, text=gift.reference)).replace(
        b"</Sts>", b"</Sts><RvslInd>true</RvslInd>"
    )
    bank_says(content=content, account=account, importer=mona)

    assert entry().doubt == EntryDoubt.RETURNED


def test_a_gift_that_came_too_late_is_still_found(account, gift, mona):
    Donation.objects.update(state=DonationState.EXPIRED)

    bank_says(Line(amount=5_000, text=gift.reference), account=account, importer=mona)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED


def test_each_payment_of_a_standing_order_is_a_gift(account, mona):
    campaign = open_campaign()
    pledge = Pledge.objects.create(
        reference=new_reference(), campaign=campaign, amount=1_000, currency="EUR",
        interval="MONTH", provider="bank", begun_at=NOON,
    )  # fmt: skip
    gift = promise_gift(campaign, 1_000, reference=new_reference(), interval="MONTH", pledge=pledge)
    months = [date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 31)]
    lines = [Line(amount=1_000, text=gift.reference, on=day) for day in months]

    bank_says(*lines, account=account, importer=mona)

    pledge.refresh_from_db()
    assert (pledge.state, pledge.next_on) == (PledgeState.ACTIVE, date(2025, 4, 30))
    settled = pledge.donations.filter(state=DonationState.SETTLED)
    assert list(settled.order_by("counts_on").values_list("counts_on", flat=True)) == months
    assert balance("income:gifts") == -3_000

    assert commands.end_missed_orders(at=NOON) == 1
    pledge.refresh_from_db()
    assert pledge.state == PledgeState.ENDED


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


def test_ten_thousand_gifts_are_reconciled_to_the_cent(account, mona):
    chance = random.Random(5)
    campaign = open_campaign()
    references = [new_reference() for _each in range(10_000)]
    amounts = [chance.randint(100, 99_999) for _each in references]
    Donation.objects.bulk_create(
        (
            Donation(
                reference=reference, key=f"key-{number}", campaign=campaign, amount=amount,
                currency="EUR", provider="bank", state=DonationState.PROMISED, begun_at=NOON,
            )
            for number, (reference, amount) in enumerate(zip(references, amounts, strict=True))
        ),
        batch_size=2_000,
    )  # fmt: skip
    spelling = [str, str.lower, lambda text: text.replace("-", ""), lambda text: f"Gift {text}!"]
    lines = [
        Line(
            amount=amount, text=chance.choice(spelling)(reference), on=DAY + timedelta(number % 60)
        )
        for number, (reference, amount) in enumerate(zip(references, amounts, strict=True))
    ]
    lines += [Line(amount=1_234, text=f"no reference {number}") for number in range(50)]
    chance.shuffle(lines)

    bank_says(*lines[:6_000], account=account, importer=mona)
    bank_says(*lines[5_000:], account=account, importer=mona)
    again = bank_says(*lines, account=account, importer=mona)

    assert (again.entries_new, again.repeated) == (0, 10_050)
    assert balance("income:gifts") == -sum(amounts)
    assert balance("liability:unmatched") == -50 * 1_234
    assert balance("asset:bank") == sum(amounts) + 50 * 1_234
    assert DayTotal.objects.aggregate(Sum("counted"), Sum("gifts")) == {
        "counted__sum": sum(amounts),
        "gifts__sum": 10_000,
    }
    per_gift = Transfer.objects.filter(donation__isnull=False).values("donation")
    assert per_gift.annotate(n=Count("pk")).filter(n=1).count() == 10_000
    wrong = Donation.objects.annotate(posted=Sum("transfers__amount")).exclude(posted=F("amount"))
    assert not wrong.exists()
    assert not Donation.objects.exclude(state=DonationState.SETTLED).exists()
