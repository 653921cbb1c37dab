"""The same file taken over twice at the same time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

from django.db import connection
from django.utils import timezone

from broadsheet.funding import commands
from broadsheet.funding.importing import Reading, open_table, source
from broadsheet.funding.models import DayTotal, Donation, Donor
from factories.exports import givewp_donations
from factories.funding import open_campaign
from factories.moments import NOON


def test_brings_each_gift_once(committed, monkeypatch):
    monkeypatch.setattr("broadsheet.funding.importing.fitting.AT_ONCE", 2)
    campaign = open_campaign(starts_on=date(2026, 1, 1))
    first, row = givewp_donations(currency="EUR").strip().split("\r\n")
    rows = [row.replace('"101"', f'"{number}"') for number in range(10)]
    kind, table = source("givewp-donations"), open_table("\n".join([first, *rows]).encode())
    reading = Reading(
        columns=kind.guess(table.columns),
        zone=timezone.get_default_timezone(),
        currency="EUR",
        today=date(2026, 11, 22),
    )

    def bring(_which):
        try:
            return commands.import_gifts(
                source=kind, table=table, reading=reading, campaign=campaign, at=NOON
            )
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        one, other = pool.map(bring, range(2))

    assert one.gifts + other.gifts == Donation.objects.count() == 10
    assert one.known + other.known == 10
    assert Donor.objects.count() == 1
    assert DayTotal.objects.get().counted == 10 * 2_500
