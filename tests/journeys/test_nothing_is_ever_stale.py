"""Whatever is done, no node answers from memory what is no longer so.

Two edges stand before one newspaper: `here`, where things are done, and `elsewhere`, which hears of them only
through PostgreSQL. Every page is in their memories; then something is done; then every page must say what
Django says without any edge (pages put together from parts have other line breaks).
"""

import asyncio
import re
from datetime import date

import pytest
from django.db import connection, connections
from django.urls import resolve
from wagtail.contrib.redirects.models import Redirect

from broadsheet.accounts import commands as accounts
from broadsheet.accounts.models import Merge
from broadsheet.core.events import CHANNEL, Event, subscribe_to_all
from broadsheet.discussion import commands
from broadsheet.discussion.events import CommentEvent, DiscussionEvent
from broadsheet.discussion.models import Comment, Discussion, Vote
from broadsheet.funding import commands as funding
from broadsheet.funding.facts import RefundSnapshot, RefundState
from broadsheet.funding.models import Ask
from broadsheet.funding.money import Money
from broadsheet.publishing.models import Byline, Section, StandingPage
from broadsheet.serve.bridge import Bridge
from broadsheet.serve.edge import Edge, Listener, Trust
from broadsheet.serve.edge.purge import PURGES
from broadsheet.serve.edge.reads import READS
from factories.asgi import get
from factories.asks import open_ask
from factories.discussion import crowd, say
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON, minutes
from factories.people import guest, imported
from factories.publishing import keep_photo, open_front_page, open_section, publish_article, sign
from factories.rights import rights_put_back

PATIENCE = 20


class Newsstand:
    """Two edges, and the newspaper behind them."""

    def __init__(self, loop):
        self.loop = loop
        self.bridge = Bridge()
        self.here, self.elsewhere = (
            Edge(self.bridge, most_bytes=10_000_000),
            Edge(self.bridge, most_bytes=10_000_000),
        )
        self.heard_all = asyncio.Event()
        self.is_hearing = asyncio.Event()
        parameters = connection.get_connection_params()
        url = " ".join(
            f"{name}={parameters[name]}"
            for name in ("host", "dbname", "user")
            if name in parameters
        )
        self.listener = Listener(url, hear=self._hear, believe=self._believe)
        subscribe_to_all(self.here.maker.hear)
        self.run(self._open())

    def run(self, coroutine):
        return self.loop.run_until_complete(asyncio.wait_for(coroutine, PATIENCE))

    async def _open(self):
        self.listener.start()
        await self.is_hearing.wait()

    def _hear(self, event):
        if event is None:
            self.heard_all.set()
        else:
            self.elsewhere.maker.hear(event)

    def _believe(self, trust):
        self.here.maker.believe(trust)
        self.elsewhere.maker.believe(trust)
        if trust is Trust.HEARING:
            self.is_hearing.set()

    def hear_everything(self):
        """Wait until PostgreSQL has told all that was told so far."""
        self.heard_all.clear()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, 'no event')", [CHANNEL])
        self.run(self.heard_all.wait())

    def remember(self, pages):
        for page in pages:
            for edge in (self.here, self.elsewhere):
                self.run(get(edge, *page))
                assert self.run(get(edge, *page)).came == "hit", page

    def stale(self, pages):
        """The pages that either edge shows otherwise than they are."""
        found = []
        for page in pages:
            path, query = page
            now = self.run(get(self.bridge, path, query, accept="text/html"))
            for name, edge in (("here", self.here), ("elsewhere", self.elsewhere)):
                kept = self.run(get(edge, path, query))
                if (kept.status, words_of(kept)) != (now.status, words_of(now)):
                    found.append((name, path, query))
        return found

    def close(self):
        self.run(self.listener.stop())
        self.bridge.threads.submit(connections.close_all).result(PATIENCE)
        self.bridge.threads.shutdown()


def words_of(answer):
    """Without line breaks, and the version from which on the page follows what happens."""
    return re.sub(rb' version="\d+"', b"", answer.body).split()


@pytest.fixture
def newsstand(committed):
    loop = asyncio.new_event_loop()
    stand = Newsstand(loop)
    with rights_put_back():
        yield stand
    stand.close()
    loop.close()


