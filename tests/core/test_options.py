"""Options: what an operator sets, and what is refused at start."""

from pathlib import Path

import pytest

from broadsheet.core.options import Option, OptionRefused, read_options

HELP = "What it is for."
DRAWN = Option(name="drawn", kind=bool, default=False, help=HELP)
PAGES = Option(name="pages", kind=int, default=8, minimum=1, maximum=64, help=HELP)
TITLE = Option(name="title", kind=str, default="", help=HELP)
ATTIC = Option(name="attic", kind=Path, default=Path("attic"), help=HELP)
MOOD = Option(name="mood", kind=str, default="calm", choices=("calm", "loud"), help=HELP)
OPTIONS = (DRAWN, PAGES, TITLE, ATTIC, MOOD)


def read(environment=None, table=None):
    return read_options(
        OPTIONS, environment=environment or {}, table=table or {}, table_name="paper.toml"
    )


def test_has_its_default_where_nobody_says_otherwise():
    assert read() == {
        "drawn": False,
        "pages": 8,
        "title": "",
        "attic": Path("attic"),
        "mood": "calm",
    }


def test_is_read_from_the_file():
    values = read(table={"drawn": True, "pages": 12, "title": "The Gazette", "attic": "/srv/attic"})

    assert values["drawn"] is True
    assert values["pages"] == 12
    assert values["title"] == "The Gazette"
    assert values["attic"] == Path("/srv/attic")


def test_is_read_from_the_environment_before_the_file():
    assert read({"BROADSHEET_PAGES": "16"}, {"pages": 12})["pages"] == 16


@pytest.mark.parametrize("word", ["1", "true", "Yes", " ON "])
def test_knows_the_words_for_yes(word):
    assert read({"BROADSHEET_DRAWN": word})["drawn"] is True


@pytest.mark.parametrize("word", ["0", "false", "No", "off"])
def test_knows_the_words_for_no(word):
    assert read({"BROADSHEET_DRAWN": word})["drawn"] is False


@pytest.mark.parametrize(
    ("environment", "sentence"),
    [
        ({"BROADSHEET_DRAWN": "perhaps"}, "BROADSHEET_DRAWN must be yes or no, not 'perhaps'."),
        ({"BROADSHEET_PAGES": "many"}, "BROADSHEET_PAGES must be a whole number, not 'many'."),
        ({"BROADSHEET_PAGES": "0"}, "BROADSHEET_PAGES must be at least 1, not 0."),
        ({"BROADSHEET_PAGES": "65"}, "BROADSHEET_PAGES must be at most 64, not 65."),
        ({"BROADSHEET_MOOD": "sad"}, "BROADSHEET_MOOD must be one of calm, loud, not 'sad'."),
        ({"BROADSHEET_ATTIC": ""}, "BROADSHEET_ATTIC must name a folder."),
    ],
)
def test_refuses_a_wrong_value_with_a_sentence(environment, sentence):
    with pytest.raises(OptionRefused) as refused:
        read(environment)

    assert str(refused.value) == sentence


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        ({"title": 7}, "title in paper.toml must be text, not 7."),
        ({"pages": 1.5}, "pages in paper.toml must be a whole number, not 1.5."),
        ({"pages": True}, "pages in paper.toml must be a whole number, not True."),
        ({"pages": [1]}, "pages in paper.toml must be a whole number, not [1]."),
    ],
)
def test_refuses_the_wrong_type_in_the_file(table, sentence):
    with pytest.raises(OptionRefused) as refused:
        read(table=table)

    assert str(refused.value) == sentence


def test_refuses_a_misspelt_name_in_the_environment():
    with pytest.raises(OptionRefused, match="sets BROADSHEET_PAGE, which"):
        read({"BROADSHEET_PAGE": "12"})


def test_refuses_a_misspelt_name_in_the_file():
    with pytest.raises(OptionRefused, match=r"paper\.toml sets 'page', which is not an option"):
        read(table={"page": 12})


def test_leaves_other_programs_variables_alone():
    assert read({"BROAD": "x", "PAGES": "99"})["pages"] == 8


def test_answers_its_value_in_this_process(settings):
    settings.BROADSHEET = {**settings.BROADSHEET, "pages": 24}

    assert PAGES.value == 24
