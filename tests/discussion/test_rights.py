"""has_right …"""

import time

import pytest

from broadsheet.accounts.models import Strength
from broadsheet.discussion import rights as remembered
from broadsheet.discussion.models import CommentStatus, Grant, Right
from broadsheet.discussion.rights import forget_rights, has_right
from factories.discussion import open_discussion, say
from factories.moments import NOON, minutes

A_LINK = "See https://news.example/ferry."
LINKS = "See https://a.example/, https://b.example/ and https://c.example/."


@pytest.fixture
def discussion(db):
    return open_discussion()


def of_strength(person, strength):
    person.strength = strength
    person.save()
    return person


@pytest.mark.parametrize(
    ("strength", "rights_had"),
    [
        (Strength.IMPORTED, set()),
        (Strength.GUEST, {Right.COMMENT, Right.SKIP_QUEUE}),
        (Strength.CONFIRMED, set(Right)),
        (Strength.ACCOUNT, set(Right)),
    ],
)
def test_is_what_is_usual_until_the_newsroom_says_otherwise(ada, strength, rights_had):
    ada.strength = strength

    assert {right for right in Right if has_right(ada, right)} == rights_had


def test_holds_for_whoever_works_here_whatever_the_table_says(mona, rights):
    rights(ACCOUNT=set())

    assert all(has_right(mona, right) for right in Right)


def test_asks_the_database_once_in_a_second(ada, rights, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr(remembered, "REMEMBERED_SECONDS", 0.2)
    forget_rights()

    with django_assert_num_queries(1):
        assert has_right(ada, Right.COMMENT)
        assert has_right(ada, Right.POST_LINKS)
    Grant.objects.filter(strength=Strength.ACCOUNT).delete()  # by another process
    time.sleep(0.25)
    with django_assert_num_queries(1):
        assert not has_right(ada, Right.COMMENT)


def test_does_not_remember_what_was_read_while_it_was_changed(ada, rights, monkeypatch):
    """Another thread may have read the table just before the change."""
    forget_rights()
    read = Grant.objects.values_list

    def read_and_be_overtaken(*names):
        rows = list(read(*names))
        Grant.objects.filter(strength=Strength.ACCOUNT).delete()
        forget_rights()
        return rows

    with monkeypatch.context() as overtaking:
        overtaking.setattr(Grant.objects, "values_list", read_and_be_overtaken)
        assert has_right(ada, Right.COMMENT)

    assert not has_right(ada, Right.COMMENT)


def test_without_skipping_the_queue_everything_waits(discussion, ada, rights):
    rights(ACCOUNT={"COMMENT", "POST_LINKS"})

    held = say(discussion, ada)

    assert (held.status, held.reason) == (CommentStatus.HELD, "queue")


def test_without_posting_links_what_has_links_waits(discussion, ada):
    guest = of_strength(ada, Strength.GUEST)

    held, published = say(discussion, guest, A_LINK), say(discussion, guest, "No link.")

    assert (held.status, held.reason) == (CommentStatus.HELD, "links")
    assert published.status == CommentStatus.PUBLISHED


def test_of_many_links_a_newcomer_waits_and_others_do_not(discussion, ada):
    first = say(discussion, ada, LINKS)
    assert (first.status, first.reason) == (CommentStatus.HELD, "many-links")
    assert say(discussion, ada, A_LINK).status == CommentStatus.PUBLISHED

    for _ in range(2):
        say(discussion, ada)

    later = NOON + minutes(60 * 24 * 2)
    assert say(discussion, ada, LINKS, at=later).status == CommentStatus.PUBLISHED
