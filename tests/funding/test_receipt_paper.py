"""receipt_page …"""

import pytest

from broadsheet.funding import commands
from broadsheet.funding.tokens import Purpose, new_token
from factories.donors import browser, give, know_donor, pretended_pledge
from factories.funding import receive
from factories.moments import NOON, minutes

pytestmark = pytest.mark.django_db


def page_of(receipt):
    return f"/support/receipt/{new_token(Purpose.RECEIPT, receipt.pk)}/"


def test_shows_a_receipt_and_hands_it_over_as_pdf():
    receipt = commands.issue_receipt(donation=give(know_donor("<b>Dana</b>")), at=NOON)

    shown, pdf = browser().get(page_of(receipt)), browser().get(page_of(receipt) + "pdf/")

    assert "R2026-00001" in shown.content.decode()
    assert "&lt;b&gt;Dana" in shown.content.decode()
    assert "no-store" in shown["Cache-Control"]
    assert pdf.content.startswith(b"%PDF-")
    assert 'filename="R2026-00001.pdf"' in pdf["Content-Disposition"]


def test_says_when_another_took_its_place():
    from broadsheet.funding.facts import RefundSnapshot, RefundState

    gift = give(know_donor())
    first = commands.issue_receipt(donation=gift, at=NOON)
    refund = RefundSnapshot(id="re_1", amount=500, state=RefundState.SUCCEEDED, at=NOON)
    receive(gift, refunds=(refund,))
    commands.issue_receipt(donation=gift, at=NOON + minutes(1))

    assert "R2026-00002 has taken its place" in browser().get(page_of(first)).content.decode()


@pytest.mark.parametrize("token", ["1", "1~forged", "x~y", "1~" + "A" * 43])
def test_opens_nothing_for_a_forged_link_or_one_for_something_else(token):
    gift = pretended_pledge(know_donor())
    other = new_token(Purpose.RECEIPT, gift.pk)

    for path in (f"gift/{token}", f"gift/{other}", f"receipt/{token}", f"receipt/{token}/pdf"):
        assert browser().get(f"/support/{path}/").status_code == 404
