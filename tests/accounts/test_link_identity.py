"""Signing in at a provider: a real one, on the loopback (link_identity, begin_account_by_identity …)."""

import html
import logging
import re
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount, SocialApp
from django.test import Client

from broadsheet.accounts import commands
from broadsheet.accounts.models import Strength, User
from broadsheet.accounts.oidc import read_configuration, seal_secret
from factories.moments import NOON
from factories.oidc import Identity, agree, deny, running_provider

GRACE = {"email": "grace@example.org", "email_verified": True, "name": "Grace Hopper"}
HEIDI = {"email": "heidi@example.org", "email_verified": False, "name": "Heidi"}


@pytest.fixture(scope="module")
def issuer():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    identities = (
        Identity(sub="grace", claims=GRACE),
        Identity(sub="heidi", claims=HEIDI),
        Identity(sub="nameless", claims={"email": "nobody@example.org", "email_verified": True}),
    )
    with running_provider(*identities) as issuer:
        yield issuer


@pytest.fixture
def app(db, issuer):
    return set_up(issuer)


def set_up(at, **changes):
    app = SocialApp(
        provider="openid_connect", provider_id="library", name="The Library", client_id="courier"
    )
    app.settings = {"configuration": {**read_configuration(at), **changes}}
    seal_secret(app, "known to both")
    app.save()
    return app


def new_browser():
    return Client(headers={"sec-fetch-site": "same-origin"})


def begin(browser, to="/feed/"):
    """Press the button; answer the address at the provider that the page leads to."""
    page = browser.post("/sign-in/with/library/", {"next": to})
    assert page.status_code == 200
    return html.unescape(re.search(r'url=([^"]+)"', page.content.decode())[1])


def come_back(browser, address):
    place = urlsplit(address)
    assert place.path == "/sign-in/with/library/back/"
    return browser.get(f"{place.path}?{place.query}")


def sign_in(browser, sub, to="/feed/"):
    return come_back(browser, agree(begin(browser, to), sub))


def is_in(browser):
    return "_auth_user_id" in browser.session


# What goes to the provider


def test_asks_with_state_nonce_and_proof_key(app):
    asked = parse_qs(urlsplit(begin(new_browser())).query)

    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"}
    for name in ("state", "nonce", "code_challenge"):
        assert len(asked[name][0]) >= 16


def test_lets_the_visitors_address_say_nothing(app):
    page = new_browser().post("/sign-in/with/library/?scope=admin&auth_params=prompt%3Dnone", {})

    assert "admin" not in page.content.decode()
    assert "prompt" not in page.content.decode()


def test_begins_only_from_our_own_page(app):
    assert new_browser().get("/sign-in/with/library/").status_code == 405
    stranger = Client(headers={"sec-fetch-site": "cross-site"})
    assert stranger.post("/sign-in/with/library/").status_code == 403


def test_knows_no_other_provider(app):
    assert new_browser().post("/sign-in/with/nobody/").status_code == 404
    assert new_browser().get("/sign-in/with/nobody/back/").status_code == 404


# Who comes in


def test_makes_somebody_new_an_account_and_knows_them_again(app):
    first = new_browser()
    assert sign_in(first, "grace").url == "/feed/"
    grace = User.objects.get()
    assert (grace.name, grace.email, grace.strength) == (
        "Grace Hopper",
        "grace@example.org",
        Strength.ACCOUNT,
    )
    assert is_in(first)

    again = new_browser()
    assert sign_in(again, "grace", to="/").url == "/"
    assert again.session["_auth_user_id"] == str(grace.pk)
    assert User.objects.count() == 1


def test_keeps_nothing_of_what_the_provider_said(app):
    sign_in(new_browser(), "grace")

    kept = SocialAccount.objects.get()
    assert kept.extra_data == {}
    assert "grace" not in kept.uid


def test_asks_who_has_the_address_already_in_their_own_account(app, ada):
    commands.confirm_email(person=ada, email="grace@example.org", at=NOON)
    browser = new_browser()

    page = sign_in(browser, "grace")

    assert "One more step" in page.content.decode()
    assert not is_in(browser)
    assert not SocialAccount.objects.exists()

    browser.force_login(ada)
    assert "The Library" in browser.get("/account/providers/join/").content.decode()
    assert browser.post("/account/providers/join/", {"yes": "1"}).url == "/feed/"
    again = new_browser()
    sign_in(again, "grace")
    assert again.session["_auth_user_id"] == str(ada.pk)


def test_joins_nobody_who_says_no(app, ada):
    commands.confirm_email(person=ada, email="grace@example.org", at=NOON)
    browser = new_browser()
    sign_in(browser, "grace")
    browser.force_login(ada)

    browser.post("/account/providers/join/", {"no": "1"})

    assert not SocialAccount.objects.exists()
    assert browser.get("/account/providers/join/").status_code == 302


@pytest.mark.parametrize("is_known", [True, False])
def test_believes_no_address_that_is_not_verified(app, ada, is_known):
    if is_known:
        commands.confirm_email(person=ada, email="heidi@example.org", at=NOON)
    browser = new_browser()

    page = sign_in(browser, "heidi")

    # Nobody learns whether there is an account.
    assert "One more step" in page.content.decode()
    assert not is_in(browser)
    assert User.objects.count() == 1


