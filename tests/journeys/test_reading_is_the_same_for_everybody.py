"""Reading responses hold nothing personal: they read no cookie, set none, and are the same bytes for all.

Every address of the site stands in one of the tables below; a new one that is in none fails the first test.
"""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.handlers.wsgi import WSGIRequest
from django.urls import URLPattern, get_resolver
from wagtail.models import Page, PageViewRestriction

from broadsheet.accounts import guest_key
from broadsheet.discussion import commands
from broadsheet.serve.edge.reads import READS
from factories.asks import open_ask
from factories.discussion import fill, open_discussion, say
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON
from factories.publishing import publish_article

LONG_AGO = NOON - timedelta(days=60)

READING = {
    "discussion:discussion_page": "/discussions/{key}/",
    "discussion:discussion_part": "/discussions/{key}/part/",
    "discussion:comment_counts": "/counts/?key={key}",
    "discussion:whole_discussion": "/discussions/{key}/all/",
    "discussion:changes": "/discussions/{key}/changes/?since=0",
    "discussion:hottest_thread": "/discussions/{key}/hottest/",
    "discussion:most_reacted_thread": "/discussions/{key}/most-reacted/",
    "discussion:comment_page": "/comments/{comment}/",
    "discussion:thread_page": "/comments/{comment}/thread/",
    "discussion:comment_history": "/comments/{comment}/history/",
    "discussion:reply_page": "/comments/{comment}/reply/?quote=1",
    "discussion:profile_page": "/people/{handle}/",
    "wagtail_serve": "{article}",
    "funding:digests_page": "/funding/ledger/",
    "funding:digests_json": "/funding/ledger.json",
    "funding:meter_page": "/funding/meter/",
    "funding:meter_part": "/funding/meter/part/",
    "funding:meter_json": "/funding/meter.json",
    "funding:meter_svg": "/funding/meter.svg?campaign=paper",
    "funding:meter_script": "/funding/meter.js",
    "funding:supporters": "/supporters/",
    "funding:transparency": "/transparency/",
    "funding:transparency_month": "/transparency/{month}/",
    "funding:transparency_json": "/transparency/{month}.json",
    "funding:transparency_csv": "/transparency/{month}.csv",
    "publishing:article_feed": "/feed/",
}
READING_VARIANTS = [
    "/",
    "{article}?sort=best",
    "/discussions/{key}/?sort=most-voted",
    "/comments/999999999/",
    "/people/nobody/",
    "/no/such/page/",
]
PERSONAL = {
    "funding:support",
    "funding:open_support",
    "funding:change_amount",
    "funding:change_donor",
    "funding:change_card",
    "funding:pledge",
    "funding:receipt",
    "funding:receipt_pdf",
    "funding:give",
    "funding:gift_in_words",
    "funding:pretend",
    "funding:thanks",
    "funding:transfer_page",
    "discussion:overlay",
    "discussion:held_comments",
    "discussion:comment_actions",
    "accounts:erase",
    "accounts:fetch_export",
    "accounts:own_record",
    "accounts:confirm_email_change",
    "accounts:change_email",
    "accounts:visit",
    "accounts:join_visit",
    "accounts:sessions",
    "accounts:settings",
    "accounts:profile",
    "accounts:overview",
    "discussion:own_comments",
    "discussion:own_votes",
    "discussion:drafts",
    "discussion:followed",
    "discussion:ignored_people",
    "accounts:desk_link",
    "accounts:claim",
    "accounts:claim_code",
    "accounts:claim_link",
    "accounts:found",
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_confirm_login_code",
    "accounts:sign_in_name",
    "accounts:sign_in_password",
    "accounts:set_password",
    "accounts:sign_in_link",
    "mfa_authenticate",
    "account_logout",
    "mfa_index",
    "account_email",
    "accounts:security",
    "accounts:proof",
    "accounts:join_identity",
    "account_reauthenticate",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "openid_connect_callback",
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_view_recovery_codes",
    "mfa_add_webauthn",
    "mfa_remove_webauthn",
}
WRITING = {
    "funding:leave_support",
    "funding:yearly_statement",
    "funding:change_badge",
    "funding:steer_pledge",
    "funding:look_again",
    "funding:withdraw_promise",
    "funding:hook",
    "accounts:refuse_merge",
    "accounts:take_over_guest",
    "accounts:forget_guest",
    "accounts:sign_in_again",
    "accounts:begin_proof_by_passkey",
    "accounts:send_proof_letter",
    "accounts:unlink_identity",
    "accounts:end_session",
    "accounts:end_other_sessions",
    "openid_connect_login",
    "accounts:begin_passkey_sign_in",
    "mfa_login_webauthn",
    "accounts:begin_second_factor",
    "accounts:begin_passkey",
    "mfa_edit_webauthn",
    "discussion:post_comment",
    "discussion:preview",
    "discussion:act_on_discussion",
    "discussion:edit_comment",
    "discussion:cast_vote",
    "discussion:act_on_comment",
    "accounts:export",
    "accounts:rename",
    "accounts:choose_avatar",
    "accounts:remove_avatar",
    "discussion:take_back_vote",
    "discussion:visit_followed",
    "discussion:follow_discussion",
    "discussion:follow_thread",
    "discussion:mark_discussion_seen",
    "discussion:mark_thread_seen",
    "discussion:ignore_person",
    "discussion:ignore_author",
    "funding:asks_seen",
}
# Not pages of the newspaper: health, files, feeds without viewers.
NEITHER = {"alive", "ready", "photo"}


