"""gift_page …"""

import pytest

from broadsheet.core.errors import NotAllowed, NotFound
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Donor
from broadsheet.funding.money import Money
from factories.funding import promise_gift, receive
from factories.moments import NOON
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


def test_refuses_who_has_no_part_in_the_money_and_what_there_is_not(gift, mona, ed):
    with pytest.raises(NotAllowed):
        queries.gift_page(gift.pk, viewer=ed)
    with pytest.raises(NotFound):
        queries.gift_page(0, viewer=may(mona, "export"))
