"""Coming in by a letter: a code for the browser that asked, or a link for any."""

import json
import re
from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from broadsheet.accounts import commands, guest_key
from broadsheet.accounts.models import Session, SignInAttempt, Strength, User
from broadsheet.core.http import is_own_path

SIGN_IN, CODE = "/sign-in/", "/sign-in/code/"
ADDRESS = "ada@example.org"


@pytest.fixture
def reader(db):
    """Somebody with an account and a confirmed address."""
    guest = commands.create_guest(name="Ada L.", at=timezone.now())
    return commands.confirm_email(
        person=guest, email=ADDRESS, wants_account=True, at=timezone.now()
    )


@pytest.fixture
def ask(postbox, db):
    """Ask for a letter in a browser and answer its code and its link: `ask(browser, "ada@example.org")`."""

    def ask_for(browser, email=ADDRESS, **sent):
        before = len(postbox.letters)
        response = browser.post(SIGN_IN, {"email": email, **sent})
        assert (response.status_code, response.url) == (302, CODE)
        [letter] = postbox.letters[before:]
        assert letter.to == email.lower()
        code = re.search(r"^ {4}(\d{8})$", letter.text, re.MULTILINE)[1]
        link = re.search(r"/sign-in/link/[\w-]{43}/", letter.text)[0]
        assert code in letter.html
        assert link in letter.html
        return code, link

    return ask_for


def is_in(browser):
    return "_auth_user_id" in browser.session


def test_the_code_signs_in_and_leads_back(browser, reader, ask):
    one = browser()
    code, _link = ask(one, next="/about/?page=2")

    response = one.post(CODE, {"code": f" {code[:4]}-{code[4:]} "})

    assert response.url == "/about/?page=2"
    assert one.session["_auth_user_id"] == str(reader.pk)
    assert one.cookies[guest_key.READER_MARK].value == "account"


def test_the_session_gets_a_key_that_nobody_had_before(browser, reader, ask):
    one = browser()
    code, _link = ask(one)
    before = one.session.session_key

    one.post(CODE, {"code": code})

    assert one.session.session_key != before
    assert not Session.objects.filter(session_key=Session.digest_of(before)).exists()


def test_another_session_that_came_meanwhile_is_in_nobodys_way(browser, reader, ask, settings):
    """As where the page's script asked for a passkey's challenge at the same moment."""
    one, other = browser(), browser()
    code, _link = ask(one)
    other.post("/sign-in/passkey/begin/")
    one.cookies[settings.SESSION_COOKIE_NAME] = other.cookies[settings.SESSION_COOKIE_NAME].value

    one.post(CODE, {"code": code})

    assert is_in(one)


def test_the_link_signs_in_another_browser_after_a_click(browser, reader, ask):
    _code, link = ask(browser())
    other = browser()
    for _ in range(3):
        for look in (other.get, other.head, other.options):
            look(link, headers={"Sec-Purpose": "prefetch"})
        assert not is_in(other)

    assert other.post(link).url == "/"
    assert is_in(other)


def test_a_link_works_once_and_ends_the_code(browser, reader, ask):
    one, other = browser(), browser()
    code, link = ask(one)
    other.post(link)

    assert browser().post(link).status_code == 410
    assert one.post(CODE, {"code": code}).status_code == 410
    assert not is_in(one)


def test_a_code_is_good_only_in_the_browser_that_asked(browser, reader, ask):
    code, _link = ask(browser())
    other = browser()
    ask(other, "zed@example.org")

    assert other.post(CODE, {"code": code}).status_code == 422
    assert not is_in(other)


def test_a_code_can_be_guessed_at_five_times(browser, reader, ask):
    one = browser()
    code, _link = ask(one)
    wrong = "1" * 8 if code != "1" * 8 else "2" * 8
    assert [one.post(CODE, {"code": wrong}).status_code for _ in range(5)] == [422] * 4 + [410]

    assert one.post(CODE, {"code": code}).status_code == 410
    assert not is_in(one)


