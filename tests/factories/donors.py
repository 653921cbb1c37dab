"""Donors, and what they gave."""

import re

from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON


def know_donor(name="Dana", *, email="dana@example.org", **fields):
    from broadsheet.funding.models import Donor

    return Donor.objects.create(name=name, email=email, made_at=NOON, language="en-gb", **fields)


def give(donor, amount=2_500, *, at=NOON, campaign=None, **fields):
    """A gift of `donor` that has been received; answer it as it is then."""
    gift = promise_gift(campaign or open_campaign(), amount, donor=donor, **fields)
    receive(gift, at=at)
    gift.refresh_from_db()
    return gift


def pledge(donor, amount=1_000, *, campaign=None, **fields):
    """A recurring gift of `donor` that runs."""
    from broadsheet.funding.models import Interval, Pledge, PledgeState

    campaign = campaign or open_campaign()
    return Pledge.objects.create(
        **{
            "reference": f"P{Pledge.objects.count()}-{campaign.pk}",
            "donor": donor,
            "campaign": campaign,
            "amount": amount,
            "currency": campaign.currency,
            "interval": Interval.MONTH,
            "provider": "test",
            "provider_object": f"sub_{campaign.pk}",
            "state": PledgeState.ACTIVE,
            "begun_at": NOON,
            **fields,
        }
    )


def pretended_pledge(donor, amount=1_000, **fields):
    """The same with the way of paying that pretends, which knows of it, too."""
    from broadsheet.funding.models import Interval, PretendedPledge

    kept = pledge(donor, amount, **fields)
    PretendedPledge.objects.create(
        name=kept.provider_object,
        donation=kept.reference,
        currency=kept.currency,
        amount=amount,
        interval=Interval(kept.interval),
        state=kept.state,
        next_on=kept.next_on,
        changed_at=NOON,
    )
    return kept


def prove(person, email):
    """Make `email` the confirmed address of `person`."""
    person.email = email
    person.save(update_fields=["email"])
    return person


def latest_letter():
    from broadsheet.notify.models import QueuedLetter

    return QueuedLetter.objects.order_by("-pk").first()


def browser():
    """A browser with nobody in it, which says where it comes from."""
    from django.test import Client

    return Client(headers={"sec-fetch-site": "same-origin"})


def portal_link():
    """The path in the latest letter that opens the page of somebody's gifts; None where there is none."""
    found = re.search(r"https?://[^/\s]+(/support/open/\S+)", latest_letter().text)
    return found and found[1]


def come_in(client, email="dana@example.org"):
    """See the gifts of `email`, by a letter."""
    client.post("/support/", {"email": email})
    client.post(portal_link())
    return client.get("/support/").content.decode()
