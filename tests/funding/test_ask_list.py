"""ask_list …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from factories.asks import open_ask
from factories.funding import open_campaign


@pytest.mark.django_db
def test_says_which_one_is_shown(ed, django_assert_num_queries):
    ed.is_superuser = True
    campaign = open_campaign(title="Paper")
    open_ask(campaign, name="Spring")
    open_ask(campaign, "One.", "Two.", name="Summer")

    with django_assert_num_queries(1):
        lines = queries.ask_list(viewer=ed)

    assert [(one.name, one.campaign, one.wordings, one.is_on) for one in lines] == [
        ("Summer", "Paper", 2, True),
        ("Spring", "Paper", 1, False),
    ]


@pytest.mark.django_db
def test_is_for_those_who_have_to_do_with_the_money(mona):
    with pytest.raises(NotAllowed):
        queries.ask_list(viewer=mona)
