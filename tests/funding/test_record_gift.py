"""record_gift and receive_promised …"""

from datetime import date, timedelta

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import ByHand, DayTotal, Donation, Donor, FundingAudit, Transfer
from broadsheet.funding.money import Money
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may

ADDRESS = "/desk/money/gifts/record/"


@pytest.fixture
def treasurer(mona):
    return may(mona, "record_offline", "view_donors")


def record(campaign, recorder, **said):
    return commands.record_gift(
        **{
            "campaign": campaign,
            "given": Money(4_000, "EUR"),
            "way": ByHand.CASH,
            "day": date(2026, 11, 20),
            "note": "Collected at the reading.",
            "submission_key": "desk-1",
            "recorder": recorder,
            "at": NOON,
            **said,
        }
    )


def test_a_gift_by_hand_is_received_on_its_day_and_counts(campaign, treasurer):
    gift = record(campaign, treasurer, name="Dana", email="Dana@example.org")

    gift.refresh_from_db()
    assert (gift.state, gift.counts_on) == ("SETTLED", date(2026, 11, 20))
    (transfer,) = gift.transfers.select_related("debit", "credit")
    assert (transfer.debit.code, transfer.credit.code) == ("asset:cash", "income:gifts")
    assert (transfer.actor, transfer.reason) == (treasurer, "Collected at the reading.")
    assert DayTotal.objects.get(campaign=campaign).counted == 4_000
    assert gift.donor.email == "Dana@example.org"
    (act,) = FundingAudit.objects.filter(action="gift-recorded")
    assert "Dana" not in str((act.before, act.after, act.reason))


def test_sent_twice_it_is_one_gift(campaign, treasurer):
    assert record(campaign, treasurer) == record(campaign, treasurer)
    assert (Donation.objects.count(), Transfer.objects.count()) == (1, 1)


def test_whoever_gave_before_is_known_by_the_address(campaign, treasurer):
    first = record(campaign, treasurer, email="dana@example.org", name="Dana")
    again = record(campaign, treasurer, email="DANA@example.org", submission_key="desk-2")
    nobody = record(campaign, treasurer, submission_key="desk-3")

    assert first.donor == again.donor
    assert nobody.donor is None
    assert Donor.objects.count() == 1


@pytest.mark.parametrize(
    "said", [{"given": Money(0, "EUR")}, {"day": NOON.date() + timedelta(days=1)}]
)
def test_refuses_nothing_and_days_to_come(campaign, treasurer, said):
    with pytest.raises(commands.GiftOfNothing):
        record(campaign, treasurer, **said)
    assert not Donation.objects.exists()


def test_a_promised_transfer_can_be_received_once(campaign, treasurer):
    gift = promise_gift(campaign, state="PROMISED")
    said = {"donation": gift, "day": NOON.date(), "note": "Seen at the bank.", "at": NOON}
    commands.receive_promised(**said, recorder=treasurer)

    gift.refresh_from_db()
    assert (gift.state, gift.settled_at) == ("SETTLED", NOON)
    with pytest.raises(commands.NotByHand):
        commands.receive_promised(**said, recorder=treasurer)


def test_what_comes_by_a_provider_is_not_received_by_hand(campaign, treasurer):
    gift = promise_gift(campaign, state="PROMISED", provider="stripe")
    with pytest.raises(commands.NotByHand):
        commands.receive_promised(
            donation=gift, day=NOON.date(), note="I think so.", recorder=treasurer, at=NOON
        )


def test_is_for_those_who_were_given_the_right(campaign, mona):
    other = may(mona, "refund")
    with pytest.raises(NotAllowed):
        record(campaign, other)
    with pytest.raises(NotAllowed):
        commands.receive_promised(
            donation=receive_nothing(campaign), day=NOON.date(), note="x", recorder=other, at=NOON
        )
    assert at_desk(other).get(ADDRESS).status_code == 403


def receive_nothing(campaign):
    return promise_gift(campaign, state="PROMISED")


def test_the_desk_writes_it_down_and_shows_it(campaign, treasurer):
    desk = at_desk(treasurer)
    key = desk.get(ADDRESS).context["form"]["submission_key"].value()
    form = {
        "way": "cheque",
        "amount": "12.50",
        "currency": "EUR",
        "day": "2026-11-02",
        "campaign": campaign.pk,
        "name": "Dana",
        "note": "By post.",
        "submission_key": key,
    }
    answer = desk.post(ADDRESS, form, follow=True)

    page = answer.content.decode()
    assert "12.50" in page
    assert "<td>Cheque</td>" in page
    wrong = desk.post(ADDRESS, form | {"day": "2999-01-01", "currency": "USD"}).content.decode()
    assert "not come yet" in wrong
    assert 'href="#id_currency"' in wrong
    assert Donation.objects.count() == 1


def test_the_desk_receives_what_was_promised(campaign, treasurer):
    gift = promise_gift(campaign, state="PROMISED")
    desk = at_desk(treasurer)
    assert "It came" in desk.get(f"/desk/money/gifts/{gift.pk}/").content.decode()

    desk.post(f"/desk/money/gifts/{gift.pk}/received/", {"day": "2026-11-21", "note": "Seen it."})

    gift.refresh_from_db()
    assert (gift.state, gift.counts_on) == ("SETTLED", date(2026, 11, 21))


def test_a_gift_that_came_is_not_offered_to_come_again(campaign, treasurer):
    gift = promise_gift(campaign)
    receive(gift)

    assert "It came" not in at_desk(treasurer).get(f"/desk/money/gifts/{gift.pk}/").content.decode()
