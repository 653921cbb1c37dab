"""seal_days …"""

from datetime import timedelta
from hashlib import sha256

import pytest
from django.db import Error, transaction

from broadsheet.funding import commands
from broadsheet.funding.models import DayDigest, ExchangeRate
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON, minutes

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
MIDNIGHT = NOON.replace(hour=0) + DAY


@pytest.fixture
def campaign(db):
    return open_campaign()


def sealed_at(at):
    return [(digest.day, digest.transfers) for digest in commands.seal_days(at=at)]


def test_seals_days_that_are_over_once_each_upon_the_one_before(campaign):
    receive(promise_gift(campaign))
    receive(promise_gift(campaign))
    receive(promise_gift(campaign), at=NOON + 3 * DAY)

    assert sealed_at(MIDNIGHT + minutes(59)) == []
    assert sealed_at(MIDNIGHT + minutes(60)) == [(NOON.date(), 2)]
    assert sealed_at(NOON + 4 * DAY) == [((NOON + 3 * DAY).date(), 1)]
    assert sealed_at(NOON + 5 * DAY) == []
    first, second = DayDigest.objects.order_by("day")
    assert first.digest != second.digest
    assert commands.check_ledger() == ()


def test_a_digest_is_reckoned_as_we_say_it_is(campaign, mona):
    """So that whoever kept one can do it again, also with later versions: what stands here stays so."""
    gift = promise_gift(campaign, 1_001, currency="JPY")
    ExchangeRate.objects.create(currency="JPY", into="EUR", rate="0.0061", since=NOON)
    [first] = receive(gift)
    reversal = commands.reverse_transfer(
        transfer=first, actor=mona, reason="Zoë’s", at=NOON + minutes(1)
    )
    [later] = receive(promise_gift(campaign), at=NOON + DAY)

    commands.seal_days(at=NOON + 3 * DAY)

    c, g = campaign.pk, gift.pk
    noon, minute_later = "2026-11-22T12:00:00.000000+00:00", "2026-11-22T12:01:00.000000+00:00"
    tomorrow = "2026-11-23T12:00:00.000000+00:00"
    lines = [
        (
            f'[{first.pk},"bank:pay_{g}:gift","gift","asset:bank","income:gifts",1001,"JPY","{noon}",'
            f'"{noon}",{c},"2026-11-22",611,"0.610000000",{g},null,null,"",null]'
        ),
        (
            f'[{reversal.pk},"rev:{first.pk}","reversal","income:gifts","asset:bank",1001,"JPY",'
            f'"{minute_later}","{minute_later}",{c},"2026-11-22",-611,"0.610000000",{g},null,'
            f'{mona.pk},"Zoë’s",{first.pk}]'
        ),
    ]
    one = sha256("\n".join(["0" * 64, *lines]).encode()).hexdigest()
    line = (
        f'[{later.pk},"{later.key}","gift","asset:bank","income:gifts",2500,"EUR","{tomorrow}",'
        f'"{tomorrow}",{c},"2026-11-23",2500,null,{later.donation_id},null,null,"",null]'
    )
    other = sha256(f"{one}\n{line}".encode()).hexdigest()
    assert list(DayDigest.objects.order_by("day").values_list("digest", flat=True)) == [one, other]


def test_nothing_is_posted_to_a_day_that_is_sealed(campaign):
    receive(promise_gift(campaign))
    commands.seal_days(at=NOON + 2 * DAY)
    late = promise_gift(campaign)

    for at in (NOON, NOON - DAY):
        with pytest.raises(Error, match="digest"), transaction.atomic():
            receive(late, at=at)

    receive(late, at=NOON + 2 * DAY)


def test_is_the_same_whatever_the_time_zone(campaign, settings):
    receive(promise_gift(campaign))
    with transaction.atomic():
        [here] = commands.seal_days(at=NOON + 2 * DAY)
        transaction.set_rollback(True)
    settings.TIME_ZONE = "Pacific/Auckland"

    [there] = commands.seal_days(at=NOON + 2 * DAY)

    assert (here.day, here.digest) == (there.day, there.digest)
