"""sessions_page …"""

from django.test import Client
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.device import device_of
from broadsheet.accounts.models import Session, User
from broadsheet.accounts.queries import sessions_page

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1"
EDGE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0"
TABLET = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36"


def sign_in(person):
    browser = Client()
    browser.force_login(person)
    return browser, Session.objects.get(session_key=Session.digest_of(browser.session.session_key))


def page_of(person, browser, address=""):
    return sessions_page(person, current=browser.session.session_key, address=address)


def test_says_the_device_coarsely():
    assert device_of(PHONE) == "Safari, iPhone"
    assert device_of(EDGE) == "Edge, Windows"
    assert device_of(TABLET) == "Chrome, Android"
    assert device_of("curl/8.0") == device_of("") == ""
    assert device_of("x" * 10_000 + "Firefox/1") == ""


def test_shows_the_current_one_first(ada):
    sign_in(ada)
    here, row = sign_in(ada)
    sign_in(ada)

    lines = page_of(ada, here).lines

    assert [line.is_current for line in lines] == [True, False, False]
    assert lines[0].name == row.session_key


def test_shows_nobody_elses(ada, ben):
    here, _ = sign_in(ada)
    sign_in(ben)

    assert len(page_of(ada, here).lines) == 1
    assert page_of(ada, here).others == []


def test_costs_one_query(ada, django_assert_num_queries):
    here, _ = sign_in(ada)
    key = here.session.session_key

    with django_assert_num_queries(1):
        sessions_page(ada, current=key, address="")


def test_knows_the_device_and_the_place_without_keeping_an_address(db):
    browser = Client(
        headers={"user-agent": PHONE, "sec-fetch-site": "same-origin"}, REMOTE_ADDR="192.0.2.7"
    )
    secret = commands.issue_desk_link(at=timezone.now())
    browser.post(f"/sign-in/{secret}/")
    person = User.objects.get()

    line = page_of(person, browser, "192.0.2.7").lines[0]
    assert (line.device, line.is_same_place, line.is_for_desk) == ("Safari, iPhone", True, True)
    assert not page_of(person, browser, "198.51.100.7").lines[0].is_same_place
    assert "192.0.2.7" not in str(Session.objects.values())
