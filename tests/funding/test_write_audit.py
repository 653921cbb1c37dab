"""write_audit …"""

import pytest
from django.db import IntegrityError, connection, transaction

from broadsheet.funding import commands
from broadsheet.funding.models import FundingAudit, Spending
from factories.moments import NOON

TABLE = FundingAudit._meta.db_table


@pytest.fixture
def act(ed):
    return commands.write_audit(
        actor=ed,
        action="spending-withdrawn",
        subject=Spending(pk=7),
        before={"amount": 1200},
        after={"amount": None},
        reason="Entered twice.",
        at=NOON,
    )


def test_keeps_who_did_what_to_what_and_why(act, ed):
    kept = FundingAudit.objects.get()

    assert (kept.actor, kept.action, kept.at) == (ed, "spending-withdrawn", NOON)
    assert (kept.subject_kind, kept.subject_id) == ("spending", "7")
    assert (kept.before, kept.after, kept.reason) == (
        {"amount": 1200},
        {"amount": None},
        "Entered twice.",
    )


def test_keeps_what_the_program_did_by_itself(db):
    kept = commands.write_audit(actor=None, action="gift-recorded", at=NOON)

    assert (kept.actor, kept.subject_kind, kept.subject_id) == (None, "", "")


def test_refuses_an_act_that_nobody_could_read_of(db):
    with pytest.raises(ValueError, match="thing-done"):
        commands.write_audit(actor=None, action="thing-done", at=NOON)


@pytest.mark.parametrize(
    "change",
    [
        f"UPDATE {TABLE} SET reason = 'Another.'",
        f"DELETE FROM {TABLE}",
        f"TRUNCATE {TABLE}",
    ],
)
def test_what_is_kept_can_neither_be_changed_nor_taken_away(act, change):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else they are still to be checked
        with pytest.raises(IntegrityError, match="kept as it was written"), transaction.atomic():
            cursor.execute(change)

    assert FundingAudit.objects.get().reason == "Entered twice."
