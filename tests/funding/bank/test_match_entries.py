"""match_entries: entries that say clearly what they are find their gifts, to the cent."""

import random
from datetime import date, timedelta

import pytest
from django.db.models import Count, F, Sum

from broadsheet.funding import commands
from broadsheet.funding.models import (
    BankEntry,
    DayTotal,
    Donation,
    DonationState,
    EntryDoubt,
    EntryState,
    Transfer,
)
from broadsheet.funding.references import new_reference, read_reference
from factories.bank import balance, bank_says
from factories.funding import open_campaign, promise_gift
from factories.moments import NOON
from factories.statements import Line, camt053, mt940

pytestmark = pytest.mark.django_db
DAY = date(2025, 3, 4)


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
    again = bank_says(*lines[5_000:], account=account, importer=mona)

    assert (again.entries_new, again.repeated) == (4_050, 1_000)
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
    assert commands.check_ledger() == ()
