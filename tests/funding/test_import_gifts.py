"""import_gifts: what was given elsewhere is history here, and tells nobody."""

from datetime import date

import pytest
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from broadsheet.funding import commands
from broadsheet.funding.importing import Reading, Reason, open_table, source, surveyed
from broadsheet.funding.models import (
    DayTotal,
    Donation,
    DonationState,
    Donor,
    Interval,
    Invitation,
    Pledge,
    Transfer,
)
from broadsheet.notify.models import QueuedLetter
from factories.exports import givewp_donations, patreon_members, stripe_payments
from factories.funding import open_campaign, paid
from factories.moments import NOON

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 22)


@pytest.fixture
def campaign(db):
    return open_campaign(currency="EUR", starts_on=date(2026, 1, 1))


def asked(code, content, campaign):
    kind, table = source(code), open_table(content.encode())
    reading = Reading(
        columns=kind.guess(table.columns),
        zone=timezone.get_default_timezone(),
        currency="EUR",
        today=TODAY,
    )
    return {"source": kind, "table": table, "reading": reading, "campaign": campaign}


def bring(code, content, campaign):
    return commands.import_gifts(**asked(code, content, campaign), at=NOON)


def ledger():
    return {
        transfer.key: (transfer.debit.code, transfer.credit.code, transfer.amount)
        for transfer in Transfer.objects.select_related("debit", "credit")
    }


def test_posts_gifts_with_their_own_dates(campaign):
    bring(
        "givewp-donations", givewp_donations(currency="EUR", total="25.75", cover="0.75"), campaign
    )

    gift = Donation.objects.get()
    assert (gift.state, gift.provider, gift.provider_object) == (
        DonationState.SETTLED,
        "import",
        "givewp:101",
    )
    assert (gift.counts_on, gift.donor.email) == (date(2025, 3, 30), "dana@example.org")
    assert not gift.is_public
    assert ledger() == {
        "import:givewp:101:gift": ("asset:import", "income:gifts", 2_500),
        "import:givewp:101:cover": ("asset:import", "income:fee_cover", 75),
    }
    [total] = DayTotal.objects.all()
    assert (total.day, total.counted, total.gifts) == (date(2025, 3, 30), 2_500, 1)


def test_takes_off_what_went_back(campaign):
    report = bring("stripe-payments", stripe_payments(), campaign)

    posted = ledger()
    assert posted["import:stripe:ch_1:fee"] == ("expense:fees:import", "asset:import", 103)
    assert posted["import:stripe:ch_2:refund"] == ("contra:refunds", "asset:import", 1_000)
    assert posted["import:stripe:ch_5:lost"] == ("contra:chargebacks", "asset:disputed", 1_000)
    assert sum(total.counted for total in DayTotal.objects.all()) == 2_500 + 1_500 + 1_500 + 2_500
    # What was kept of the last one is in dollars: so much of its euros is not known.
    assert "import:stripe:ch_7:fee" not in posted
    assert report.gifts == 4


def test_brings_nothing_twice_whatever_else_stands_in_the_file(campaign):
    bring("stripe-payments", stripe_payments(), campaign)
    before = ledger()

    again = bring("stripe-payments", stripe_payments().replace("25.00", "99.00"), campaign)

    assert (again.new, again.known) == (0, 4)
    assert ledger() == before


def test_makes_nobody_again_who_was_erased(campaign):
    bring("givewp-donations", givewp_donations(currency="EUR"), campaign)
    Donor.objects.update(email="", name="", erased_at=NOON)

    bring("givewp-donations", givewp_donations(currency="EUR"), campaign)

    assert [donor.email for donor in Donor.objects.all()] == [""]


def test_invites_nobody_again_who_was_forgotten(campaign):
    bring("patreon-members", patreon_members(), campaign)
    commands.forget_donor(donor=Donor.objects.get(email="ada@example.org"), at=NOON)

    again = bring("patreon-members", patreon_members(), campaign)

    assert (again.invitations, again.known) == (0, 3)
    assert not Donor.objects.filter(email="ada@example.org").exists()
    assert not Invitation.objects.filter(key__contains=":11").exists()


def test_leaves_a_donor_who_is_here_already_as_they_are(campaign):
    Donor.objects.create(email="Dana@example.org", name="Dana Raven", made_at=NOON)

    bring("givewp-donations", givewp_donations(currency="EUR"), campaign)

    assert Donation.objects.get().donor.name == "Dana Raven"


