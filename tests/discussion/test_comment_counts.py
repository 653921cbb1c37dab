import pytest

from broadsheet.discussion import queries
from factories.discussion import fill, open_discussion

pytestmark = pytest.mark.django_db


def test_counts_what_is_published_about_each_key_in_one_query(ada, django_assert_num_queries):
    fill(open_discussion("article:1"), ada, threads=2, replies=1)
    open_discussion("article:2")
    fill(open_discussion("article:9"), ada, threads=1)

    with django_assert_num_queries(1):
        counts = queries.comment_counts(["article:1", "article:2", "article:3"])

    assert counts == {"article:1": 4, "article:2": 0}
