"""count_asks_seen …"""

import pytest

from broadsheet.core.limits import TooOften
from broadsheet.funding import commands
from broadsheet.funding.models import AskHour
from factories.asks import open_ask
from factories.funding import open_campaign
from factories.moments import NOON, minutes

pytestmark = pytest.mark.django_db


@pytest.fixture
def wording():
    return open_ask(open_campaign()).variants.get()


def count(*codes, at=NOON, address="somewhere"):
    commands.count_asks_seen(codes=codes, address=address, at=at)


def test_adds_up_what_was_seen_within_an_hour(wording):
    count(f"{wording.pk}-above", f"{wording.pk}-below", at=NOON + minutes(1))
    count(f"{wording.pk}-above", at=NOON + minutes(59))
    count(f"{wording.pk}-above", at=NOON + minutes(60))

    hours = AskHour.objects.order_by("hour", "place").values_list("hour", "place", "views")
    assert list(hours) == [
        (NOON, "ABOVE", 20),
        (NOON, "BELOW", 10),
        (NOON + minutes(60), "ABOVE", 10),
    ]


def test_passes_over_what_is_not_shown(wording):
    count("", "12", "999999-above", f"{wording.pk}-beside", "9" * 18 + "-below")
    commands.switch_ask(ask=wording.ask, is_on=False, actor=None, at=NOON)
    count(f"{wording.pk}-above")

    assert not AskHour.objects.exists()


def test_one_address_cannot_make_them_up(wording, limits_hold):
    for _ in range(60):
        count(f"{wording.pk}-above")
    with pytest.raises(TooOften):
        count(f"{wording.pk}-above")

    assert AskHour.objects.get().views == 600
    count(f"{wording.pk}-above", address="elsewhere")
