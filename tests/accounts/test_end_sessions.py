"""Sessions: what is kept of them, how long they last, and that they end at once for every process."""

from datetime import timedelta

import pytest
from allauth.account.signals import password_changed
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from time_machine import travel

from broadsheet.accounts import commands
from broadsheet.accounts.models import Session, Standing, User
from broadsheet.web.options import default_values
from broadsheet.web.settings.base import settings_following

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:147.0) Gecko/20100101 Firefox/147.0"


def new_browser(person=None):
    browser = Client(headers={"sec-fetch-site": "same-origin", "user-agent": FIREFOX})
    if person:
        browser.force_login(person)
    return browser


def is_signed_in(browser):
    """Asked of a page about oneself, which asks strangers to sign in."""
    answer = browser.post("/account/sessions/end/", {"session": "none"})
    assert answer.status_code in (302, 403)
    return answer.status_code == 302


def test_keeps_the_key_of_no_session(ada):
    browser = new_browser(ada)

    key = browser.cookies["bs_session"].value
    assert key not in str(Session.objects.values())
    assert Session.objects.get().session_key == Session.digest_of(key)


def test_the_digest_of_a_key_opens_no_session(ada):
    new_browser(ada)
    thief = new_browser()

    thief.cookies["bs_session"] = Session.objects.get().session_key

    assert not is_signed_in(thief)


def test_the_cookie_is_for_the_server_alone(db):
    browser = new_browser()
    secret = commands.issue_desk_link(at=timezone.now())
    browser.post(f"/sign-in/{secret}/")

    cookie = browser.cookies["bs_session"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")
    assert not cookie["domain"]
    assert 0 < cookie["max-age"] <= 8 * 60 * 60


def test_the_cookies_are_bound_to_the_host_where_there_is_tls():
    over_tls = settings_following({**default_values(), "base_url": "https://news.example"})

    for cookie in ("SESSION", "CSRF"):
        assert over_tls[f"{cookie}_COOKIE_NAME"].startswith("__Host-")
        assert over_tls[f"{cookie}_COOKIE_SECURE"] is True


def test_changes_its_key_at_sign_in_even_of_the_same_person(ada):
    browser = new_browser(ada)
    before = browser.cookies["bs_session"].value

    browser.force_login(ada)

    assert browser.cookies["bs_session"].value != before
    assert Session.objects.count() == 1


def test_ends_when_it_is_ended_for_every_process(ada):
    at_home, at_work = new_browser(ada), new_browser(ada)
    assert is_signed_in(at_home)

    commands.end_other_sessions(person=ada, current=at_work.session.session_key)

    assert not is_signed_in(at_home)
    assert is_signed_in(at_work)


def test_ends_by_name_only_what_is_ones_own(ada, ben):
    theirs = new_browser(ben)
    name = Session.digest_of(theirs.session.session_key)

    new_browser(ada).post("/account/sessions/end/", {"session": name})
    assert is_signed_in(theirs)

    new_browser(ben).post("/account/sessions/end/", {"session": name})
    assert not is_signed_in(theirs)


def test_ending_the_current_one_signs_out(ada):
    browser = new_browser(ada)

    name = Session.digest_of(browser.session.session_key)
    browser.post("/account/sessions/end/", {"session": name})

    assert not Session.objects.exists()


@pytest.mark.parametrize("change", [{"is_active": False}, {"standing": Standing.BANNED}])
def test_ends_at_once_for_who_is_banned_or_deactivated(ada, change):
    browser = new_browser(ada)

    for name, value in change.items():
        setattr(ada, name, value)
    ada.save()

    assert not Session.objects.exists()
    assert not is_signed_in(browser)


def test_ends_elsewhere_after_another_password(ada, rf):
    at_home, at_work = new_browser(ada), new_browser(ada)
    request = rf.post("/")
    request.user, request.session = ada, at_work.session

    password_changed.send(User, request=request, user=ada)

    assert is_signed_in(at_work)
    assert not is_signed_in(at_home)


def test_ends_elsewhere_after_a_second_factor_is_removed(ada, rf):
    at_home, at_work = new_browser(ada), new_browser(ada)
    request = rf.post("/")
    request.user, request.session = ada, at_work.session

    authenticator_removed.send(Authenticator, request=request, user=ada, authenticator=None)

    assert is_signed_in(at_work)
    assert not is_signed_in(at_home)


def test_ends_for_who_gets_the_desk_so_that_they_sign_in_as_staff(ada):
    browser = new_browser(ada)
    editors = Group.objects.create(name="Night editors")
    editors.permissions.add(Permission.objects.get(codename="access_admin"))

    ada.groups.add(editors)

    assert not is_signed_in(browser)
    assert is_signed_in(again := new_browser(User.objects.get()))
    editors.user_set.remove(ada)
    assert not is_signed_in(again)


def test_goes_on_for_who_joins_a_group_without_powers(ada):
    browser = new_browser(ada)

    ada.groups.add(Group.objects.create(name="Quiz winners"))

    assert is_signed_in(browser)


def test_a_reader_stays_as_long_as_they_come_within_90_days(ada):
    now = timezone.now()
    with travel(now):
        browser = new_browser(ada)
    with travel(now + timedelta(days=80)):
        assert is_signed_in(browser)
    with travel(now + timedelta(days=160)):
        assert is_signed_in(browser)
    with travel(now + timedelta(days=251)):
        assert not is_signed_in(browser)


def test_staff_stay_for_8_hours_of_silence(mona):
    now = timezone.now()
    with travel(now):
        browser = new_browser(mona)
    with travel(now + timedelta(hours=7)):
        assert is_signed_in(browser)
    with travel(now + timedelta(hours=14)):
        assert is_signed_in(browser)
    with travel(now + timedelta(hours=22, minutes=10)):
        assert not is_signed_in(browser)


def test_staff_stay_for_24_hours_whatever_they_do(mona):
    now = timezone.now()
    with travel(now):
        browser = new_browser(mona)
    for hours in (6, 12, 18, 23):
        with travel(now + timedelta(hours=hours)):
            assert is_signed_in(browser)
    with travel(now + timedelta(hours=24, minutes=1)):
        assert not is_signed_in(browser)


def test_presence_is_written_once_in_ten_minutes(ada):
    now = timezone.now()
    with travel(now, tick=False):
        browser = new_browser(ada)
    with travel(now + timedelta(minutes=9), tick=False):
        is_signed_in(browser)
        assert Session.objects.get().seen_at == now
    with travel(later := now + timedelta(minutes=11), tick=False):
        is_signed_in(browser)
        assert Session.objects.get().seen_at == later


def test_what_has_expired_is_cleared_and_places_are_forgotten(ada, ben):
    now = timezone.now()
    with travel(now):
        new_browser(ada)
        new_browser(ben)
    Session.objects.filter(person=ben).update(expire_date=now)
    assert Session.objects.get(person=ada).place

    commands.clear_sessions(at=now + timedelta(days=31))

    assert Session.objects.get().person == ada
    assert not Session.objects.get().place
