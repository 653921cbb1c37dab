"""What a reader's browser has to fetch to see a page well."""

import re
from pathlib import Path
from posixpath import dirname, join, normpath

import brotli
import pytest
from django.contrib.staticfiles import finders

import broadsheet
from broadsheet.web.script import without_comments
from broadsheet.web.style_sheet import STYLE_SHEET, joined

SOURCE = Path(broadsheet.__file__).parent
BUDGET = 22_000
"""Bytes of all our JavaScript and CSS, compressed; the lightest peer, Isso 0.14, sends 22.6 kB."""


def read(name):
    return Path(finders.find(name)).read_text()


# What only the pages for giving and for coming in load, and other people's sites.
NOT_FOR_READING = (
    *(f"elements/{name}.js" for name in ("gift", "look-again", "proof", "passkey")),
    "embed/*.js",
)


def scripts():
    every = sorted(SOURCE.glob("*/static/**/*.js"))
    return [file for file in every if not any(map(file.match, NOT_FOR_READING))]


def test_has_every_style_sheet_in_it_once():
    folder = dirname(STYLE_SHEET)
    listed = sorted(
        Path(finders.find(normpath(join(folder, name))))
        for name in re.findall(r'url\("([^"]+)"\)', read(STYLE_SHEET))
    )

    written = sorted(SOURCE.glob("*/static/**/*.css"))
    alone = {STYLE_SHEET, *named_by_templates()}
    assert len(listed) == len(set(listed))
    assert [
        file for file in written if file not in listed and not any(map(file.match, alone))
    ] == []


def named_by_templates():
    """Style sheets of pages that few see, such as the desk's: their templates ask for them by name."""
    templates = (file.read_text() for file in SOURCE.glob("*/templates/**/*.html"))
    return {
        name for text in templates for name in re.findall(r"""static ['"]([^'"]+\.css)""", text)
    }


def test_reads_as_one_file_that_begins_with_its_layers():
    whole = joined(STYLE_SHEET, read=read)

    assert whole.startswith("@layer reset, base, layout, components, utilities;")
    assert "@import" not in whole
    assert "/*" not in whole
    assert whole.count("{") == whole.count("}")


@pytest.mark.parametrize(
    "file", sorted(SOURCE.glob("*/static/**/*.css")), ids=lambda file: file.name
)
def test_its_parts_fetch_nothing_and_know_no_left_or_right(file):
    text = re.sub(r"/\*.*?\*/", "", file.read_text(), flags=re.DOTALL)

    if not file.match(STYLE_SHEET):
        assert "url(" not in text
    assert not re.search(
        r"(?:margin|padding|border|inset)-(?:left|right)|[\s{](?:left|right|float: *(?:left|right)):",
        text,
    )


def test_all_that_a_reader_fetches_is_within_the_budget():
    files = [joined(STYLE_SHEET, read=read)]
    files += [without_comments(file.read_text()) for file in scripts()]

    assert sum(len(brotli.compress(file.encode(), quality=11)) for file in files) <= BUDGET
