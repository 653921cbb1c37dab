"""switch_ask and switch_wording …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.core.events import subscribe_to_all
from broadsheet.funding import commands
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import Ask, FundingAudit
from factories.asks import open_ask
from factories.funding import open_campaign
from factories.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def campaign():
    return open_campaign()


@pytest.fixture
def ed(ed):
    ed.is_superuser = True
    return ed


def shown():
    return [ask.name for ask in Ask.objects.filter(is_on=True)]


def test_shows_one_ask_in_the_place_of_another(campaign, ed):
    open_ask(campaign, name="Spring")
    summer = open_ask(campaign, name="Summer", is_on=False)

    commands.switch_ask(ask=summer, is_on=True, actor=ed, at=NOON)

    assert shown() == ["Summer"]
    commands.switch_ask(ask=summer, is_on=False, actor=ed, at=NOON)
    assert shown() == []
    assert FundingAudit.objects.filter(action="ask-switched", actor=ed).count() == 3


def test_tells_of_it_once_it_is_certain(campaign, ed, django_capture_on_commit_callbacks):
    heard = []
    subscribe_to_all(heard.append)
    ask = open_ask(campaign, "One.", "Two.", is_on=False)

    with django_capture_on_commit_callbacks(execute=True):
        commands.switch_ask(ask=ask, is_on=True, actor=ed, at=NOON)
        commands.switch_ask(ask=ask, is_on=True, actor=ed, at=NOON)
        commands.switch_wording(variant=ask.variants.first(), is_on=False, actor=ed, at=NOON)

    assert heard == [CampaignChanged(campaign_id=campaign.pk)] * 2


def test_the_last_wording_stays(campaign, ed):
    ask = open_ask(campaign, "One.", "Two.")
    first, second = ask.variants.order_by("letter")
    commands.switch_wording(variant=first, is_on=False, actor=ed, at=NOON)

    with pytest.raises(commands.LastWording):
        commands.switch_wording(variant=second, is_on=False, actor=ed, at=NOON)

    commands.switch_wording(variant=first, is_on=True, actor=ed, at=NOON)
    assert ask.variants.filter(is_on=True).count() == 2


def test_is_for_those_who_may_configure(campaign, mona):
    ask = open_ask(campaign)

    with pytest.raises(NotAllowed):
        commands.switch_ask(ask=ask, is_on=False, actor=mona, at=NOON)
    with pytest.raises(NotAllowed):
        commands.switch_wording(variant=ask.variants.get(), is_on=False, actor=mona, at=NOON)

    assert shown() == ["Spring"]
