"""gift_list …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.models import Donor
from broadsheet.funding.references import new_reference
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may


@pytest.fixture
def gifts(campaign):
    dana = Donor.objects.create(name="Dana", email="dana@example.org", made_at=NOON)
    first = promise_gift(campaign, donor=dana, reference=new_reference())
    second = promise_gift(campaign, reference=new_reference())
    receive(second)
    return first, second


def found(**asked):
    return [line.id for line in queries.gift_list(**asked).gifts]


def test_finds_gifts_by_reference_state_and_donor(gifts, mona, django_assert_num_queries):
    first, second = gifts
    viewer = may(mona, "view_donors")
    misspelt = first.reference.replace("-", " ").lower()

    assert found(viewer=viewer) == [second.pk, first.pk]
    assert found(viewer=viewer, words=misspelt) == [first.pk]
    assert found(viewer=viewer, words="DANA@") == [first.pk]
    assert found(viewer=viewer, state="SETTLED") == [second.pk]
    assert found(viewer=viewer, words="nobody") == []
    assert found(viewer=viewer, before=second.pk) == [first.pk]
    page = at_desk(viewer).get("/desk/money/gifts/?words=dana").content.decode()
    assert first.reference in page
    assert second.reference not in page


def test_says_nothing_of_donors_to_who_may_not_see_them(gifts, mona):
    first, _second = gifts
    viewer = may(mona, "refund")

    assert found(viewer=viewer, words="dana") == []
    assert all(line.donor == "" for line in queries.gift_list(viewer=viewer).gifts)
    assert "Dana" not in at_desk(viewer).get("/desk/money/gifts/").content.decode()
    page = at_desk(viewer).get(f"/desk/money/gifts/{first.pk}/").content.decode()
    assert "ana@example.org" not in page


def test_is_for_those_who_work_with_the_money(gifts, mona):
    with pytest.raises(NotAllowed):
        queries.gift_list(viewer=mona)


def test_goes_on_where_a_page_ended(gifts, mona):
    first, second = gifts
    viewer = may(mona, "refund")

    page = queries.gift_list(viewer=viewer, size=1)

    assert [line.id for line in page.gifts] == [second.pk]
    assert found(viewer=viewer, before=page.next_before) == [first.pk]
