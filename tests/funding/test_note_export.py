"""note_export …"""

from datetime import date

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import FundingAudit
from factories.moments import NOON
from factories.money_desk import may


def test_keeps_who_took_along_what_and_needs_the_right_to_see_it(mona):
    exporter = may(mona, "export")
    days = {"first": date(2026, 1, 1), "last": date(2026, 3, 31), "at": NOON}

    commands.note_export(what="ledger", actor=exporter, **days)
    with pytest.raises(NotAllowed):
        commands.note_export(what="donors", actor=exporter, **days)

    (act,) = FundingAudit.objects.all()
    assert (act.action, act.actor, act.after) == (
        "ledger-exported",
        exporter,
        {"first": "2026-01-01", "last": "2026-03-31"},
    )
