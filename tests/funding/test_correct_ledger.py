"""correct_ledger …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import DayTotal, FundingAudit
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may


@pytest.fixture
def treasurer(mona):
    return may(mona, "correct_ledger")


@pytest.fixture
def gift(campaign):
    gift = promise_gift(campaign, 10_000)
    receive(gift)
    return gift


def test_makes_a_mistake_good_and_keeps_both(gift, treasurer):
    transfer = gift.transfers.get()
    reversal = commands.correct_ledger(
        transfer=transfer, actor=treasurer, reason="It was another's.", at=NOON
    )

    assert (reversal.reverses, reversal.reason) == (transfer, "It was another's.")
    assert gift.transfers.count() == 2
    assert DayTotal.objects.get().counted == 0
    (act,) = FundingAudit.objects.all()
    assert (act.action, act.subject_id) == ("transfer-reversed", str(transfer.pk))
    with pytest.raises(commands.AlreadyReversed):
        commands.correct_ledger(transfer=transfer, actor=treasurer, reason="Again.", at=NOON)


def test_needs_a_reason_and_the_right(gift, treasurer, ed):
    transfer = gift.transfers.get()
    with pytest.raises(commands.ReasonNeeded):
        commands.correct_ledger(transfer=transfer, actor=treasurer, reason=" ", at=NOON)
    with pytest.raises(NotAllowed):
        commands.correct_ledger(
            transfer=transfer, actor=may(ed, "refund"), reason="I want to.", at=NOON
        )


def test_the_desk_shows_what_it_is_about_and_puts_it_right(gift, treasurer):
    transfer = gift.transfers.get()
    address = f"/desk/money/corrections/{transfer.pk}/"
    desk = at_desk(treasurer)
    assert transfer.key in desk.get(address).content.decode()
    assert 'href="#id_reason"' in desk.post(address, {"reason": ""}).content.decode()

    page = desk.post(address, {"reason": "It was another's."}, follow=True).content.decode()

    assert "made good" in page
    assert "It was another" in page
    assert "already" in desk.post(address, {"reason": "Again, please."}).content.decode()
