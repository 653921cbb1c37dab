"""What a donor does with a recurring gift …"""

from datetime import UTC, date, datetime

import pytest
import time_machine

from broadsheet.funding import commands
from broadsheet.funding.models import FundingAudit, PledgeState, PretendedPledge
from broadsheet.funding.tokens import Purpose, new_token
from factories.donors import (
    browser,
    come_in,
    know_donor,
    latest_letter,
    pledge,
    pretended_pledge,
    prove,
)
from factories.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return browser()


def test_pauses_resumes_and_ends_it(client):
    gift = pretended_pledge(know_donor())
    come_in(client)

    for do, state in (("pause-3", "PAUSED"), ("resume", "ACTIVE"), ("end", "ENDED")):
        answer = client.post(f"/support/gifts/{gift.pk}/", {"do": do}, follow=True)
        gift.refresh_from_db()
        assert (answer.status_code, gift.state) == (200, state)
    assert "has ended" in latest_letter().text
    assert client.post(f"/support/gifts/{gift.pk}/", {"do": "resume"}).status_code == 409
    actions = FundingAudit.objects.order_by("pk").values_list("action", flat=True)
    assert list(actions) == ["pledge-paused", "pledge-resumed", "pledge-ended"]


@pytest.mark.parametrize(
    ("today", "months", "until"),
    [
        (datetime(2026, 11, 30, 12, tzinfo=UTC), 1, date(2026, 12, 30)),
        (datetime(2026, 11, 30, 12, tzinfo=UTC), 3, date(2027, 2, 28)),
        (datetime(2027, 8, 31, 12, tzinfo=UTC), 6, date(2028, 2, 29)),
    ],
)
def test_a_pause_ends_on_the_same_day_or_on_the_last_of_its_month(client, today, months, until):
    gift = pretended_pledge(know_donor())
    page = f"/support/gift/{new_token(Purpose.PLEDGE, gift.pk)}/"

    with time_machine.travel(today, tick=False):
        client.post(page, {"do": f"pause-{months}"})

    gift.refresh_from_db()
    assert (gift.state, gift.paused_until) == (PledgeState.PAUSED, until)


def test_changes_how_much(client):
    gift = pretended_pledge(know_donor())
    come_in(client)
    page = f"/support/gifts/{gift.pk}/amount/"

    for typed in ("", "a lot", "0.01", "99999999999"):
        refused = client.post(page, {"amount": typed})
        assert refused.status_code == 422
        assert 'id="amount-error"' in refused.content.decode()
    assert client.post(page, {"amount": "15.50"}).status_code == 302

    gift.refresh_from_db()
    assert gift.amount == PretendedPledge.objects.get().amount == 1_550


def test_is_for_its_donor_alone(client, ben):
    gift = pretended_pledge(know_donor())
    know_donor("Ben", email="ben@example.org")
    client.force_login(prove(ben, "ben@example.org"))

    for path in ("", "amount/"):
        answer = client.post(f"/support/gifts/{gift.pk}/{path}", {"do": "end", "amount": "20"})
        assert answer.status_code == 404
    assert client.get(f"/support/gifts/{gift.pk}/card/").status_code == 404
    gift.refresh_from_db()
    assert gift.state == PledgeState.ACTIVE


def test_ends_it_by_the_link_in_a_receipt_with_one_click(client):
    gift = pretended_pledge(know_donor())
    page = f"/support/gift/{new_token(Purpose.PLEDGE, gift.pk)}/"

    assert "End this monthly gift" in client.get(page).content.decode()
    gift.refresh_from_db()
    assert gift.state == PledgeState.ACTIVE  # looking changes nothing
    answer = client.post(page, {"do": "end"}, follow=True)

    assert "has ended" in answer.content.decode()
    gift.refresh_from_db()
    assert gift.state == PledgeState.ENDED


def test_ends_here_what_only_the_donor_can_stop():
    standing_order = pledge(know_donor(), provider="bank", provider_object="")

    commands.end_pledge(pledge=standing_order, at=NOON)

    assert standing_order.state == PledgeState.ENDED
    assert "end it there: only you can" in latest_letter().text
    with pytest.raises(commands.PledgeOver):
        commands.change_pledge_amount(pledge=standing_order, amount=500, at=NOON)
    running = pledge(know_donor("Ben", email="b@example.org"), provider="bank", provider_object="")
    with pytest.raises(commands.PledgeCannot):
        commands.change_pledge_amount(pledge=running, amount=500, at=NOON)
