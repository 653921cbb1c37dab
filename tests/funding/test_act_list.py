"""act_list …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from factories.moments import NOON
from factories.money_desk import at_desk, may


def test_lists_the_latest_first_and_goes_on_where_it_ended(mona, ed):
    for number in range(3):
        commands.write_audit(actor=ed, action=f"thing-{number}", after={"goal": number}, at=NOON)
    viewer = may(mona, "refund")

    first = queries.act_list(viewer=viewer, size=2)
    second = queries.act_list(viewer=viewer, before=first.next_before)

    assert [act.action for act in first.acts] == ["thing-2", "thing-1"]
    assert [(act.action, act.actor, act.after) for act in second.acts] == [
        ("thing-0", "Ed", "goal: 0")
    ]
    assert second.next_before is None
    page = at_desk(viewer).get(f"/desk/money/acts/?before={first.next_before}").content.decode()
    assert "thing-0" in page
    assert "thing-1" not in page
    with pytest.raises(NotAllowed):
        queries.act_list(viewer=ed)