@pytest.mark.parametrize("by", ["code", "link"])
def test_after_ten_minutes_neither_works(browser, reader, ask, by):
    one = browser()
    code, link = ask(one)
    with time_machine.travel(timezone.now() + timedelta(minutes=10, seconds=1), tick=False):
        response = one.post(CODE, {"code": code}) if by == "code" else one.post(link)

    assert response.status_code == 410
    assert not is_in(one)


def test_keeps_neither_code_nor_link(browser, ask):
    code, link = ask(browser())
    kept = str(SignInAttempt.objects.values()) + str(Session.objects.values())
    assert code not in kept
    assert link.split("/")[-2] not in kept


def test_another_letter_ends_the_code_before_it(browser, reader, ask, postbox):
    one = browser()
    code, _link = ask(one)
    assert one.post("/sign-in/again/").url == CODE
    later = re.search(r"^ {4}(\d{8})$", postbox.letters[-1].text, re.MULTILINE)[1]

    assert code == later or one.post(CODE, {"code": code}).status_code == 422
    assert one.post(CODE, {"code": later}).status_code == 302


def test_somebody_new_is_asked_for_a_name_and_has_an_account(browser, ask):
    one = browser()
    code, _link = ask(one, "Nora@Example.org", next="/about/")
    assert one.post(CODE, {"code": code}).url == "/sign-in/name/"
    assert not is_in(one)
    assert one.post("/sign-in/name/", {"name": "\u200b"}).status_code == 422

    response = one.post("/sign-in/name/", {"name": "Nora"})

    assert response.url == "/about/"
    nora = User.objects.get(email="nora@example.org")
    assert (nora.name, nora.strength) == ("Nora", Strength.ACCOUNT)
    assert one.session["_auth_user_id"] == str(nora.pk)


def test_nobody_gets_a_name_who_has_confirmed_nothing(browser, db):
    assert browser().post("/sign-in/name/", {"name": "Nora"}).url == SIGN_IN
    assert not User.objects.filter(name="Nora").exists()


def test_a_guest_keeps_what_they_wrote(browser, ask, db):
    guest = commands.create_guest(name="Gus", at=timezone.now())
    one = browser()
    one.cookies.load(cookies_of(guest))
    code, _link = ask(one, "gus@example.org")

    one.post(CODE, {"code": code})

    guest.refresh_from_db()
    assert (guest.email, guest.strength) == ("gus@example.org", Strength.ACCOUNT)
    assert one.session["_auth_user_id"] == str(guest.pk)


def cookies_of(guest):
    from django.http import HttpResponse

    response = HttpResponse()
    guest_key.hand_over(response, guest)
    return {name: one.value for name, one in response.cookies.items()}


@pytest.mark.parametrize("typed", ["", "ada", "ada@", "a" * 300 + "@example.org", "a\x00@b.org"])
def test_what_is_no_address_is_told_kindly(browser, db, postbox, typed):
    response = browser().post(SIGN_IN, {"email": typed})

    assert response.status_code == 422
    page = response.content.decode()
    assert 'aria-invalid="true"' in page
    assert 'aria-describedby="email-error"' in page
    assert 'id="email-error"' in page
    assert postbox.letters == []


@pytest.mark.parametrize(
    "next_page",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "\t/x"],
)
def test_leads_nowhere_but_home(browser, reader, ask, next_page):
    one = browser()
    code, _link = ask(one, next=next_page)
    assert one.post(CODE, {"code": code}).url == "/"


def test_leads_back_to_the_page_whose_link_was_followed(browser, db):
    page = browser().get(SIGN_IN, headers={"referer": "http://testserver/politics/?after=3"})
    assert 'name="next" value="/politics/?after=3"' in page.content.decode()
    foreign = browser().get(SIGN_IN, headers={"referer": "http://evil.example/politics/"})
    assert 'name="next" value=""' in foreign.content.decode()


def test_another_sites_page_can_start_nothing(browser, db, postbox):
    foreign = browser()
    response = foreign.post(SIGN_IN, {"email": ADDRESS}, headers={"sec-fetch-site": "cross-site"})
    assert response.status_code == 403
    assert postbox.letters == []


def test_somebody_whose_account_was_closed_is_told_so(browser, reader, ask):
    User.objects.filter(pk=reader.pk).update(is_active=False)
    one = browser()
    code, _link = ask(one)

    assert one.post(CODE, {"code": code}).status_code == 409
    assert not is_in(one)


