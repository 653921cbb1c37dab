"""Exports at the desk, from the file to the ledger."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Donation, ImportFile
from factories.exports import givewp_donations
from factories.funding import open_campaign
from factories.moments import NOON

pytestmark = pytest.mark.django_db

IMPORTS = "/desk/money/imports/"


@pytest.fixture
def campaign(db):
    return open_campaign(starts_on=date(2026, 1, 1))


@pytest.fixture
def desk(ed):
    ed.is_superuser = True
    ed.save()
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(ed)
    return client


def upload(desk, campaign, content, source="givewp-donations"):
    file = SimpleUploadedFile("donations.csv", content.encode(), "text/csv")
    return desk.post(
        IMPORTS, {"source": source, "file": file, "campaign": campaign.pk}, follow=True
    )


def columns_of(file):
    return {f"column_{field}": column for field, column in file.columns.items()}


def test_leads_from_the_file_to_the_ledger(desk, campaign):
    shown = upload(desk, campaign, givewp_donations(currency="EUR", total="25.75", cover="0.75"))
    file = ImportFile.objects.get()

    assert "Take 1 row over" in shown.content.decode()
    assert "25\N{NO-BREAK SPACE}€" in shown.content.decode()
    assert not Donation.objects.exists()

    begun = desk.post(f"{IMPORTS}{file.pk}/begin/", follow=True).content.decode()
    assert "Being taken over" in begun
    commands.finish_import(file_id=file.pk, at=NOON)

    assert "1 gift" in desk.get(IMPORTS).content.decode()
    assert "1 gift" in desk.get(f"{IMPORTS}{file.pk}/").content.decode()
    assert Donation.objects.get().amount == 2_500


def test_reads_a_file_otherwise_once_somebody_says_how(desk, campaign):
    content = givewp_donations(currency="", total="1.234,50", day="03/04/2025").replace(
        "Donation Total", "Betrag"
    )
    unread = upload(desk, campaign, content)
    file = ImportFile.objects.get()
    assert "Say below in which columns these stand: Amount." in unread.content.decode()

    read = desk.post(
        f"{IMPORTS}{file.pk}/",
        {
            **columns_of(file),
            "column_amount": "Betrag",
            "day_order": "DAY",
            "decimal_mark": ",",
            "currency": "EUR",
            "campaign": campaign.pk,
        },
        follow=True,
    ).content.decode()

    assert "1,234.50\N{NO-BREAK SPACE}€" in read
    assert "April 2025" in read


def test_says_which_rows_are_left_out_and_why(desk, campaign):
    shown = upload(desk, campaign, givewp_donations(currency="EUR", status="Pending"))

    said = shown.content.decode()
    assert "The money was not received (1)" in said
    assert "Nothing of it is new." in said
    assert "Take" not in said.split("<h2")[1]


def test_shows_hostile_cells_as_they_are(desk, campaign):
    shown = upload(desk, campaign, givewp_donations(email="<script>alert(1)</script>"))

    assert "<script>alert(1)" not in shown.content.decode()
    assert "&lt;script&gt;alert(1)" in shown.content.decode()


def test_says_at_the_file_what_is_wrong_with_it(desk, campaign):
    answer = upload(desk, campaign, "no table")

    assert "This is no CSV file" in answer.content.decode()
    assert not ImportFile.objects.exists()


def test_throws_a_file_away(desk, campaign):
    upload(desk, campaign, givewp_donations())

    desk.post(f"{IMPORTS}{ImportFile.objects.get().pk}/discard/")

    assert not ImportFile.objects.exists()


def test_is_for_those_who_record_gifts(campaign, mona):
    for ask in (
        lambda: queries.import_list(viewer=mona),
        lambda: queries.import_page(1, viewer=mona),
    ):
        with pytest.raises(NotAllowed):
            ask()


def test_asks_for_a_fresh_proof(campaign, desk, ed):
    session = desk.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 20 * 60
    session.save()

    assert desk.get(IMPORTS)["Location"].startswith("/account/proof/")
