"""post_entry: money that belongs to no gift."""

from broadsheet.funding import commands
from broadsheet.funding.facts import Fact
from broadsheet.funding.models import Transfer
from factories.moments import NOON


def test_what_is_of_no_gift_is_written_once_and_can_be_reversed(db, mona):
    credit = Fact(
        key="bank:x:1:unmatched",
        kind="unmatched",
        debit="asset:bank",
        credit="liability:unmatched",
        amount=700,
        happened_at=NOON,
    )

    [first, second] = [
        commands.post_entry(entry=credit, currency="EUR", at=NOON) for _time in range(2)
    ]
    commands.reverse_transfer(transfer=first, actor=mona, reason="Not ours", at=NOON)

    assert first == second
    assert [each.kind for each in Transfer.objects.order_by("pk")] == ["unmatched", "reversal"]
