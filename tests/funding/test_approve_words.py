"""approve_words …"""

import pytest

from broadsheet.funding import commands
from broadsheet.funding.models import FundingAudit
from factories.donors import give, know_donor
from factories.moments import NOON
from factories.money_desk import may

pytestmark = pytest.mark.django_db


def test_is_kept_for_good(mona):
    gift = give(know_donor(), is_public=True, public_name="Dana")

    for _time in range(2):
        commands.approve_words(donation=gift, actor=may(mona, "moderate_wall"), at=NOON)

    gift.refresh_from_db()
    assert gift.approved_at == NOON
    [act] = FundingAudit.objects.all()
    assert (act.action, act.actor_id, act.after) == ("words-approved", mona.pk, {})


def test_refuses_what_nobody_wants_shown(mona):
    with pytest.raises(commands.WordsGone):
        commands.approve_words(
            donation=give(know_donor()), actor=may(mona, "moderate_wall"), at=NOON
        )
