"""Documents that are written from the code say what the code says."""

import pytest

from broadsheet.serve.limit_document import TABLES, limits_document
from broadsheet.serve.option_document import options_document
from broadsheet.serve.permission_document import POLICIES, permissions_document
from broadsheet.web.options import ALL_LIMITS, OPTIONS


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


def test_the_page_of_limits_is_up_to_date(checkout):
    written = (checkout / "docs" / "operating" / "limits.md").read_text()

    assert written == limits_document() + "\n", "run: broadsheet limits > docs/operating/limits.md"


def test_the_page_of_limits_names_each_of_them_once():
    listed = [limit for table in TABLES.values() for limit in table]

    assert sorted(limit.name for limit in listed) == sorted({limit.name for limit in ALL_LIMITS})
    assert all(limit.help for limit in listed)


@pytest.mark.django_db
def test_the_page_of_permissions_is_up_to_date(checkout):
    written = (checkout / "docs" / "operating" / "permissions.md").read_text()

    assert written == permissions_document() + "\n", (
        "run, with a new newspaper: broadsheet permissions > docs/operating/permissions.md"
    )


def test_the_page_of_permissions_knows_the_table_of_every_app(checkout):
    with_tables = {path.parent.name for path in checkout.glob("src/broadsheet/*/policy.py")}

    assert set(POLICIES) == with_tables - {"core"}


def test_the_page_of_permissions_has_words_for_every_row():
    for policy in POLICIES.values():
        for rows in policy.table.values():
            for row in rows:
                assert all(predicate.__doc__ for predicate in row)
