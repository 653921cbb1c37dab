"""The meter of a campaign that counts people; and whoever asks how many of them gave."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from broadsheet.funding import queries
from broadsheet.funding.facts import RefundSnapshot, RefundState
from broadsheet.funding.models import Donation, Donor
from factories.funding import open_campaign, pledged, promise_gift, receive
from factories.moments import NOON
from factories.plans import rows_read

pytestmark = pytest.mark.django_db
MONTH = timedelta(days=30)


def donor(name):
    return Donor.objects.create(email=f"{name}@example.org", made_at=NOON)


def supporters(campaign, at=NOON):
    return queries.meter(campaign, at, with_supporters=True).supporters


@pytest.mark.parametrize(
    ("metric", "text"),
    [
        ("SUPPORTERS", "3 of 100 supporters"),
        ("RECURRING_SUPPORTERS", "1 of 100 regular supporters"),
    ],
)
def test_people_are_counted_once(metric, text):
    campaign = open_campaign(metric=metric, goal=100)
    ada, ben = donor("ada"), donor("ben")
    first = promise_gift(campaign, donor=ben)
    first.pledge = pledged(first)
    first.save()
    receive(first)
    for fields in ({"donor": ada}, {"donor": ada}, {"donor": ben}, {}):
        receive(promise_gift(campaign, **fields))

    meter = queries.meter(campaign, NOON)

    assert meter.text == text
    assert meter.raised == meter.supporters


def test_counts_those_of_its_own_campaign_and_of_the_month_alone():
    campaign = open_campaign(metric="SUPPORTERS")
    receive(promise_gift(open_campaign(), donor=donor("ada")))
    for at in (datetime(2026, 10, 31, 23, 59), datetime(2026, 12, 1)):
        receive(promise_gift(campaign), at=at.replace(tzinfo=NOON.tzinfo))
    assert supporters(campaign) == 0

    for at in (datetime(2026, 11, 1), datetime(2026, 11, 30, 23, 59)):
        receive(promise_gift(campaign), at=at.replace(tzinfo=NOON.tzinfo))
    assert supporters(campaign) == 2


def test_who_got_all_of_it_back_is_none_and_neither_is_a_promise_or_a_test():
    campaign = open_campaign()
    promise_gift(campaign)
    receive(promise_gift(campaign, is_test=True, provider="test"))
    kept, gone = promise_gift(campaign), promise_gift(campaign)
    for gift, amount in ((kept, 2_499), (gone, 2_500)):
        back = RefundSnapshot(
            id=f"re_{amount}", amount=amount, state=RefundState.SUCCEEDED, at=NOON + 2 * MONTH
        )
        receive(gift, refunds=(back,))

    assert supporters(campaign) == 1


def test_where_money_is_the_goal_nobody_is_counted_unless_somebody_asks():
    campaign = open_campaign()
    receive(promise_gift(campaign))

    assert queries.meter(campaign, NOON).supporters is None
    assert supporters(campaign) == 1


def test_looks_at_no_gift_of_another_time():
    """Each row passes some ten nodes of the plan; a look at every gift would be thousands at once."""
    campaign = open_campaign(metric="SUPPORTERS")
    give_long_ago(campaign, 1_000)
    for number in range(20):
        receive(promise_gift(campaign, donor=donor(number)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE broadsheet_funding_donation, broadsheet_funding_transfer")

    with CaptureQueriesContext(connection) as asked:
        assert supporters(campaign) == 20

    [counting] = [query["sql"] for query in asked if "transfer" in query["sql"]]
    assert rows_read(counting) <= 20 * 20, counting


def give_long_ago(campaign, number):
    gift = promise_gift(campaign)
    [received] = receive(gift, at=NOON - 12 * MONTH)
    gift.refresh_from_db()
    day = date(2025, 1, 1)
    gifts = [
        Donation(
            **{
                **{field.attname: getattr(gift, field.attname) for field in gift._meta.fields},
                "id": None,
                "reference": f"OLD{one}",
                "key": f"old-{one}",
                "counts_on": day + timedelta(days=one % 300),
            }
        )
        for one in range(number)
    ]
    transfers = [
        type(received)(
            key=f"bank:old-{gift.reference}:gift",
            donation=gift,
            counts_on=gift.counts_on,
            **{
                name: getattr(received, name)
                for name in (
                    *("kind", "debit_id", "credit_id", "amount", "currency", "happened_at"),
                    *("posted_at", "campaign_id", "counted"),
                )
            },
        )
        for gift in Donation.objects.bulk_create(gifts)
    ]
    type(received).objects.bulk_create(transfers)
