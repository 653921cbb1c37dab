"""word_receipts …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import FundingAudit, ReceiptWording
from factories.donors import give, know_donor
from factories.moments import NOON
from factories.money_desk import at_desk, may

pytestmark = pytest.mark.django_db


def test_is_said_by_receipts_from_then_on(mona):
    desk = at_desk(may(mona, "configure"))
    said = {"issuer": "The Courier\r\n1 Fleet Street", "note": "Not deductible."}

    assert desk.get("/desk/money/receipts/").status_code == 200
    assert desk.post("/desk/money/receipts/", said).status_code == 302

    receipt = commands.issue_receipt(donation=give(know_donor()), at=NOON)
    assert receipt.issuer == "The Courier\n1 Fleet Street"
    assert receipt.note == "Not deductible."
    assert ReceiptWording.objects.get().sends_yearly is False
    assert FundingAudit.objects.get().action == "receipts-worded"


def test_is_for_those_who_set_things_up(ada):
    with pytest.raises(NotAllowed):
        commands.word_receipts(issuer="", note="", sends_yearly=True, actor=ada, at=NOON)
