"""`broadsheet funding import`: what is brought, and what is said of it."""

from datetime import date

import pytest

from broadsheet.funding.cli import DONE, FAILED, import_export
from broadsheet.funding.models import Donation
from broadsheet.serve.cli import _parser
from factories.exports import givewp_donations
from factories.funding import open_campaign

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign(db):
    return open_campaign(starts_on=date(2026, 1, 1), is_default=True)


@pytest.fixture
def bring(tmp_path, capsys):
    def bring(content, source="givewp-donations", **how):
        file = tmp_path / "export.csv"
        file.write_text(content)
        status = import_export(source, file, **how)
        said = capsys.readouterr()
        return status, said.out + said.err

    return bring


def test_says_what_would_come_and_then_brings_it(campaign, bring):
    status, said = bring(givewp_donations(currency="EUR"), check_only=True)
    assert status == DONE
    assert "Nothing was written" in said
    assert "1 gift\n" in said
    assert "25\N{NO-BREAK SPACE}€ given" in said
    assert not Donation.objects.exists()

    assert bring(givewp_donations(currency="EUR"))[0] == DONE
    assert Donation.objects.get().campaign == campaign
    assert "1 row was here before" in bring(givewp_donations(currency="EUR"))[1]


def test_reads_a_file_as_it_is_told(campaign, bring):
    content = givewp_donations(currency="", total="1.234,50", day="03/04/2025")
    how = {"columns": ["amount=Betrag"], "days": "DAY", "decimal_mark": ",", "currency": "eur"}

    bring(content.replace("Donation Total", "Betrag"), **how)

    gift = Donation.objects.get()
    assert (gift.amount, gift.counts_on) == (123_450, date(2025, 4, 3))


def test_says_which_lines_are_left_out_without_steering_the_terminal(campaign, bring):
    _status, said = bring(givewp_donations(email="\x1b[2Jdana"))

    assert "left out, 1: The e-mail address is none" in said
    assert "line 2 101 �[2Jdana" in said


@pytest.mark.parametrize(
    ("content", "how", "sentence"),
    [
        ("no table", {}, "This is no CSV file"),
        (givewp_donations(), {"source": "givewp"}, "must be one of givewp-donations"),
        (givewp_donations(), {"campaign_slug": "none"}, "There is no such campaign"),
        (givewp_donations(), {"columns": ["amount=Nowhere"]}, "--column must be FIELD=NAME"),
        ("a,b\n1,2\n", {}, "--column in which columns these stand: row_id"),
    ],
)
def test_says_what_is_wrong(campaign, bring, content, how, sentence):
    status, said = bring(content, **how)

    assert status == FAILED
    assert sentence in said


def test_says_that_there_is_no_file(campaign, tmp_path, capsys):
    assert import_export("givewp-donations", tmp_path / "none.csv") == FAILED
    assert "none.csv" in capsys.readouterr().err


def test_is_a_verb_of_the_command():
    asked = [
        "funding",
        "import",
        "patreon-members",
        "members.csv",
        "--check",
        "--column",
        "name=Name",
    ]

    wanted = _parser().parse_args(asked)

    assert (wanted.verb, wanted.check, wanted.column) == ("import", True, ["name=Name"])