def test_signing_out_takes_a_click(browser, reader):
    one = browser(reader)
    assert one.get("/sign-out/").status_code == 200
    assert is_in(one)

    assert one.post("/sign-out/").url == "/"
    assert not is_in(one)


@pytest.mark.parametrize(
    "address", [SIGN_IN, "/sign-out/", "/sign-in/link/none/", "/sign-in/code/"]
)
def test_pages_about_ways_in_are_kept_by_nobody(browser, db, address):
    response = browser().get(address)

    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies


def test_one_mailbox_gets_three_letters_an_hour(browser, db, postbox, limits_hold):
    asked = [
        browser().post(SIGN_IN, {"email": email})
        for email in [ADDRESS, "ADA@example.org", f" {ADDRESS} ", ADDRESS]
    ]
    assert [one.status_code for one in asked] == [302, 302, 302, 429]
    assert int(asked[-1].headers["Retry-After"]) > 60
    assert "Please try again in" in asked[-1].content.decode()
    assert len(postbox.letters) == 3

    assert browser().post(SIGN_IN, {"email": "ben@example.org"}).status_code == 302


def test_sending_again_counts_as_well(browser, db, postbox, limits_hold):
    one = browser()
    one.post(SIGN_IN, {"email": ADDRESS})
    assert [one.post("/sign-in/again/").status_code for _ in range(3)] == [302, 302, 429]
    assert one.get(CODE).status_code == 200
    assert len(postbox.letters) == 3


def test_one_network_address_gets_ten_letters_an_hour(browser, db, postbox, limits_hold):
    answers = [
        browser().post(SIGN_IN, {"email": f"reader{number}@example.org"}).status_code
        for number in range(11)
    ]
    assert answers == [302] * 10 + [429]
    elsewhere = browser().post(SIGN_IN, {"email": ADDRESS}, REMOTE_ADDR="192.0.2.7")
    assert elsewhere.status_code == 302


def test_one_network_address_begins_five_accounts_an_hour(browser, ask, limits_hold):
    answers = []
    for number in range(6):
        one = browser()
        code, _link = ask(one, f"reader{number}@example.org")
        one.post(CODE, {"code": code})
        answers.append(one.post("/sign-in/name/", {"name": f"Reader {number}"}).status_code)
    assert answers == [302] * 5 + [429]


def test_no_redirect_of_the_collection_leads_away(browser, reader, shared):
    collection = json.loads((shared / "data/security/open_redirect.json").read_text())
    for url in strings_in(collection):
        if is_own_path(url):
            # As browsers read it (WHATWG URL): backslashes are slashes, tabs and line ends are nothing.
            seen = re.sub(r"[\t\r\n]", "", url).replace("\\", "/").strip(" ")
            assert seen.startswith("/"), url
            assert not seen.startswith("//"), url


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_in(one)


def test_pages_of_a_discussion_say_who_reads_only_by_the_overlay(browser, reader):
    from factories.discussion import open_discussion

    discussion = open_discussion()
    page = browser(reader).get(discussion.url).content.decode()
    assert reader.name not in page
    assert 'href="/sign-in/" data-account="/account/"' in page


@pytest.mark.parametrize(
    "name",
    [
        "account_login",
        "account_signup",
        "account_request_login_code",
        "account_confirm_login_code",
        "account_logout",
        "account_email",
        "account_reauthenticate",
        "mfa_index",
        "mfa_authenticate",
        "mfa_reauthenticate",
        "mfa_reauthenticate_webauthn",
        "mfa_activate_totp",
        "mfa_deactivate_totp",
        "mfa_view_recovery_codes",
        "mfa_add_webauthn",
        "mfa_login_webauthn",
    ],
)
def test_allauth_finds_the_addresses_it_asks_for_by_name(name):
    assert reverse(name).startswith(("/sign-in/", "/sign-out/", "/account/"))


def test_a_page_about_oneself_names_one_in_its_head(browser, reader):
    page = browser(reader).get("/account/security/").content.decode()
    assert re.search(r'class="masthead__who" href="/account/">Ada L\.</a>', page)
