"""invitation_list: whom the newsroom may ask to go on here."""

import pytest
from django.test import Client

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.models import Donor, Interval, Invitation, Pledge, PledgeState
from factories.funding import open_campaign
from factories.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(ed):
    ed.is_superuser = True
    ed.save()
    return ed


def invite(name, amount=500, **fields):
    donor = Donor.objects.create(email=f"{name.lower()}@example.org", name=name, made_at=NOON)
    said = {"currency": "USD", "interval": Interval.MONTH, "made_at": NOON, **fields}
    return Invitation.objects.create(
        key=f"import:patreon:{name}", donor=donor, amount=amount, **said
    )


def test_leads_to_a_form_that_knows_the_gift(boss):
    invite("Ada")
    client = Client()
    client.force_login(boss)

    said = client.get("/desk/money/invitations/").content.decode()

    assert "ada@example.org" in said
    assert "/give/?interval=MONTH&amp;currency=USD&amp;amount=5" in said


def test_writes_parts_of_a_unit_as_an_address_has_them(boss):
    invite("Ada", 550)
    invite("Ben", 500, currency="JPY")

    ada, ben = sorted(queries.invitation_list(viewer=boss).lines, key=lambda line: line.name)

    assert ada.query.endswith("amount=5.50")
    assert ben.query.endswith("amount=500")


def test_says_who_gives_here_by_now(boss):
    invitations = [invite(name) for name in ("Ada", "Ben", "Dana")]
    for invitation, state in zip(
        invitations, (PledgeState.ACTIVE, PledgeState.BEGUN), strict=False
    ):
        Pledge.objects.create(
            reference=f"BS-{invitation.pk}",
            donor=invitation.donor,
            campaign=open_campaign(),
            amount=500,
            currency="EUR",
            interval=Interval.MONTH,
            provider="bank",
            state=state,
            begun_at=NOON,
        )

    page = queries.invitation_list(viewer=boss)

    assert {line.name: line.gives_here for line in page.lines} == {
        "Ada": True,
        "Ben": False,
        "Dana": False,
    }
    assert page.here == 1


def test_knows_nobody_who_was_forgotten(boss):
    Donor.objects.filter(pk=invite("Ada").donor_id).update(email="", name="", erased_at=NOON)

    assert queries.invitation_list(viewer=boss).lines == ()


def test_is_for_those_who_may_see_donors(mona):
    with pytest.raises(NotAllowed):
        queries.invitation_list(viewer=mona)