def test_asks_for_a_name_by_the_ordinary_way_where_there_is_none(app):
    browser = new_browser()

    assert "One more step" in sign_in(browser, "nameless").content.decode()
    assert not User.objects.exists()


def test_adds_an_identity_to_who_is_signed_in_only_when_they_say_so(app, ada, ben):
    browser = new_browser()
    browser.force_login(ada)

    assert sign_in(browser, "grace").url == "/account/providers/join/"
    assert not SocialAccount.objects.exists()
    browser.post("/account/providers/join/", {"yes": "1"})
    assert SocialAccount.objects.get().user == ada

    with pytest.raises(commands.IdentityTaken):
        commands.link_identity(
            person=ben, provider_id="library", uid=SocialAccount.objects.get().uid
        )


def test_removes_ones_own_identity_only(app, ada, ben):
    commands.link_identity(person=ada, provider_id="library", uid="1")
    identity = SocialAccount.objects.get()
    theirs, mine = new_browser(), new_browser()
    theirs.force_login(ben)
    mine.force_login(ada)

    theirs.post(f"/account/providers/{identity.pk}/remove/")
    assert SocialAccount.objects.exists()
    mine.post(f"/account/providers/{identity.pk}/remove/")
    assert not SocialAccount.objects.exists()


def test_asks_staff_for_their_second_factor_all_the_same(app, mona):
    link_grace(mona, app)
    browser = new_browser()

    assert sign_in(browser, "grace").url == "/sign-in/second-factor/"
    assert not is_in(browser)


def link_grace(person, app):
    from broadsheet.accounts.oidc import OidcProvider

    issuer = app.settings["configuration"]["issuer"]
    uid = OidcProvider(None, app).extract_uid({"iss": issuer, "sub": "grace"})
    commands.link_identity(person=person, provider_id="library", uid=uid)


# Who does not


def test_leads_back_who_thought_better_of_it(app):
    browser = new_browser()
    asked = begin(browser)
    state = parse_qs(urlsplit(asked).query)["state"][0]
    back = deny(asked)

    assert come_back(browser, f"{back}&state={state}").url == "/sign-in/"
    assert come_back(browser, back).url == "/sign-in/"
    assert not is_in(browser)


def test_refuses_another_state(app):
    browser = new_browser()
    back = agree(begin(browser), "grace", state="another")

    assert_refused(browser, come_back(browser, back))


def test_refuses_the_state_of_another_browser(app):
    mallory, victim = new_browser(), new_browser()
    back = agree(begin(mallory), "grace")

    assert_refused(victim, come_back(victim, back))


def test_refuses_another_nonce(app):
    browser = new_browser()
    back = agree(begin(browser), "grace", nonce="another")

    assert_refused(browser, come_back(browser, back))


def test_refuses_another_issuer(db, issuer):
    set_up(issuer, issuer="https://accounts.example")
    browser = new_browser()

    assert_refused(browser, come_back(browser, agree(begin(browser), "grace")))


def test_refuses_what_was_issued_to_another_site(app):
    browser = new_browser()
    back = agree(begin(browser), "grace", client_id="somebody-else")

    assert_refused(browser, come_back(browser, back))


def test_refuses_a_code_with_another_proof_key(app):
    browser = new_browser()
    back = agree(begin(browser), "grace", code_challenge="another" * 7)

    # This provider compares no proof keys, but the nonce follows from the same secret.
    session = browser.session
    for state in session["socialaccount_states"].values():
        state[0]["pkce_code_verifier"] = "another"
    session.save()
    assert_refused(browser, come_back(browser, back))


def test_takes_a_code_once(app):
    browser = new_browser()
    back = agree(begin(browser), "grace")
    come_back(browser, back)

    assert_refused(stranger := new_browser(), come_back(stranger, back))
    # The same code under a new state of one's own.
    state = parse_qs(urlsplit(begin(stranger)).query)["state"][0]
    code = parse_qs(urlsplit(back).query)["code"][0]
    again = urlencode({"code": code, "state": state})
    assert_refused(stranger, stranger.get(f"/sign-in/with/library/back/?{again}"))


@pytest.mark.parametrize("endpoint", ["token_endpoint", "jwks_uri"])
def test_says_kindly_that_the_provider_is_away(db, issuer, endpoint):
    set_up(issuer, **{endpoint: "http://localhost:1/"})
    browser = new_browser()

    page = come_back(browser, agree(begin(browser), "grace"))

    assert page.status_code == 503
    assert "The Library does not answer" in page.content.decode()
    assert not is_in(browser)


def test_a_provider_that_is_away_hinders_nobody_else(db, issuer):
    set_up(issuer, token_endpoint="http://localhost:1/")

    assert "Sign in with The Library" in new_browser().get("/sign-in/").content.decode()


def assert_refused(browser, answer):
    assert answer.status_code == 403
    assert "could not be used" in answer.content.decode()
    assert not is_in(browser)
    assert User.objects.count() == SocialAccount.objects.count()
