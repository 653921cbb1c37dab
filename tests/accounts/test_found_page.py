"""found_page, and what can be done on it …"""

import pytest
from django.utils import timezone

from broadsheet.accounts import commands, guest_key
from broadsheet.accounts.models import Merge, MergeReason, present_person
from factories.claims import browser_of, letter
from factories.discussion import open_discussion, say
from factories.moments import NOON
from factories.people import again, confirmed, guest, imported


@pytest.fixture
def gus(db):
    person = guest("Gus", "gus@example.org", at=timezone.now())
    say(open_discussion(), person, "The ferry was late.", at=timezone.now())
    return person


def test_tells_what_was_found_and_lets_it_be_refused(gus):
    elsewhere = imported("Gustav", "gus@example.org")
    old = say(open_discussion(), gus, at=NOON)
    type(old).objects.filter(pk=old.pk).update(author=elsewhere, posted_at=NOON.replace(year=2021))
    browser = browser_of(gus)
    browser.post("/account/claim/", {"email": "gus@example.org"})
    browser.post("/account/claim/code/", {"code": letter()[1]})
    page = browser.get("/account/found/").content.decode()
    assert "1 comment from 2021" in page
    assert "Gustav" in page

    merge = Merge.objects.get()
    browser.post(f"/account/found/{merge.pk}/refuse/")

    old.refresh_from_db()
    assert old.author == elsewhere
    assert "Gustav" not in browser.get("/account/found/").content.decode()


def test_lets_nobody_refuse_for_somebody_else(gus, ada):
    cleo = confirmed()
    merge = commands.merge_people(
        source=imported(email="x@example.org"),
        target=cleo,
        by=cleo,
        why=MergeReason.SAME_ADDRESS,
        at=NOON,
    )
    browser = browser_of()
    browser.force_login(ada)

    assert browser.post(f"/account/found/{merge.pk}/refuse/").status_code == 404


def test_offers_staff_what_was_written_in_their_browser(gus, mona):
    browser = browser_of(gus)
    browser.force_login(mona)
    assert "The ferry was late." in browser.get("/account/found/").content.decode()

    browser.post("/account/guest/take-over/")

    assert present_person(again(gus)) == mona


def test_forgets_whose_key_it_was(gus, mona):
    browser = browser_of(gus)
    browser.force_login(mona)

    browser.post("/account/guest/forget/", {"next": "/account/found/"})

    assert guest_key.cookie_name() not in browser.cookies or not (
        browser.cookies[guest_key.cookie_name()].value
    )
    assert again(gus).is_active