@pytest.mark.parametrize(
    ("day", "comes"),
    [("October 31, 2026", True), ("November 1, 2026", False), ("December 24, 2026", False)],
)
def test_changes_nothing_that_is_shown_today(campaign, day, comes):
    report = bring("givewp-donations", givewp_donations(currency="EUR", day=day), campaign)

    assert report.gifts == comes
    assert report.left_out[Reason.NOT_OVER_YET] == (not comes)
    assert Donation.objects.exists() == comes


def test_tells_nobody(campaign):
    jobs = ProcrastinateJob.objects.filter(task_name__startswith="funding.")
    before = jobs.count()

    bring("stripe-payments", stripe_payments(), campaign)

    assert Donation.objects.exclude(donor=None).exists()
    assert jobs.count() == before, "such as those that give receipts"
    assert not QueuedLetter.objects.exists()


def test_leaves_out_what_nobody_has_said_the_worth_of(campaign):
    report = bring("givewp-donations", givewp_donations(currency="USD"), campaign)

    assert report.left_out == {Reason.NO_RATE: 1}
    assert not Donation.objects.exists()


def test_invites_members_of_patreon_and_charges_nobody(campaign):
    report = bring("patreon-members", patreon_members(), campaign)
    bring("patreon-members", patreon_members(), campaign)

    ada = Invitation.objects.get(key="import:patreon:11")
    assert report.invitations == Invitation.objects.count() == 3
    assert (ada.donor.email, ada.amount, ada.currency) == ("ada@example.org", 500, "USD")
    assert (ada.interval, ada.paid_until) == (Interval.MONTH, date(2026, 12, 1))
    assert not Pledge.objects.exists()
    assert not Transfer.objects.exists()


def test_adopts_subscriptions_of_stripe_with_the_end_of_what_is_paid_for(campaign):
    content = (
        "id,Customer Email,Quantity,Currency,Interval,Amount,Status,Start Date (UTC),Current Period End (UTC),"
        "Cancel At Period End\n"
        "sub_1,ada@example.org,1,eur,month,5.00,active,2025-01-01 10:00,2026-12-01 10:00,false\n"
        "sub_2,ben@example.org,1,eur,year,60.00,active,2025-01-01 10:00,2027-01-01 10:00,true\n"
    )

    report = bring("stripe-subscriptions", content, campaign)
    bring("stripe-subscriptions", content, campaign)

    ada, ben = Pledge.objects.order_by("provider_object")
    assert (report.pledges, report.ending) == (2, 1)
    assert (ada.provider, ada.next_on, ada.ends_on) == ("stripe", date(2026, 12, 1), None)
    assert (ben.next_on, ben.ends_on) == (None, date(2027, 1, 1))
    assert not Donation.objects.exists()


def test_says_beforehand_exactly_what_it_brings(campaign):
    said = surveyed(**asked("stripe-payments", stripe_payments(), campaign))
    assert not Donation.objects.exists()

    done = bring("stripe-payments", stripe_payments(), campaign)

    assert said == done
    assert said.sums["EUR"].amount == 4 * 2_500
    assert said.months == {("EUR", "2025-03"): 4 * 2_500}


def test_takes_more_rows_than_fit_one_transaction(campaign, monkeypatch):
    monkeypatch.setattr("broadsheet.funding.importing.fitting.AT_ONCE", 2)
    first, row = givewp_donations(currency="EUR").strip().split("\r\n")
    rows = [row.replace('"101"', f'"{number}"') for number in range(5)]

    report = bring("givewp-donations", "\n".join([first, *rows]), campaign)

    assert report.gifts == 5
    assert campaign.day_totals.get().counted == 5 * 2_500


def test_counts_no_payment_of_an_adopted_pledge_again(campaign):
    bring("stripe-payments", stripe_payments(), campaign)
    pledge = Pledge.objects.create(
        reference="BS-P",
        campaign=campaign,
        amount=2_500,
        currency="EUR",
        interval=Interval.MONTH,
        provider="stripe",
        provider_object="sub_1",
        begun_at=NOON,
    )
    before = ledger()
    said = {"provider": "stripe", "pledge": pledge.provider_object, "donation": ""}

    old = paid(Donation.objects.first(), **said, payment="ch_1")
    new = paid(Donation.objects.first(), **said, payment="ch_9")

    assert not commands.post_payment(snapshot=old, at=NOON)
    assert ledger() == before
    assert commands.post_payment(snapshot=new, at=NOON)