class Paper:
    """A section, two articles, a discussion with a thread, a held comment and a removed one."""

    def __init__(self):
        self.ada, self.ben, self.mona = crowd(3)
        self.mona.is_staff = True
        self.mona.save(update_fields=["is_staff"])
        self.section = open_section("Harbour")
        self.about = open_front_page().add_child(instance=StandingPage(title="About", slug="about"))
        self.photo = keep_photo(title="Ferry")
        self.article = publish_article(headline="Ferry", parent=self.section, lead_photo=self.photo)
        self.other = sign(publish_article(headline="Bridge"), "Harriet")
        self.discussion = Discussion.objects.get(key=self.article.key)
        self.first = say(self.discussion, self.ada, "A first thought.")
        self.reply = say(self.discussion, self.ben, "An answer.", to=self.first)
        self.second = say(self.discussion, self.ben, "A second thought.", at=NOON + minutes(1))
        self.removed = say(self.discussion, self.ben, "Regrettable.", at=NOON + minutes(2))
        self.removed = commands.remove_comment(
            comment=self.removed, moderator=self.mona, reason="Off topic.", at=NOON + minutes(3)
        )
        self.held = say(self.discussion, self.ben, "Waiting.", at=NOON + minutes(2))
        Comment.objects.filter(pk=self.held.pk).update(status="HELD", is_shown=False)
        Discussion.objects.filter(pk=self.discussion.pk).update(comment_count=3, thread_count=3)
        commands.cast_vote(comment=self.reply, voter=self.ada, value=1, at=NOON)
        commands.cast_vote(comment=self.first, voter=self.mona, value=1, at=NOON)
        Vote.objects.filter(voter=self.mona).update(is_counted=False)
        Comment.objects.filter(pk=self.first.pk).update(up_votes=0)
        self.guest = guest("Gus", "gus@example.org")
        self.guests = say(self.discussion, self.guest, "A guest's thought.", to=self.second)
        Vote.objects.create(
            comment=self.first, voter=self.guest, value=1, cast_at=NOON, is_counted=False
        )
        self.imported = say(self.discussion, self.ben, "Said elsewhere.", to=self.second)
        Comment.objects.filter(pk=self.imported.pk).update(
            author=imported("Gustav", "gus@example.org")
        )
        self.campaign = open_campaign(
            slug="paper", is_default=True, kind="DEADLINE", ends_on=date(2100, 1, 1)
        )
        self.ask = open_ask(self.campaign)
        self.gift = promise_gift(
            self.campaign, 30_000, is_public=True, public_name="Dana", message="Go on."
        )
        for thing in (self.discussion, self.first, self.reply, self.second, self.held):
            thing.refresh_from_db()

    def pages(self, *comments):
        discussion = f"/discussions/{self.article.key}"
        comments = comments or (self.first, self.reply, self.second, self.removed, self.held)
        return [
            ("/", ""),
            ("/feed/", ""),
            (self.section.url, ""),
            (self.about.url, ""),
            ("/nothing-here/", ""),
            ("/old-address/", ""),
            (self.article.url, ""),
            (self.article.url, "sort=best"),
            (self.other.url, ""),
            *((f"{discussion}/{part}", "") for part in ("", "part/", "all/")),
            (f"{discussion}/hottest/", ""),
            (f"{discussion}/most-reacted/", ""),
            (f"{discussion}/changes/", "since=0"),
            ("/discussions/none/", ""),
            ("/counts/", f"key={self.article.key}&key=article:0"),
            *((f"/comments/{one.pk}/", "") for one in comments),
            *((f"/comments/{one.pk}/thread/", "") for one in comments),
            *((f"/comments/{one.pk}/history/", "") for one in comments[:2]),
            *((f"/comments/{one.pk}/reply/", "quote=1") for one in comments[:2]),
            *((f"/people/{one.handle}/", "") for one in (self.ada, self.ben, self.mona)),
            (f"/comments/{self.held.pk + 1}/", ""),
            *((f"/funding/meter{form}", "") for form in ("/", "/part/", ".json", ".svg", ".js")),
            ("/funding/meter.json", "campaign=boat"),
            *(("/funding/ledger" + form, "") for form in ("/", ".json")),
            *(("/transparency/2026-11" + form, "") for form in ("/", ".json", ".csv")),
            ("/transparency/", ""),
            ("/supporters/", ""),
        ]

    # What readers and staff do

    def act(self, command, comment, **fields):
        return getattr(commands, command)(
            comment=Comment.objects.get(pk=comment.pk),
            moderator=self.mona,
            at=NOON + minutes(5),
            **fields,
        )

    def turn(self, command):
        discussion = Discussion.objects.get(pk=self.discussion.pk)
        getattr(commands, command)(discussion=discussion, moderator=self.mona, at=NOON + minutes(5))

    def answer_as_guest(self):
        commands.post_comment_as_guest(
            discussion=self.discussion,
            guest=None,
            name="Gus",
            email="",
            source="Hello from a guest.",
            parent=self.first,
            submission_key="guest",
            at=NOON + minutes(5),
        )

    def ask_guests_to_sign_in(self):
        self.mona.is_superuser = True
        commands.change_rights(granted={"GUEST": set()}, administrator=self.mona)

    def treasurer(self):
        self.mona.is_superuser = True
        return self.mona

    def close_what_is_due(self):
        Discussion.objects.filter(pk=self.discussion.pk).update(closes_at=NOON + minutes(4))
        commands.close_due_discussions(at=NOON + minutes(5))

    # What the newsroom does

    def publish_again(self, page, **fields):
        for name, value in fields.items():
            setattr(page, name, value)
        page.save_revision().publish()


