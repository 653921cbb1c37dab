"""Exports that are cut, broken, hostile or huge …"""

import json
import subprocess
import sys

import pytest
from conftest_exports import HEAD, TAIL, attachment_xml, comment_xml, item_xml

from broadsheet.exchange.archive import ArchivedArticle
from broadsheet.exchange.formats import Unreadable, read_wordpress


def refusal(path):
    """Why nothing at all comes out of the file."""
    records = read_wordpress(path)
    with pytest.raises(Unreadable) as refused:
        next(records)
    return refused.value.sentence


def test_refuses_every_hostile_document(shared, tmp_path):
    path = tmp_path / "hostile.xml"
    documents = json.loads((shared / "data/security/xxe_documents.json").read_text())["items"]
    assert len(documents) > 30

    for document in documents:
        path.write_text(document)
        assert refusal(path)


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd">',
        '<!DOCTYPE rss [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>',
        "<!DOCTYPE rss>",
    ],
)
def test_refuses_any_document_type_and_names_the_line(export, doctype):
    path = export(item_xml(8))
    path.write_text(path.read_text().replace("<rss", f"{doctype}\n<rss", 1))

    assert (
        refusal(path)
        == "Line 2: The file declares a document type, which WordPress never does; it is not read."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file is empty."),
        (b"  \n ", "The file is empty."),
        (b"PK\x03\x04", "Line 1: This is not well-formed XML"),
        (b"<html></html>", "This is not a WordPress export: it begins with"),
        (b"<rss><channel><title>x</title></channel></rss>", "This is a feed, but no export"),
        (b"<rss><channel>\n\n<title>&nope;</title></channel></rss>", "Line 3: This is not well-formed XML"),
        (b"<rss><channel>\n<title>\x00</title></channel></rss>", "Line 2: This is not well-formed XML"),
        (b"<rss><channel>\n<title>\xff</title></channel></rss>", "Line 2: This is not well-formed XML"),
        (b'<?xml version="1.0" encoding="klingon"?><rss></rss>', "not known"),
        (b"<rss><channel>" + b"<a>" * 50, "deeper or longer than anything WordPress writes"),
        (b'<rss><channel><a b="' + b"x" * 3_000_000, "deeper or longer than anything WordPress writes"),
    ],
    ids=lambda value: repr(value[:24]),
)  # fmt: skip
def test_says_why_a_file_is_not_read(tmp_path, content, sentence):
    path = tmp_path / "file.xml"
    path.write_bytes(content)

    assert sentence in refusal(path)


def test_forgives_empty_lines_before_the_declaration(export):
    path = export(item_xml(8))
    path.write_bytes(b"\xef\xbb\xbf\r\n\n" + path.read_bytes())

    assert any(isinstance(record, ArchivedArticle) for record in read_wordpress(path))


def test_answers_nothing_of_a_file_cut_anywhere(shared, tmp_path):
    whole = (shared / "data/wordpress/harbour-gazette.xml").read_bytes().rstrip()
    path = tmp_path / "cut.xml"

    for length in [*range(1, len(whole), 1000), len(whole) - 1]:
        path.write_bytes(whole[:length])
        assert refusal(path)


def test_leaves_out_a_text_longer_than_any_article_and_says_so(export):
    records = list(read_wordpress(export(item_xml(8, "x" * 8_100_000), item_xml(9))))

    first, second = (record for record in records if isinstance(record, ArchivedArticle))
    assert (first.body, bool(second.body)) == ((), True)
    assert "longer than can be read" in records[records.index(first) - 1].detail


def stream(megabytes):
    """An export of that size, a piece at a time: an article with a long discussion, files, old versions."""
    yield HEAD.format(version="1.2").encode()
    comments = "".join(
        comment_xml(number, "Word " * 200, parent=number - 1 if number % 7 else 0)
        for number in range(1, 2_001)
    )
    yield item_xml(8, "<p>Words and words.</p>" * 20, comments=comments).encode()
    old_version = "<p>Words and words.</p>\n" * 20_000
    for number in range(10, 10 + megabytes * 2):
        yield attachment_xml(number, f"2025/03/{number}.jpg").encode()
        yield item_xml(1_000_000 + number, old_version, post_type="revision").encode()
    yield TAIL.encode()


READER = """
import resource, sys
from pathlib import Path
import django.conf; django.conf.settings.configure(USE_I18N=False)
from broadsheet.exchange.formats import read_wordpress
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(1 for _record in read_wordpress(Path(sys.argv[1])))
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(count, (after - before) // 1024)
"""


def test_reads_any_size_in_the_same_memory(tmp_path):
    grown = []
    for megabytes in (20, 200):
        path = tmp_path / f"{megabytes}.xml"
        with path.open("wb") as file:
            for piece in stream(megabytes):
                file.write(piece)
        found = subprocess.run(
            [sys.executable, "-c", READER, path], capture_output=True, text=True, check=True
        )
        count, grew = map(int, found.stdout.split())
        assert count > 2_000 + megabytes * 4
        grown.append(grew)
        path.unlink()

    assert grown[1] < 60, "mebibytes beyond an idle process"
    assert grown[1] - grown[0] < 12
