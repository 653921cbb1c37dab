"""The campaigns at the desk …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.models import Campaign, ExchangeRate, FundingAudit
from factories.funding import open_campaign
from factories.moments import NOON
from factories.money_desk import at_desk, may

ADDRESS = "/desk/money/campaigns/"
TYPED = {
    "title": "Pay for the paper",
    "slug": "monthly",
    "kind": "MONTH",
    "metric": "AMOUNT",
    "currency": "EUR",
    "goal": "5,000",
    "milestones": "2,500: Half\n7,500.50: A second reporter",
    "month_start_day": "1",
    "starts_on": "2026-01-01",
    "ends_on": "",
    "is_default": "on",
}


@pytest.fixture
def desk(mona):
    return at_desk(may(mona, "configure"))


def test_a_campaign_is_previewed_opened_changed_and_closed(desk):
    preview = desk.post(f"{ADDRESS}new/", TYPED | {"preview": "1"}).content.decode()
    assert "of 5,000\N{NO-BREAK SPACE}€ raised" in preview
    assert 'value="5,000"' in preview
    assert not Campaign.objects.exists()
    assert not FundingAudit.objects.exists()

    page = desk.post(f"{ADDRESS}new/", TYPED, follow=True).content.decode()
    campaign = Campaign.objects.get()
    assert (campaign.goal, campaign.is_default) == (500_000, True)
    assert "of 5,000\N{NO-BREAK SPACE}€ raised" in page

    form = desk.get(f"{ADDRESS}{campaign.pk}/").context["form"]
    assert form.initial["milestones"] == "2500: Half\n7500.50: A second reporter"
    changed = {**TYPED, **form.initial, "goal": "6000", "also_this_period": "on", "ends_on": ""}
    page = desk.post(f"{ADDRESS}{campaign.pk}/", changed, follow=True).content.decode()
    assert "of 6,000\N{NO-BREAK SPACE}€ raised" in page

    desk.post(f"{ADDRESS}{campaign.pk}/close/")
    campaign.refresh_from_db()
    assert campaign.closed_at is not None
    desk.post(f"{ADDRESS}{campaign.pk}/close/")
    campaign.refresh_from_db()
    assert campaign.closed_at is None


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"goal": "1.234.5"}, "not clear"),
        ({"goal": "0"}, "not clear"),
        ({"metric": "SUPPORTERS", "goal": "12.5"}, "not clear"),
        ({"milestones": "soon: A printer"}, "“soon” is not clear"),
        ({"milestones": "5: One\n5: Two"}, "different milestones"),
        ({"kind": "DEADLINE"}, "needs that day"),
        ({"currency": "XYZ"}, "valid choice"),
        ({"slug": "taken"}, "has this address"),
    ],
)
def test_says_what_is_wrong_and_keeps_the_rest(desk, wrong, said):
    open_campaign(slug="taken")

    page = desk.post(f"{ADDRESS}new/", TYPED | wrong).content.decode()

    assert said in page
    assert "Pay for the paper" in page
    assert Campaign.objects.count() == 1


def test_says_what_another_currency_is_worth(desk):
    typed = {"currency": "USD", "rate": "0.92", "into": "EUR"}

    page = desk.post(f"{ADDRESS}rate/", typed, follow=True).content.decode()
    assert "1 USD = 0.92 EUR" in page
    assert (
        "more than nothing" in desk.post(f"{ADDRESS}rate/", typed | {"rate": "0"}).content.decode()
    )
    assert ExchangeRate.objects.count() == 1


def test_is_for_those_who_were_given_the_right(mona):
    campaign = open_campaign()
    other = may(mona, "refund")
    client = at_desk(other)

    with pytest.raises(NotAllowed):
        queries.campaigns_page(viewer=other, at=NOON)
    for path in ("", "new/", f"{campaign.pk}/"):
        assert client.get(ADDRESS + path).status_code == 403
    for path in ("new/", "rate/", f"{campaign.pk}/", f"{campaign.pk}/close/"):
        assert client.post(ADDRESS + path, TYPED | {"rate": "1", "into": "USD"}).status_code == 403
