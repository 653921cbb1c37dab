"""donor_record …"""

import json

import pytest

from broadsheet.accounts.belongings import belongings_named
from broadsheet.funding import commands
from factories.donors import give, know_donor, pretended_pledge, prove
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def test_is_all_that_a_reader_can_take_along(ada):
    donor = know_donor("Ada", email="ada@example.org", postal_address="1 Quay")
    commands.issue_receipt(donation=give(donor, is_public=True, message="Ahoy"), at=NOON)
    pretended_pledge(donor)

    said = belongings_named("funding").export(prove(ada, "ada@example.org"))

    assert said["donors"][0]["postal_address"] == "1 Quay"
    assert said["gifts"][0]["message"] == "Ahoy"
    assert said["gifts"][0]["amount"] == "25.00"
    assert said["recurring_gifts"][0]["amount"] == "10.00"
    assert said["receipts"][0]["number"] == "R2026-00001"
    json.dumps(said)
