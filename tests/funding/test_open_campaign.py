"""open_campaign and change_campaign …"""

from datetime import UTC, date, datetime

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Campaign, CampaignKind, FundingAudit
from factories.funding import promise_gift, terms
from factories.moments import NOON
from factories.money_desk import may

DECEMBER = datetime(2026, 12, 3, tzinfo=UTC)


@pytest.fixture
def treasurer(mona):
    return may(mona, "configure")


def opened(treasurer, slug="monthly", **fields):
    return commands.open_campaign(slug=slug, terms=terms(**fields), actor=treasurer, at=NOON)


def changed(campaign, treasurer, *, at=NOON, also_this_period=False, **fields):
    commands.change_campaign(
        campaign=campaign,
        terms=terms(**fields),
        also_this_period=also_this_period,
        actor=treasurer,
        at=at,
    )
    return Campaign.objects.get(pk=campaign.pk)


def test_opens_one_that_is_shown_instead_of_the_one_before(treasurer):
    before = opened(treasurer)

    after = opened(treasurer, "printer", milestones=((1_000, "Paper"), (900_000, "")))

    before.refresh_from_db()
    assert (before.is_default, after.is_default) == (False, True)
    assert list(after.milestones.order_by("at").values_list("at", "label")) == [
        (1_000, "Paper"),
        (900_000, ""),
    ]
    acts = FundingAudit.objects.order_by("pk")
    assert [(act.action, act.after["milestones"]) for act in acts] == [
        ("campaign-opened", ""),
        ("campaign-opened", "1000 Paper; 900000"),
    ]


def test_another_goal_is_for_the_months_to_come(treasurer):
    campaign = opened(treasurer)

    campaign = changed(campaign, treasurer, goal=700_000)

    assert queries.meter(campaign, NOON).goal == 500_000
    assert queries.meter(campaign, DECEMBER).goal == 700_000
    campaign = changed(campaign, treasurer, goal=800_000, also_this_period=True)
    assert queries.meter(campaign, NOON).goal == 800_000


def test_a_month_that_nobody_noticed_keeps_the_goal_it_had(treasurer):
    campaign = opened(treasurer)

    campaign = changed(campaign, treasurer, goal=700_000, at=DECEMBER)

    assert queries.meter(campaign, DECEMBER).goal == 500_000


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"title": "  "}, commands.CampaignUnclear),
        ({"goal": 0}, commands.CampaignUnclear),
        ({"goal": 10**12 + 1}, commands.CampaignUnclear),
        ({"currency": "XYZ"}, commands.CampaignUnclear),
        ({"milestones": ((5, ""), (5, "again"))}, commands.CampaignUnclear),
        ({"month_start_day": 32}, commands.CampaignUnclear),
        ({"kind": CampaignKind.DEADLINE}, commands.DeadlineUnclear),
        (
            {"kind": CampaignKind.DEADLINE, "ends_on": date(2025, 12, 31)},
            commands.DeadlineUnclear,
        ),
    ],
)
def test_refuses_what_cannot_be(treasurer, fields, refusal):
    campaign = opened(treasurer)

    with pytest.raises(refusal):
        opened(treasurer, "another", **fields)
    with pytest.raises(refusal):
        changed(campaign, treasurer, **fields)


def test_refuses_an_address_that_is_taken_and_a_currency_that_is_used(treasurer):
    campaign = opened(treasurer)
    with pytest.raises(commands.CampaignAddressTaken):
        opened(treasurer)

    assert changed(campaign, treasurer, currency="USD").currency == "USD"
    promise_gift(campaign)
    with pytest.raises(commands.CurrencyInUse):
        changed(campaign, treasurer, currency="EUR")


def test_is_for_those_who_were_given_the_right(mona, treasurer):
    campaign = opened(treasurer)
    other = may(mona, "refund")

    for act in (
        lambda: opened(other, "another"),
        lambda: changed(campaign, other),
        lambda: commands.close_campaign(campaign=campaign, actor=other, at=NOON),
        lambda: commands.reopen_campaign(campaign=campaign, actor=other, at=NOON),
    ):
        with pytest.raises(NotAllowed):
            act()
