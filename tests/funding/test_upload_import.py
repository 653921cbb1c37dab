"""Exports at the desk: uploaded, looked at, taken over or thrown away."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.importing import DayOrder, DecimalMark, Field, Unreadable
from broadsheet.funding.models import Donation, FundingAudit, ImportFile
from factories.exports import givewp_donations, patreon_members
from factories.funding import open_campaign
from factories.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(db):
    return open_campaign(starts_on=date(2026, 1, 1))


@pytest.fixture
def boss(ed):
    ed.is_superuser = True
    ed.save()
    return ed


def upload(campaign, actor, content=None, code="givewp-donations", at=NOON):
    content = givewp_donations(currency="EUR") if content is None else content
    return commands.upload_import(
        source_code=code,
        name="donations.csv",
        content=content.encode(),
        campaign=campaign,
        actor=actor,
        at=at,
    )


def describe(file, actor, **changes):
    said = {
        "columns": {Field(name): column for name, column in file.columns.items()},
        "day_order": None,
        "decimal_mark": DecimalMark.POINT,
        "currency": "EUR",
        "campaign": file.campaign,
        **changes,
    }
    return commands.describe_import(file=file, actor=actor, **said)


def test_sees_which_column_is_which(campaign, boss):
    file = upload(campaign, boss)

    assert file.columns["amount"] == "Donation Total"
    assert file.columns["cover"] == "_give_fee_amount"
    assert not Donation.objects.exists()


def test_remembers_what_was_said_of_the_last_file_of_its_kind(campaign, boss):
    first = upload(campaign, boss)
    describe(
        first,
        boss,
        columns={**{Field(k): v for k, v in first.columns.items()}, Field.NAME: "Form Title"},
        day_order=DayOrder.DAY_FIRST,
        decimal_mark=DecimalMark.COMMA,
    )
    commands.begin_import(file=first, actor=boss, at=NOON)

    second = upload(campaign, boss)

    assert second.columns["name"] == "Form Title"
    assert (second.day_order, second.decimal_mark) == ("DAY", ",")


def test_takes_over_what_was_begun_and_forgets_the_file(campaign, boss):
    file = commands.begin_import(file=upload(campaign, boss), actor=boss, at=NOON)

    commands.finish_import(file_id=file.pk, at=NOON)
    commands.finish_import(file_id=file.pk, at=NOON + timedelta(hours=1))

    file.refresh_from_db()
    assert Donation.objects.count() == file.report["gifts"] == 1
    assert (bytes(file.content), file.finished_at) == (b"", NOON)
    assert list(FundingAudit.objects.order_by("pk").values_list("action", "actor")) == [
        ("import-begun", boss.pk),
        ("import-finished", boss.pk),
    ]


def test_defers_the_job_that_finishes_it(campaign, boss):
    from procrastinate.contrib.django.models import ProcrastinateJob

    file = commands.begin_import(file=upload(campaign, boss), actor=boss, at=NOON)

    jobs = ProcrastinateJob.objects.filter(task_name="funding.finish_import")
    assert jobs.filter(args={"file_id": file.pk}).count() == 1


def test_begins_nothing_before_every_column_is_known(campaign, boss):
    file = upload(campaign, boss)
    columns = {Field(k): v for k, v in file.columns.items() if k != "amount"}
    describe(file, boss, columns=columns)

    with pytest.raises(commands.ImportIncomplete, match="import-incomplete") as refusal:
        commands.begin_import(file=file, actor=boss, at=NOON)

    assert "Amount" in refusal.value.sentence


def test_changes_nothing_of_a_file_that_is_being_taken_over(campaign, boss):
    file = commands.begin_import(file=upload(campaign, boss), actor=boss, at=NOON)

    for act in (
        lambda: describe(file, boss),
        lambda: commands.discard_import(file=file, actor=boss),
        lambda: commands.begin_import(file=file, actor=boss, at=NOON),
    ):
        with pytest.raises(commands.ImportBegun):
            act()


def test_throws_away_what_nobody_takes_over_for_a_day(campaign, boss):
    discarded, old, new = (
        upload(campaign, boss, patreon_members(), "patreon-members") for _each in range(3)
    )
    begun = commands.begin_import(file=upload(campaign, boss), actor=boss, at=NOON)
    commands.discard_import(file=discarded, actor=boss)
    ImportFile.objects.filter(pk=new.pk).update(uploaded_at=NOON + timedelta(hours=2))

    commands.forget_imports(at=NOON + timedelta(hours=25))

    assert set(ImportFile.objects.all()) == {new, begun}
    assert old not in ImportFile.objects.all()


def test_is_for_those_who_record_gifts(campaign, mona, boss):
    file = upload(campaign, boss)

    for act in (
        lambda: upload(campaign, mona),
        lambda: describe(file, mona),
        lambda: commands.begin_import(file=file, actor=mona, at=NOON),
        lambda: commands.discard_import(file=file, actor=mona),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_refuses_what_is_too_large_or_no_table(campaign, boss):
    with pytest.raises(Unreadable):
        upload(campaign, boss, "")

    with pytest.raises(commands.ImportTooLarge):
        upload(campaign, boss, "a,b\n" * 6_000_000)


def test_reads_days_in_the_time_of_the_newspaper(campaign, boss):
    file = upload(
        campaign, boss, givewp_donations(currency="EUR", day="October 31, 2026", hour="23:30")
    )
    commands.begin_import(file=file, actor=boss, at=NOON)

    commands.finish_import(file_id=file.pk, at=NOON)

    gift = Donation.objects.get()
    assert timezone.localtime(gift.settled_at).strftime("%Y-%m-%d %H:%M") == "2026-10-31 23:30"
