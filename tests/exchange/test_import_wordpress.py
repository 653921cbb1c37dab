"""`broadsheet import wordpress` …"""

import pytest
from conftest_exports import comment_xml, item_xml

from broadsheet.exchange.cli import import_wordpress
from broadsheet.exchange.models import ImportedRecord
from broadsheet.publishing.models import Article


@pytest.fixture
def file(export):
    return export(
        item_xml(8, title="Two boats", comments=comment_xml(1) + comment_xml(2, type="pingback"))
    )


def test_imports_and_reports(file, capsys, db):
    assert import_wordpress(file) == 0

    printed = capsys.readouterr()
    assert printed.out.startswith("Imported “The Tidewater Post”.")
    assert "1 article (1 live)" in printed.out
    assert "Comment 2 under “Two boats”: It only says that Ada links here." in printed.out
    assert "100 % read" in printed.err
    assert Article.objects.get().title == "Two boats"


def test_only_looks_when_asked_to_check(file, capsys, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert import_wordpress(file, check=True) == 0

    assert "Nothing was written." in capsys.readouterr().out
    assert not ImportedRecord.objects.exists()


def test_says_that_nothing_is_new(file, capsys, db):
    import_wordpress(file)
    capsys.readouterr()

    import_wordpress(file)

    assert capsys.readouterr().out.startswith(
        "Nothing new: all of “The Tidewater Post” was imported before."
    )


def test_says_in_a_sentence_what_cannot_be_read(tmp_path, capsys, db):
    path = tmp_path / "export.xml"
    path.write_text("<rss><channel>\n<oops>")

    assert import_wordpress(path) == 1

    assert (
        "broadsheet: Line 2: The file is cut short: its end is missing.\n"
        in capsys.readouterr().err
    )


@pytest.mark.parametrize("name", ["file", "media"])
def test_says_what_is_not_there(file, tmp_path, capsys, db, name):
    missing = tmp_path / "missing"

    assert import_wordpress(missing if name == "file" else file, media=missing) == 1

    assert str(missing) in capsys.readouterr().err


def test_steers_no_terminal(export, capsys, db):
    path = export(
        item_xml(
            8,
            title="Two boats",
            comments=comment_xml(1, type="pingback", author="\u009b31m\u202eAda"),
        )
    )

    import_wordpress(path, check=True)

    printed = capsys.readouterr().out
    assert "\u009b" not in printed
    assert "\u202e" not in printed