READERS_AND_STAFF = {
    "post_comment": lambda paper: say(paper.discussion, paper.ada, "More.", at=NOON + minutes(5)),
    "post_comment_as_guest": Paper.answer_as_guest,
    "change_rights": Paper.ask_guests_to_sign_in,
    "cast_vote": lambda paper: commands.cast_vote(
        comment=paper.first, voter=paper.ben, value=1, at=NOON + minutes(5)
    ),
    "count_votes_of": lambda paper: commands.count_votes_of(voter=paper.mona),
    "edit_comment": lambda paper: commands.edit_comment(
        comment=paper.first, editor=paper.ada, source="A better thought.", at=NOON + minutes(5)
    ),
    "feature_comment": lambda paper: paper.act("feature_comment", paper.reply),
    "unfeature_comment": lambda paper: paper.act("unfeature_comment", paper.reply),
    "pin_thread": lambda paper: paper.act("pin_thread", paper.first),
    "unpin_thread": lambda paper: paper.act("unpin_thread", paper.first),
    "close_thread": lambda paper: paper.act("close_thread", paper.first),
    "reopen_thread": lambda paper: paper.act("reopen_thread", paper.first),
    "release_comment": lambda paper: paper.act("release_comment", paper.held),
    "remove_comment": lambda paper: paper.act("remove_comment", paper.reply, reason="Unkind."),
    "restore_comment": lambda paper: paper.act("restore_comment", paper.removed),
    "withdraw_comment": lambda paper: commands.withdraw_comment(
        comment=paper.first, author=paper.ada, at=NOON + minutes(5)
    ),
    "close_discussion": lambda paper: paper.turn("close_discussion"),
    "reopen_discussion": lambda paper: paper.turn("reopen_discussion"),
    "close_due_discussions": Paper.close_what_is_due,
    "end_discussion": lambda paper: commands.end_discussion(key=paper.article.key),
    "open_discussion": lambda _paper: commands.open_discussion(
        key="none", title="Now there is one", url="/none/", at=NOON
    ),
    "hide_discussion": lambda paper: commands.hide_discussion(key=paper.article.key),
}
NEWSROOM = {
    "a reader becomes staff": lambda paper: (
        setattr(paper.ben, "is_staff", True),
        paper.ben.save(),
    ),
    "a reader is renamed": lambda paper: accounts.rename_person(
        person=paper.ben, name="Benjamin", renamed_by=paper.mona, at=NOON
    ),
    "a reader hides their page": lambda paper: (
        setattr(paper.ada, "is_profile_public", False),
        paper.ada.save(),
    ),
    "a reader shows it again": lambda paper: (
        setattr(paper.ada, "is_profile_public", True),
        paper.ada.save(),
    ),
    "a reader is banned": lambda paper: (
        setattr(paper.ada, "standing", "BANNED"),
        paper.ada.save(),
    ),
    "an author is renamed": lambda _paper: [
        (setattr(one, "name", "Henrietta"), one.save()) for one in Byline.objects.all()
    ],
    "a photo is described anew": lambda paper: (
        setattr(paper.photo, "alt", "x"),
        paper.photo.save(),
    ),
    "a photo has its sizes": lambda paper: paper.photo.get_rendition("width-320|format-webp"),
    "a standing page is changed": lambda paper: paper.publish_again(paper.about, title="About us"),
    "a section is renamed": lambda paper: paper.publish_again(paper.section, title="Port"),
    "an article is changed": lambda paper: paper.publish_again(paper.article, title="Ferry late"),
    "an old address is redirected": lambda paper: Redirect.add_redirect(
        "/old-address/", paper.article
    ),
    "an article is published": lambda _paper: publish_article(headline="New", slug="nothing-here"),
    "an article is moved": lambda paper: paper.other.move(paper.section, pos="last-child"),
    "an article is unpublished": lambda paper: paper.article.unpublish(),
    "an article is back": lambda paper: paper.publish_again(paper.article),
    "an article is deleted": lambda paper: paper.article.delete(),
    "a section is deleted": lambda paper: Section.objects.get(pk=paper.section.pk).delete(),
}

