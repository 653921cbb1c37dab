"""change_donor …"""

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import Donor
from factories.donors import browser, come_in, give, know_donor
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def test_is_on_receipts_from_then_on():
    donor, client = know_donor("d."), browser()
    before = commands.issue_receipt(donation=give(donor), at=NOON)
    come_in(client)

    assert 'value="d."' in client.get("/support/name/").content.decode()
    said = {"name": "Dana  Müller\u202e", "postal_address": "1 Quay\r\nLeith"}
    assert client.post("/support/name/", said).status_code == 302
    after = commands.issue_receipt(donation=give(donor), at=NOON)

    before.refresh_from_db()
    assert before.name == "d."
    assert (after.name, after.postal_address) == ("Dana Müller", "1 Quay\nLeith")


def test_refuses_more_than_fits_and_keeps_what_was_typed():
    know_donor()
    come_in(client := browser())

    refused = client.post("/support/name/", {"name": "x" * 121, "postal_address": "1 Quay"})

    assert refused.status_code == 422
    assert "1 Quay" in refused.content.decode()
    assert 'aria-describedby="name-error"' in refused.content.decode()


def test_is_nothing_to_strangers_nor_to_who_is_forgotten():
    donor = know_donor()
    assert browser().post("/support/name/", {"name": "Zed"}).status_code == 302
    commands.forget_donor(donor=donor, at=NOON)

    commands.change_donor(donor=donor, name="Zed", postal_address="")

    assert Donor.objects.get().name == ""
