"""The sites for signed visits at the desk …"""

import re

import pytest
from django.test import Client

from broadsheet.accounts.models import VisitSite
from factories.visits import make_site, new_key_pair

pytestmark = pytest.mark.django_db

LIST = "/desk/signed-visits/"


@pytest.fixture
def desk(ed):
    ed.is_superuser = True
    ed.save()
    client = Client(headers={"Sec-Fetch-Site": "same-origin"})
    client.force_login(ed)
    return client


def make(desk, **said):
    fields = {"key": "members", "name": "The Members Club", "algorithm": "HS256", **said}
    return desk.post(f"{LIST}new/", {"public_key": "", "most_role": "READER", **fields})


def test_shows_the_secret_once(desk):
    answer = make(desk)

    site = VisitSite.objects.get()
    assert f'value="{site.secret}"' in answer.text
    assert "no-store" in answer["Cache-Control"]
    for address in (LIST, f"{LIST}edit/{site.pk}/"):
        page = desk.get(address)
        assert page.status_code == 200
        assert site.secret not in page.text


def test_makes_a_site_with_a_key_of_its_own(desk):
    _private, public = new_key_pair()

    answer = make(desk, algorithm="EdDSA", public_key=public)

    assert answer.status_code == 302
    assert VisitSite.objects.get().public_key == public


def test_says_at_the_field_what_is_wrong_with_a_public_key(desk):
    answer = make(desk, algorithm="EdDSA", public_key="ssh-ed25519 AAAA")

    assert answer.status_code == 200
    assert "BEGIN PUBLIC KEY" in answer.text
    assert not VisitSite.objects.exists()


def change(desk, site, **said):
    fields = {"name": site.name, "most_role": site.most_role, "public_key": site.public_key, **said}
    return desk.post(f"{LIST}edit/{site.pk}/", fields)


def test_changes_name_and_roles_and_nothing_else(desk):
    site = make_site()

    change(desk, site, name="Friends", most_role="MODERATOR", key="other", algorithm="EdDSA")

    changed = VisitSite.objects.get()
    assert (changed.name, changed.most_role) == ("Friends", "MODERATOR")
    assert (changed.key, changed.algorithm, changed.secret) == ("members", "HS256", site.secret)


def test_gives_another_secret_and_shows_that_once(desk):
    site = make_site()

    answer = change(desk, site, renews_secret="on")

    renewed = VisitSite.objects.get()
    assert renewed.secret != site.secret
    assert f'value="{renewed.secret}"' in answer.text


def test_takes_another_public_key(desk):
    _private, public = new_key_pair()
    site = make_site(algorithm="EdDSA", public_key=new_key_pair()[1])

    assert change(desk, site, public_key=public).status_code == 302
    assert VisitSite.objects.get().public_key == public


def test_retires_a_site_and_keeps_its_row(desk):
    site = make_site()
    page = desk.get(f"{LIST}delete/{site.pk}/").text
    assert "Nobody can sign in from this site" in page
    assert "Yes, retire it" in page
    assert "delete</button>" not in page

    desk.post(f"{LIST}delete/{site.pk}/")

    assert VisitSite.objects.get().retired_at is not None


def test_is_closed_to_who_may_not(client, ada):
    client.force_login(ada)

    assert client.get(LIST).status_code in {302, 403}


def test_names_no_secret_in_the_log_of_the_desk(desk):
    from wagtail.models import ModelLogEntry

    make(desk)

    said = " ".join(f"{one.label} {one.data}" for one in ModelLogEntry.objects.all())
    assert VisitSite.objects.get().secret not in said
    assert re.search("Members Club", said)
