"""security_page …"""

from broadsheet.accounts import queries
from factories.people import confirmed


def test_says_that_there_is_only_the_letter(db, django_assert_num_queries):
    cleo = confirmed()
    with django_assert_num_queries(1):
        page = queries.security_page(cleo)
    assert (page.email, page.passkeys, page.app_added_at, page.codes_left) == (
        "cleo@example.org",
        [],
        None,
        None,
    )
