"""own_record …"""

from datetime import timedelta

from broadsheet.accounts import commands, queries
from factories.moments import NOON


def test_says_how_far_the_archive_is(ada):
    assert not any(
        [queries.own_record(ada, at=NOON).is_being_made, queries.own_record(ada, at=NOON).is_ready]
    )
    export = commands.export_person(person=ada, at=NOON)
    assert queries.own_record(ada, at=NOON).is_being_made

    commands.make_export(export_id=export.pk, at=NOON)
    ready = queries.own_record(ada, at=NOON)
    assert ready.is_ready
    assert ready.size > 100
    assert ready.until == NOON + timedelta(hours=24)

    commands.fetch_export(person=ada, at=NOON).close()
    assert queries.own_record(ada, at=NOON).was_fetched


def test_knows_nothing_of_one_that_is_a_day_old(ada):
    commands.export_person(person=ada, at=NOON)

    assert not queries.own_record(ada, at=NOON + timedelta(days=1)).is_being_made
