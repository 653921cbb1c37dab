"""ignored_people …"""

from broadsheet.discussion import commands, queries
from factories.discussion import crowd
from factories.moments import NOON


def test_lists_whom_one_ignores_page_by_page(ada, ben, django_assert_num_queries):
    for person in crowd(55):
        commands.ignore_person(person=person, reader=ada, at=NOON)
    with django_assert_num_queries(1):
        first = queries.ignored_people(ada, here="/account/ignored/")
    second = queries.ignored_people(ada, after=first.next_url.rpartition("=")[2])

    names = [one.name for page in (first, second) for one in page.people]
    assert names == [f"Reader {n}" for n in reversed(range(55))]
    assert queries.ignored_people(ben).people == []
