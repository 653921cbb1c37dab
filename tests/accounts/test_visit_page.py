"""visit_page, and the pages of signed visits …"""

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.models import RedeemedVisit, Session, Strength, Visitor
from factories.visits import make_site, token

pytestmark = pytest.mark.django_db

OURS = {"HTTP_ORIGIN": "http://testserver", "HTTP_SEC_FETCH_SITE": "same-origin"}


@pytest.fixture
def site():
    return make_site()


def fresh(site, **said):
    return token(site, at=timezone.now(), **said)


def post(client, site, made, **fields):
    return client.post(f"/visits/{site.key}/", {"token": made, **fields}, **OURS)


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_asks_for_a_click_and_signs_nobody_in_by_itself(client, site):
    answer = client.get(f"/visits/{site.key}/", {"token": fresh(site), "next": "/harbour/"})

    assert answer.status_code == 200
    assert "Ada Lovelace" in answer.text
    assert 'value="/harbour/"' in answer.text
    assert "no-store" in answer["Cache-Control"]
    assert not RedeemedVisit.objects.exists()
    assert not is_signed_in(client)


def test_signs_in_by_the_click_and_leads_on(client, site):
    answer = post(client, site, fresh(site), next="/harbour/")

    assert (answer.status_code, answer["Location"]) == (302, "/harbour/")
    assert is_signed_in(client)
    assert Visitor.objects.get().person_id == int(client.session["_auth_user_id"])


def test_gives_another_session(client, site):
    client.get(f"/visits/{site.key}/", {"token": fresh(site)})
    session = client.session
    session["before"] = 1
    session.save()
    key = session.session_key

    post(client, site, fresh(site))

    assert client.session.session_key != key


@pytest.mark.parametrize(
    "to", ["https://evil.example/", "//evil.example/", "/\\evil.example", "x:y"]
)
def test_leads_nowhere_else(client, site, to):
    assert post(client, site, fresh(site), next=to)["Location"] == "/"


def test_refuses_with_a_sentence_for_people_and_a_reason_for_developers(client, site):
    for answer in (
        client.get(f"/visits/{site.key}/", {"token": "x.y.z"}),
        post(client, site, "x.y.z"),
    ):
        assert answer.status_code == 403
        assert "The Members Club" in answer.text
        assert "signature" in answer.text


def test_shows_what_a_site_says_as_text(client, site):
    answer = client.get(f"/visits/{site.key}/", {"token": fresh(site, name="<b>Ada</b>")})

    assert "&lt;b&gt;Ada" in answer.text


def test_takes_no_post_from_another_site(site):
    client = Client()
    answer = client.post(
        f"/visits/{site.key}/", {"token": fresh(site)}, HTTP_ORIGIN="https://evil.example"
    )

    assert answer.status_code == 403
    assert not Session.objects.exists()


def test_is_not_there_for_a_site_that_is_not(client, site):
    commands.retire_visit_site(site=site, at=timezone.now())

    for key in ("nobody", site.key):
        assert client.get(f"/visits/{key}/", {"token": fresh(site)}).status_code == 404


class TestAnAddressThatIsSomebodys:
    @pytest.fixture(autouse=True)
    def known(self, ada):
        ada.email, ada.strength = "ada@example.org", Strength.ACCOUNT
        ada.save(update_fields=["email", "strength"])
        return ada

    def come(self, client, site):
        answer = post(client, site, fresh(site, email="ada@example.org"), next="/harbour/")
        assert answer["Location"] == "/visits/join/"

    def test_signs_nobody_in(self, client, site):
        self.come(client, site)

        assert not is_signed_in(client)
        page = client.get("/visits/join/").text
        assert "ada@example.org" in page
        assert "/sign-in/?next=" in page
        assert 'value="join"' not in page

    def test_is_joined_by_whoever_is_signed_in_to_it(self, client, site, known):
        client.force_login(known, backend="django.contrib.auth.backends.ModelBackend")
        self.come(client, site)
        assert 'value="join"' in client.get("/visits/join/").text

        answer = client.post("/visits/join/", {"choice": "join"}, **OURS)

        assert answer["Location"] == "/harbour/"
        assert Visitor.objects.get().person == known

    def test_is_not_joined_by_somebody_else(self, client, site, ben):
        client.force_login(ben, backend="django.contrib.auth.backends.ModelBackend")
        self.come(client, site)
        assert 'value="join"' not in client.get("/visits/join/").text

        answer = client.post("/visits/join/", {"choice": "join"}, **OURS)

        assert answer.status_code == 403
        assert not Visitor.objects.exists()

    def test_may_be_left_alone(self, client, site, known):
        self.come(client, site)

        client.post("/visits/join/", {"choice": "apart"}, **OURS)

        assert is_signed_in(client)
        assert Visitor.objects.get().person != known

    def test_is_not_asked_about_without_a_visit(self, client):
        assert client.get("/visits/join/").status_code == 404