PEOPLE = {
    "confirm_email": lambda paper: accounts.confirm_email(
        person=paper.guest, email="gus@example.org", at=NOON
    ),
    "refuse_merge": lambda paper: accounts.refuse_merge(
        merge=Merge.objects.get(), person=paper.guest, at=NOON
    ),
    "merge_people": lambda paper: accounts.merge_people(
        source=paper.guest, target=paper.ada, by=paper.ada, at=NOON
    ),
    "settle_merges": lambda paper: (
        Comment.objects.filter(author=paper.ada).update(author=paper.guest),
        accounts.settle_merges(at=NOON),
    ),
    "erase_person": lambda paper: accounts.erase_person(
        person=paper.ada, keep_words=False, at=NOON
    ),
}

FUNDING = {
    "a gift is received": lambda paper: receive(paper.gift),
    "some of it goes back": lambda paper: receive(paper.gift, refunds=(refund_of(10_000),)),
    "another ask is shown": lambda paper: open_ask(paper.campaign, "Please.", name="Summer"),
    "no ask is shown": lambda _paper: funding.switch_ask(
        ask=Ask.objects.get(is_on=True), is_on=False, actor=None, at=NOON
    ),
    "a donor's words are approved": lambda paper: funding.approve_words(
        donation=paper.gift, actor=paper.treasurer(), at=NOON
    ),
    "something is spent": lambda paper: funding.record_spending(
        month=date(2026, 11, 1),
        category="Printing",
        spent=Money(5_000, "EUR"),
        note="",
        recorder=paper.treasurer(),
        at=NOON,
    ),
    "the day is over": lambda _paper: funding.seal_days(at=NOON + minutes(60 * 24)),
    "the campaign is closed": lambda paper: funding.close_campaign(
        campaign=paper.campaign, actor=paper.treasurer(), at=NOON
    ),
}


def refund_of(amount):
    return RefundSnapshot(id="re_1", amount=amount, state=RefundState.SUCCEEDED, at=NOON)


# Doors through which history is restored: they tell nothing one by one, and `load_archive` tells of all.
SILENT = {"reserve_comment_ids", "restore_comments", "restore_discussion"}

# It makes the same words anew after an upgrade, before which every process is started anew.
SILENT |= {"refresh_markup"}

# They are for broken databases; what they mend is shown within a minute.
SILENT |= {"check_counters", "mend_counters"}

# What one reader follows, has seen and ignores, nobody else sees.
SILENT |= {"follow_discussion", "follow_thread", "mark_seen", "ignore_person"}
SILENT |= {"stop_ignoring_person"}


@pytest.mark.parametrize(
    "acts",
    [READERS_AND_STAFF, NEWSROOM, PEOPLE, FUNDING],
    ids=["talk", "newsroom", "people", "funding"],
)
def test_after_each_act(newsstand, acts):
    paper = Paper()
    newsstand.hear_everything()
    pages = paper.pages() if acts is READERS_AND_STAFF else paper.pages(paper.reply)
    newsstand.remember(pages)

    stale = {}
    for name, act in acts.items():
        act(paper)
        newsstand.hear_everything()
        stale[name] = newsstand.stale(pages)

    assert {name: pages for name, pages in stale.items() if pages} == {}


def test_every_command_is_tried():
    doors = {name for name in commands.__all__ if name.islower()}

    assert doors - SILENT <= set(READERS_AND_STAFF)


def test_every_address_that_everybody_reads_is_looked_at(newsstand):
    paper = Paper()

    looked_at = {resolve(path).view_name for path, _ in paper.pages()}

    assert looked_at == set(READS)


def test_every_event_says_what_must_be_forgotten():
    ours = {kind for kind in Event.kinds.values() if kind.__module__.startswith("broadsheet.")}

    assert ours - {Event} - set(PURGES) == {CommentEvent, DiscussionEvent}
