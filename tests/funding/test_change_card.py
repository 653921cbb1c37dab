"""From the page of one's gifts to where the card is changed, and back."""

import pytest

from broadsheet.funding.models import Donor
from factories.donors import browser, come_in
from factories.stripe import begin_monthly, hear_all

pytestmark = pytest.mark.django_db


@pytest.fixture
def pledge(stripe, campaign):
    gift, page = begin_monthly(campaign)
    stripe.pay(page)
    hear_all(stripe)
    gift.pledge.refresh_from_db()
    return gift.pledge


def test_leads_to_stripes_own_page_and_back_to_the_gifts(stripe, pledge):
    client = browser()
    assert f'href="/support/gifts/{pledge.pk}/card/"' in come_in(client, Donor.objects.get().email)

    answer = client.get(f"/support/gifts/{pledge.pk}/card/")

    assert (answer.status_code, answer.url) == (302, f"{stripe.address}/portal/1")
    _method, _path, asked = stripe.asked[-1]
    redirect = asked["flow_data"]["after_completion"]["redirect"]
    assert redirect == {"return_url": "http://testserver/support/"}


def test_leads_nobody_else_there(stripe, pledge):
    answer = browser().get(f"/support/gifts/{pledge.pk}/card/")

    assert answer.status_code == 404
    assert not any(path.startswith("/v1/billing_portal") for _method, path, _asked in stripe.asked)
