"""bank_page, entry_page: the bank at the desk, its files and the entries that wait."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from broadsheet.funding import queries
from broadsheet.funding.models import (
    BankEntry,
    DonationState,
    EntryState,
    StatementLayout,
)
from factories.bank import bank_says
from factories.money_desk import at_desk, may
from factories.statements import Line, camt053, csv_file

pytestmark = pytest.mark.django_db
BANK = "/desk/money/bank/"


def upload(browser, account, content, name="march.xml"):
    return browser.post(
        BANK, {"account": account.pk, "file": SimpleUploadedFile(name, content)}, follow=True
    )


def hidden(page, name):
    return re.search(rf'name="{name}" value="([^"]*)"', page)[1]


def test_a_file_is_imported_and_its_gift_found(account, gift, mona):
    answer = upload(at_desk(mona), account, camt053(Line(amount=5_000, text=gift.reference)))

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert "Nothing: every entry is known." in answer.content.decode()


def test_a_file_that_cannot_be_read_says_why(account, mona):
    answer = upload(at_desk(mona), account, b"%PDF-1.7")

    assert "This is a PDF" in answer.content.decode()


def test_columns_of_a_csv_file_are_asked_for_and_kept(account, gift, mona):
    browser = at_desk(mona)
    content = csv_file(Line(amount=5_000, text=gift.reference))
    page = upload(browser, account, content, "march.csv").content.decode()
    said = {
        "content": hidden(page, "content"), "file_name": "march.csv", "account": account.pk,
        "date": 0, "date_form": "%d.%m.%Y", "amount": 5, "decimal_mark": ",",
        "texts": [3], "counterparty": 4, "currency": 6,
    }  # fmt: skip

    browser.post(f"{BANK}columns/", said)

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert StatementLayout.objects.count() == 1
    assert browser.post(f"{BANK}columns/", {**said, "content": "forged"}).status_code == 302


def test_what_it_could_be_is_suggested_and_taken_with_one_click(account, gift, mona):
    bank_says(Line(amount=4_000, text=gift.reference), account=account, importer=mona)
    browser = at_desk(mona)
    page = browser.get(BANK).content.decode()

    browser.post(
        f"{BANK}{BankEntry.objects.get().pk}/match/", {"suggested": hidden(page, "suggested")}
    )

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert BankEntry.objects.get().state == EntryState.MATCHED


@pytest.mark.parametrize(("way", "field"), [("match", "suggested"), ("tie", "known")])
@pytest.mark.parametrize("number", ["²", "-1", "9" * 40, ""])
def test_what_nobody_can_have_chosen_matches_nothing(account, gift, mona, way, field, number):
    bank_says(Line(amount=4_000, text="for the paper"), account=account, importer=mona)
    entry = BankEntry.objects.get()
    said = f"{gift.reference}:{number}" if way == "match" else number

    answer = at_desk(mona).post(f"{BANK}{entry.pk}/{way}/", {field: said})

    assert answer.status_code in (302, 404)
    entry.refresh_from_db()
    assert entry.state == EntryState.WAITING


@pytest.mark.parametrize(
    ("text", "amount", "why"),
    [
        ("{mistaken}", 4_000, "a reference like it"),
        ("for the paper", 5_000, "its amount"),
        ("{ours}", 1, "its reference"),
    ],
)
def test_says_by_what_it_was_found(account, gift, mona, text, amount, why):
    other = "A" if gift.reference[3] != "A" else "C"
    mistaken = gift.reference[:3] + other + gift.reference[4:]
    said = text.format(ours=gift.reference, mistaken=mistaken)
    on = gift.begun_at.date()
    bank_says(Line(amount=amount, text=said, on=on), account=account, importer=mona)
    entry = BankEntry.objects.get()

    page = at_desk(mona).get(f"{BANK}{entry.pk}/").content.decode()

    assert gift.reference in page
    assert why in page


def test_an_entry_is_parted_recorded_set_aside_and_taken_back(account, gift, mona):
    bank_says(Line(amount=9_000, text="?"), account=account, importer=mona)
    entry, browser = BankEntry.objects.get(), at_desk(mona)
    place = f"{BANK}{entry.pk}/"

    wrong = browser.post(f"{place}match/", {"reference_1": "nobody", "amount_1": "1"})
    assert "No gift has this reference." in wrong.content.decode()
    browser.post(f"{place}match/", {"reference_1": gift.reference.lower(), "amount_1": "50"})
    browser.post(f"{place}record/", {"campaign": gift.campaign_id, "name": "Dana", "email": ""})
    entry.refresh_from_db()
    assert entry.state == EntryState.MATCHED
    for match in entry.matches.all():
        browser.post(f"{BANK}matches/{match.pk}/undo/", {"reason": "a mistake"})
    browser.post(f"{place}aside/", {"reason": "a subscription"})
    entry.refresh_from_db()
    assert entry.state == EntryState.SET_ASIDE
    assert browser.get(place).status_code == 200
    browser.post(f"{place}back/")
    entry.refresh_from_db()
    assert entry.state == EntryState.WAITING


def test_others_at_the_desk_see_nothing_of_it(ed):
    assert at_desk(may(ed, "export")).get(BANK).status_code == 403


def test_costs_the_same_for_few_entries_and_for_many(account, promise, mona, db):
    def says(*numbers):
        for number in numbers:
            gift = promise(1_000 + number)
            day = date(2025, 3, number)
            lines = [
                Line(amount=1_000 - number, text=gift.reference, on=day),
                Line(amount=-number, text=gift.reference, on=day),
                Line(amount=1_000 + number, text="for the paper", on=day),
            ]
            bank_says(*lines, account=account, importer=mona, opening=number)

    def asked():
        with CaptureQueriesContext(connection) as asked:
            page = queries.bank_page(viewer=mona)
        return len(page.entries), len(page.gaps), len(asked)

    says(1, 2)
    few = asked()
    says(*range(3, 9))
    many = asked()

    assert (few[:2], many[:2]) == ((6, 1), (24, 7))
    assert few[2] == many[2]
