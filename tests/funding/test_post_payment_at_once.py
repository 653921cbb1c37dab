"""post_payment, by several at once."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection

from broadsheet.funding import commands
from broadsheet.funding.models import Donation, Transfer
from factories.funding import open_campaign, pledged, promise_gift, renewed
from factories.moments import NOON


def test_two_who_hear_of_a_renewal_at_once_make_one_gift_of_it(committed):
    first = promise_gift(open_campaign())
    pledged(first)
    snapshot = renewed(first)

    def post(_number):
        try:
            return commands.post_payment(snapshot=snapshot, at=NOON)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        news = list(threads.map(post, range(4)))

    assert sorted(news) == [False, False, False, True]
    assert Donation.objects.filter(provider_object="ch_2").count() == 1
    assert Transfer.objects.filter(kind="gift").count() == 1
