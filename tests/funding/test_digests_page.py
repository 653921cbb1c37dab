"""The ledger's digests stand where everybody can keep them …"""

from datetime import timedelta

import pytest

from broadsheet.funding import commands
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON


@pytest.mark.django_db
def test_on_a_page_and_as_json(client):
    assert "Nothing has been written down yet." in client.get("/funding/ledger/").content.decode()
    receive(promise_gift(open_campaign()))
    [sealed] = commands.seal_days(at=NOON + timedelta(days=2))

    page = client.get("/funding/ledger/")
    answer = client.get("/funding/ledger.json")

    assert sealed.digest in page.content.decode()
    assert answer.json() == {
        "digests": [{"day": "2026-11-22", "transfers": 1, "sha256": sealed.digest}]
    }
    assert page.headers["Surrogate-Key"] == answer.headers["Surrogate-Key"] == "digests"
