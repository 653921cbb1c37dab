"""gift_page …"""

import pytest

from broadsheet.core.errors import NotAllowed, NotFound
from broadsheet.funding import commands, queries
from broadsheet.funding.facts import RefundSnapshot, RefundState
from broadsheet.funding.models import Donor
from broadsheet.funding.money import Money
from factories.funding import promise_gift, receive
from factories.moments import NOON, minutes
from factories.money_desk import at_desk, may


@pytest.fixture
def gift(campaign):
    dana = Donor.objects.create(name="Dana", email="dana@example.org", made_at=NOON)
    gift = promise_gift(campaign, 10_000, cover=200, donor=dana, message="Go on!")
    receive(gift, fee=150)
    return gift


def test_shows_all_that_happened_to_a_gift(gift, mona):
    viewer = may(mona, "view_donors", "refund", "correct_ledger")
    transfer = gift.transfers.get(kind="fee")
    commands.correct_ledger(transfer=transfer, actor=viewer, reason="No fee.", at=NOON)
    commands.ask_refund(donation=gift, amount=700, reason="Too much.", asker=viewer, at=NOON)

    page = queries.gift_page(gift.pk, viewer=viewer)

    assert [(line.kind, line.is_reversed, line.may_be_reversed) for line in page.transfers] == [
        ("gift", False, True),
        ("cover", False, True),
        ("fee", True, False),
        ("reversal", False, False),
    ]
    assert [(one.amount, one.asked_by) for one in page.refunds] == [(Money(700, "EUR"), "Mona")]
    assert [act.sentence for act in page.acts] == ["Asked for a refund"]
    assert page.left == Money(9_500, "EUR")
    assert (page.donor_email, page.message) == ("dana@example.org", "Go on!")
    shown = at_desk(viewer).get(f"/desk/money/gifts/{gift.pk}/").content.decode()
    for said in ("Dana", "Go on!", "No fee.", "Too much.", "95"):
        assert said in shown


def test_offers_nothing_that_somebody_may_not_do(gift, mona):
    page = queries.gift_page(gift.pk, viewer=may(mona, "export"))

    assert not any((page.may_refund, page.may_correct, page.may_be_received, page.shows_donor))
    assert (page.donor_email, page.message, page.gift.donor) == ("", "", "")
    assert not any(line.may_be_reversed for line in page.transfers)


def test_shows_receipts_to_who_may_see_who_gives_and_what_took_their_place(gift, mona, ed):
    first = commands.issue_receipt(donation=gift, at=NOON)
    refund = RefundSnapshot(id="re_1", amount=700, state=RefundState.SUCCEEDED, at=NOON)
    receive(gift, refunds=(refund,))
    second = commands.issue_receipt(donation=gift, at=NOON + minutes(1))
    viewer, other = may(mona, "view_donors"), may(ed, "refund")

    page = queries.gift_page(gift.pk, viewer=viewer)

    assert [(one.number, one.amount, one.replaced_by) for one in page.receipts] == [
        ("R2026-00001", Money(10_200, "EUR"), "R2026-00002"),
        ("R2026-00002", Money(10_200, "EUR"), ""),
    ]
    assert page.may_send_receipt
    shown = at_desk(viewer).get(f"/desk/money/gifts/{gift.pk}/").content.decode()
    assert "/support/receipt/" not in shown
    for receipt in (first, second):
        address = f"/desk/money/receipts/{receipt.pk}/"
        assert f'href="{address}"' in shown
        assert at_desk(viewer).get(address).content.startswith(b"%PDF-")
        assert at_desk(other).get(address).status_code == 403
    assert at_desk(viewer).get("/desk/money/receipts/0/").status_code == 404
    assert queries.gift_page(gift.pk, viewer=other).receipts == ()
    assert "R2026" not in at_desk(other).get(f"/desk/money/gifts/{gift.pk}/").content.decode()


def test_offers_to_send_nothing_where_nobody_knows_an_address(gift, mona):
    Donor.objects.update(email="")
    commands.issue_receipt(donation=gift, at=NOON)

    page = queries.gift_page(gift.pk, viewer=may(mona, "view_donors"))

    assert not page.may_send_receipt
    shown = at_desk(mona).get(f"/desk/money/gifts/{gift.pk}/").content.decode()
    assert "Send the latest again" not in shown


def test_refuses_who_has_no_part_in_the_money_and_what_there_is_not(gift, mona, ed):
    with pytest.raises(NotAllowed):
        queries.gift_page(gift.pk, viewer=ed)
    with pytest.raises(NotFound):
        queries.gift_page(0, viewer=may(mona, "export"))
