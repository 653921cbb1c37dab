"""The desk's page of readers' rights …"""

import re

import pytest
from django.test import Client

from broadsheet.accounts.models import Strength
from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import queries
from broadsheet.discussion.models import Grant, Right

ADDRESS = "/desk/rights/"
OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def administrator(ed):
    ed.is_superuser = True
    ed.save()
    return ed


@pytest.fixture
def desk(administrator):
    client = Client(headers=OUR_PAGE)
    client.force_login(administrator)
    return client


def boxes(page):
    """Every checkbox of the page: strength, right, and whether it is ticked."""
    found = re.findall(r'type="checkbox" name="(\w+)" value="(\w+)"( checked)?', page)
    return {(strength, right): bool(checked) for strength, right, checked in found}


def granted():
    return set(Grant.objects.values_list("strength", "right"))


def test_shows_every_right_of_everybody_who_acts(desk):
    shown = boxes(desk.get(ADDRESS).content.decode())

    assert {pair for pair, is_ticked in shown.items() if is_ticked} == granted()
    assert {strength for strength, _ in shown} == {"GUEST", "CONFIRMED", "ACCOUNT"}
    assert {right for _, right in shown} == set(Right.values)


def test_says_what_each_right_means(administrator, django_assert_num_queries):
    with django_assert_num_queries(1):
        page = queries.rights_page(viewer=administrator)

    assert all(line.meaning for line in page.rights)
    assert all(row.who for row in page.rows)


def test_keeps_what_is_ticked_and_nothing_else(desk, rights):
    answer = desk.post(ADDRESS, {"GUEST": ["COMMENT"], "ACCOUNT": Right.values})

    assert (answer.status_code, answer.url) == (302, ADDRESS)
    assert granted() == {("GUEST", "COMMENT")} | {("ACCOUNT", right) for right in Right.values}
    page = desk.get(ADDRESS).content.decode()
    assert "Saved." in page
    assert boxes(page)["GUEST", "SKIP_QUEUE"] is False


@pytest.mark.parametrize("sent", [{"GUEST": ["EVERYTHING"]}, {"GUEST": ["COMMENT", "x" * 10_000]}])
def test_changes_nothing_for_a_damaged_form(desk, rights, sent):
    before = granted()

    assert desk.post(ADDRESS, sent).status_code == 200
    assert granted() == before


def test_gives_nobody_imported_anything(desk, rights):
    desk.post(ADDRESS, {"IMPORTED": ["COMMENT"]})

    assert not Grant.objects.filter(strength=Strength.IMPORTED).exists()


def test_is_for_administrators(mona, ada, rights):
    before = granted()
    for person in (mona, ada):
        client = Client(headers=OUR_PAGE)
        client.force_login(person)
        assert client.get(ADDRESS).status_code in (302, 403)
        assert client.post(ADDRESS, {"GUEST": Right.values}).status_code in (302, 403)
        with pytest.raises(NotAllowed):
            queries.rights_page(viewer=person)
    assert granted() == before


def test_stands_in_the_menu_for_those_who_may_use_it(desk):
    assert ADDRESS in desk.get("/desk/").content.decode()