def names(patterns, namespace=""):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if pattern.name:
                yield f"{namespace}{pattern.name}"
        elif str(pattern.pattern) != "desk/":
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from names(pattern.url_patterns, inner)


def test_every_address_is_known_here():
    wagtails_own = {
        name for name in names(get_resolver().url_patterns) if name.startswith("wagtail")
    }
    known = set(READING) | PERSONAL | WRITING | NEITHER | wagtails_own
    assert set(names(get_resolver().url_patterns)) - known == set()


@pytest.fixture
def places(db, ada, ben):
    article = publish_article(headline="The ferry question")
    discussion = open_discussion(article.key, url=article.url)
    first = say(discussion, ada, "Who pays for the ferry?")
    say(discussion, ben, "We do.", to=first)
    commands.cast_vote(comment=first, voter=ben, value=1, at=NOON)
    fill(discussion, ada, threads=25)
    campaign = open_campaign(slug="paper", is_default=True)
    open_ask(campaign, "One.", "Two.")
    receive(promise_gift(campaign), at=LONG_AGO)
    return {
        "month": f"{LONG_AGO:%Y-%m}",
        "key": discussion.key,
        "comment": first.pk,
        "article": article.url,
        "handle": ada.handle,
    }


class ClosedJar(dict):
    """The cookies of a request whose answer must be the same for everybody."""

    def get(self, name, default=None):
        # Django notes the session's name for every request; whether it is opened, the test below watches.
        if name == settings.SESSION_COOKIE_NAME:
            return default
        return self[name]

    def __getitem__(self, name):
        raise AssertionError(f"a reading page read the cookie {name}")

    __contains__ = __iter__ = items = keys = values = __getitem__


@pytest.mark.parametrize("address", [*READING.values(), *READING_VARIANTS])
def test_reads_no_cookie_and_sets_none(client, places, address, monkeypatch):
    def refuse(*_args, **_options):
        raise AssertionError("a reading page opened the session")

    address = address.format(**places)
    monkeypatch.setattr(WSGIRequest, "COOKIES", ClosedJar())
    monkeypatch.setattr(SessionBase, "_get_session", refuse)
    response = client.get(address)
    assert response.status_code in (200, 302, 404)
    assert not response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_the_edge_knows_every_address_that_everybody_reads():
    assert set(READS) == set(READING)


@pytest.mark.parametrize("address", [*READING.values(), *READING_VARIANTS])
def test_says_what_it_shows_so_that_it_can_be_forgotten(client, places, address):
    response = client.get(address.format(**places))

    assert response.headers["Surrogate-Key"]
    for name in ("Cache-Control", "CDN-Cache-Control"):
        seconds = re.findall(r"=(\d+)", response.headers.get(name, ""))
        assert sum(map(int, seconds)) <= 5


@pytest.mark.parametrize(
    "address", ["/discussions/{key}/overlay/", "/comments/{comment}/actions/", "/healthz"]
)
def test_what_concerns_one_person_is_kept_by_nobody(client, places, address, ada):
    client.force_login(ada)

    response = client.get(address.format(**places))

    assert "Surrogate-Key" not in response.headers
    assert re.search("no-store|private|no-cache", response.headers["Cache-Control"])


def test_a_page_for_some_readers_only_is_kept_by_nobody(client, places):
    page = Page.objects.get(url_path__endswith=places["article"])
    PageViewRestriction.objects.create(page=page, restriction_type="login")

    response = client.get(places["article"])

    assert response.status_code == 302
    assert "Surrogate-Key" not in response.headers
    assert "public" not in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", [*READING.values(), *READING_VARIANTS])
def test_is_the_same_bytes_for_two_readers_and_for_staff(client, places, address, ada, mona):
    address = address.format(**places)
    nobody = client.get(address)
    answers = [nobody.content]
    for reader in (ada, mona):
        client.force_login(reader)
        client.cookies[guest_key.READER_MARK] = "1"
        answers.append(client.get(address).content)
        client.logout()
        client.cookies.clear()
    assert answers[1:] == [nobody.content] * 2


def test_holds_no_token_and_no_moment_of_its_making(client, places):
    first, second = (client.get(places["article"]).content for _ in range(2))
    assert first == second
    assert not re.search(rb"csrf|nonce|token", first, re.IGNORECASE)
