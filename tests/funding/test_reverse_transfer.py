"""reverse_transfer: a mistake in the ledger, made good."""

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import DayTotal
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON


def test_a_mistake_is_made_good_by_a_transfer_the_other_way(mona):
    [transfer] = receive(promise_gift(open_campaign()))

    reversal = commands.reverse_transfer(
        transfer=transfer, actor=mona, reason="Somebody else's", at=NOON
    )

    gift = transfer.donation
    gift.refresh_from_db()
    assert (gift.state, gift.settled_at, gift.counts_on) == ("PROMISED", None, None)
    assert (reversal.debit, reversal.credit) == (transfer.credit, transfer.debit)
    assert (reversal.counted, reversal.counts_on) == (-2_500, NOON.date())
    assert [(day.counted, day.gifts) for day in DayTotal.objects.all()] == [(0, 0)]
    with pytest.raises(commands.AlreadyReversed):
        commands.reverse_transfer(transfer=transfer, actor=mona, reason="Again", at=NOON)
    with pytest.raises(commands.ReversalStands):
        commands.reverse_transfer(transfer=reversal, actor=mona, reason="Oh", at=NOON)
    assert receive(gift) == (), "what the provider says again is not posted again"
