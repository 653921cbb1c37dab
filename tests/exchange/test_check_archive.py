"""check_archive …"""

import pytest

from broadsheet.exchange import commands
from broadsheet.exchange.formats import read_wordpress


@pytest.fixture
def check(shared):
    def check(name, *, with_media=True):
        folder = shared / "data/wordpress"
        media = folder if with_media else None
        with commands.check_archive(read_wordpress(folder / name), media=media) as report:
            return "\n".join(report.lines())

    return check


def test_says_what_would_come_without_asking_the_database(check):
    text = check("harbour-gazette.xml")

    assert text.startswith(
        "What an import of “The Harbour Gazette” would bring. Nothing was written."
    )
    for line in (
        "7 articles (3 draft, 4 live)",
        "3 pages (1 draft, 2 live)",
        "3 photos",
        "92 comments (1 held, 90 published, 1 trash)",
        "Pingbacks and trackbacks (1)",
        (
            "Comment 95 under “Library Roof: Council Votes For Repair & “Slate, Not Tin””: "
            "It only says that https://blog.example/post links here."
        ),
    ):
        assert line in [line.strip() for line in text.splitlines()]
    assert "Pictures without a file" not in text


def test_names_every_picture_whose_file_is_missing(check):
    text = check("harbour-gazette.xml", with_media=False)

    for file in ("ferry-quay.jpg", "library-roof.jpg", "market-hall.jpg"):
        assert f"The file 2025/03/{file} is not in the media folder." in text
    assert "“The roof after the storm. Photo: Olav Brekke”" in text


@pytest.mark.parametrize("name", ["theme-unit-test.xml", "block-test.xml"])
def test_reports_the_test_sites(check, name):
    text = check(name)

    assert "Blocks made by WordPress" in text
    assert "\x1b" not in text


def test_names_pages_that_stood_below_others(check):
    lines = check("theme-unit-test.xml").splitlines()
    assert any("Page “Level 2”: It stood below another page" in line for line in lines), lines
