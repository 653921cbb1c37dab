"""own_comments …"""

import pytest

from broadsheet.core.pages import CursorNotUnderstood
from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Comment
from factories.discussion import fill, open_discussion, say
from factories.moments import NOON


def ask(reader, **options):
    return queries.own_comments(reader, here="/account/comments/", **options)


def ids(page):
    return [own.comment.id for own in page.comments]


@pytest.fixture
def fates(discussion, ada, mona, settings):
    """One comment of Ada's for each fate, by its name."""
    published = say(discussion, ada, "Public.")
    removed = say(discussion, ada, "Bad.")
    withdrawn = say(discussion, ada, "Regretted.")
    commands.remove_comment(comment=removed, moderator=mona, reason="Abuse.", at=NOON)
    commands.withdraw_comment(comment=withdrawn, author=ada, at=NOON)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    waiting = say(discussion, ada, "Perhaps.")
    return {
        "published": published.pk,
        "waiting": waiting.pk,
        "removed": removed.pk,
        "withdrawn": withdrawn.pk,
    }


def test_shows_everything_one_has_said_and_nothing_of_others(discussion, ada, ben, fates):
    say(discussion, ben)

    assert ids(ask(ada)) == sorted(fates.values(), reverse=True)


@pytest.mark.parametrize("state", ["published", "waiting", "removed", "withdrawn"])
def test_lists_each_fate_by_itself(ada, fates, state):
    page = ask(ada, state=state)

    assert ids(page) == [fates[state]]
    assert [one.is_current for one in page.states].count(True) == 1


def test_says_why_in_words(ada, fates):
    why = {own.comment.id: own.why for own in ask(ada).comments}

    assert why[fates["removed"]] == "Abuse."
    assert "newsroom" in why[fates["waiting"]]
    assert why[fates["published"]] == why[fates["withdrawn"]] == ""


@pytest.mark.parametrize(
    ("granted", "words", "why"),
    [
        ({"COMMENT"}, "A word.", "What you write waits"),
        ({"COMMENT", "SKIP_QUEUE"}, "See https://example.org/.", "It has links"),
        (
            {"COMMENT", "SKIP_QUEUE", "POST_LINKS"},
            " ".join(f"https://example.org/{n}" for n in range(3)),
            "It has many links",
        ),
    ],
)
def test_says_what_it_waits_for(discussion, ada, rights, granted, words, why):
    rights(ACCOUNT=granted)
    say(discussion, ada, words)

    assert ask(ada).comments[0].why.startswith(why)


def test_shows_the_author_words_that_others_do_not_see(ada, fates):
    words = {own.comment.id: own.comment.html for own in ask(ada).comments}

    assert "Bad." in words[fates["removed"]]
    assert "Perhaps." in words[fates["waiting"]]
    assert words[fates["withdrawn"]] == ""


def test_leads_nowhere_where_the_page_is_gone(discussion, ada):
    say(discussion, ada)
    commands.hide_discussion(key=discussion.key)

    assert [own.url for own in ask(ada).comments] == [""]


def test_goes_on_page_by_page_at_the_same_cost(discussion, ada, django_assert_num_queries):
    fill(discussion, ada, threads=45)
    everything = list(Comment.objects.order_by("-pk").values_list("pk", flat=True))
    seen, after = [], ""
    for _page in range(3):
        with django_assert_num_queries(1):
            page = ask(ada, after=after)
        seen += ids(page)
        after = page.next_url.rpartition("=")[2] if page.next_url else ""

    assert seen == everything
    assert page.next_url is None


def test_refuses_a_page_mark_that_is_not_ours(ada):
    with pytest.raises(CursorNotUnderstood):
        ask(ada, after="x")


def test_takes_an_unknown_list_for_all(discussion, ada):
    comment = say(discussion, ada)

    assert ids(ask(ada, state="nonsense")) == [comment.pk]


def test_names_each_discussion(ada, db):
    say(open_discussion("article:2", title="The harbour", url="/harbour/"), ada)

    assert [own.title for own in ask(ada).comments] == ["The harbour"]
