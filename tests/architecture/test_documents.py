"""Documents that are written from the code say what the code says."""

from broadsheet.serve.option_document import options_document
from broadsheet.web.options import OPTIONS


def test_the_page_of_options_is_up_to_date(checkout):
    written = (checkout / "docs" / "operating" / "options.md").read_text()

    assert written == options_document() + "\n", (
        "run: broadsheet options > docs/operating/options.md"
    )


def test_the_page_of_options_names_them_all():
    document = options_document()

    for option in OPTIONS:
        assert option.environment_name in document
        assert option.help in document
