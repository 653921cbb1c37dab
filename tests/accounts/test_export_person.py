"""export_person, make_export, fetch_export, forget_exports …"""

import io
import json
import sys
import zipfile
from datetime import timedelta

import html5lib
import pytest

from broadsheet.accounts import commands
from broadsheet.accounts.models import Export, ExportPiece
from broadsheet.accounts.portable import FORMAT
from factories.discussion import fill, open_discussion, say
from factories.moments import NOON

DAY = timedelta(hours=24)


@pytest.fixture
def grace(db):
    guest = commands.create_guest(name="Grace <b>", at=NOON)
    return commands.confirm_email(
        person=guest, email="grace@example.org", wants_account=True, at=NOON
    )


def archive_of(person, *, at=NOON):
    export = commands.export_person(person=person, at=at)
    commands.make_export(export_id=export.pk, at=at)
    with commands.fetch_export(person=person, at=at) as file:
        return zipfile.ZipFile(io.BytesIO(file.read()))


def test_holds_all_that_every_app_keeps(grace):
    say(open_discussion(), grace, 'Words "with" <script>alert(1)</script> everything.\n\nAnd more.')

    everything = json.loads(archive_of(grace).read("everything.json"))

    assert everything["format"] == FORMAT
    assert everything["accounts"]["email"] == "grace@example.org"
    [comment] = everything["discussion"]["comments"]
    assert comment["words"].startswith('Words "with" <script>')
    assert comment["page"] == "/harbour/ferry/"
    assert everything["letters"] == {"letters": []}


def test_holds_a_page_to_read_in_which_nothing_runs(grace):
    say(open_discussion(), grace, "Words <script>alert(1)</script> & <img src=x onerror=alert(1)>.")
    page = html5lib.parse(
        archive_of(grace).read("everything.html").decode(), namespaceHTMLElements=False
    )

    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert "script" not in names
    assert "img" not in names
    text = "".join(page.itertext())
    assert "All that is kept of Grace <b>" in text
    assert "<script>alert(1)</script> &" in text


def test_holds_nothing_of_others(grace, ada):
    say(open_discussion(), ada, "Adas secret.")

    assert b"Adas secret" not in archive_of(grace).read("everything.json")


def test_is_kept_in_pieces_however_much_it_is(grace, monkeypatch):
    monkeypatch.setattr(sys.modules[commands.make_export.__module__], "PIECE", 1_000)
    discussion = open_discussion()
    fill(discussion, grace, threads=400)
    export = commands.export_person(person=grace, at=NOON)
    commands.make_export(export_id=export.pk, at=NOON)

    export.refresh_from_db()
    pieces = ExportPiece.objects.order_by("number")
    assert len(pieces) > 3
    assert sum(len(piece.content) for piece in pieces) == export.size
    with commands.fetch_export(person=grace, at=NOON) as file:
        everything = json.loads(zipfile.ZipFile(file).read("everything.json"))
    assert len(everything["discussion"]["comments"]) == 400


def test_can_be_fetched_once(grace):
    archive_of(grace)

    assert not ExportPiece.objects.exists()
    with pytest.raises(commands.ExportGone):
        commands.fetch_export(person=grace, at=NOON)


def test_is_nobody_elses(grace, ada):
    export = commands.export_person(person=grace, at=NOON)
    commands.make_export(export_id=export.pk, at=NOON)

    with pytest.raises(commands.ExportGone):
        commands.fetch_export(person=ada, at=NOON)


def test_is_not_there_before_it_is_made_nor_after_a_day(grace):
    export = commands.export_person(person=grace, at=NOON)
    with pytest.raises(commands.ExportGone):
        commands.fetch_export(person=grace, at=NOON)

    commands.make_export(export_id=export.pk, at=NOON)

    with pytest.raises(commands.ExportGone):
        commands.fetch_export(person=grace, at=NOON + DAY)


def test_is_made_once_however_often_it_is_asked_for(grace):
    first = commands.export_person(person=grace, at=NOON)
    assert commands.export_person(person=grace, at=NOON) == first
    for _time in range(2):
        commands.make_export(export_id=first.pk, at=NOON)

    again = commands.export_person(person=grace, at=NOON)

    assert again != first
    assert Export.objects.count() == 1


def test_is_deleted_after_a_day(grace):
    export = commands.export_person(person=grace, at=NOON)
    commands.make_export(export_id=export.pk, at=NOON)
    assert commands.forget_exports(at=NOON + DAY - timedelta(seconds=1)) == 0

    assert commands.forget_exports(at=NOON + DAY) == 1

    assert not Export.objects.exists()
    assert not ExportPiece.objects.exists()


def test_a_job_for_one_that_is_gone_does_nothing(db):
    commands.make_export(export_id=1, at=NOON)
