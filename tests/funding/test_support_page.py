"""The page of one's gifts …"""

import pytest

from broadsheet.funding.models import Receipt
from factories.donors import browser, come_in, give, know_donor, pretended_pledge, prove
from factories.funding import open_campaign

pytestmark = pytest.mark.django_db
SPACE = "\N{NO-BREAK SPACE}"


@pytest.fixture
def client():
    return browser()


def test_shows_all_that_was_given_and_what_comes_again(client, django_assert_max_num_queries):
    dana = know_donor()
    for amount in (2_500, 4_000):
        give(dana, amount)
    pretended_pledge(dana, 1_200)

    page = come_in(client)

    for amount in ("25", "40", "12"):
        assert f"{amount}{SPACE}€" in page
    assert "End this monthly gift" in page
    with django_assert_max_num_queries(12):
        client.get("/support/")


def test_opens_to_who_has_proven_the_address(client, ada, ben):
    give(know_donor("Ada", email="ADA@example.org"))

    client.force_login(prove(ada, "ada@example.org"))
    assert "What you gave" in client.get("/support/").content.decode()
    client.force_login(prove(ben, "ben@example.org"))
    assert "Send me a link" in client.get("/support/").content.decode()


def test_has_a_statement_of_each_year(client):
    dana = know_donor()
    give(dana, 2_000)
    give(dana, 500)
    come_in(client)

    answer = client.post("/support/years/2026/", follow=True).content.decode()

    assert "Y2026-00001" in answer
    assert answer.count("<tr>") == 3
    assert f"25{SPACE}€" in answer
    client.post("/support/years/2026/")
    assert Receipt.objects.count() == 1
    give(dana, 700, campaign=open_campaign(currency="USD"))
    both = client.post("/support/years/2026/", follow=True).content.decode()
    assert "Y2026-00001" in both
    assert "Y2026-00002" in both
    assert client.post("/support/years/2025/").status_code == 404
