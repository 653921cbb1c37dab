"""end_discussion and hide_discussion …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.discussion import commands, events, queries
from broadsheet.discussion.models import Comment, Discussion
from factories.discussion import open_discussion, say
from factories.moments import NOON


def test_takes_no_more_comments_or_votes_while_all_can_be_read(discussion, ada, ben):
    said = say(discussion, ada)
    commands.end_discussion(key=discussion.key)
    ended = queries.discussion_named(discussion.key)
    with pytest.raises(commands.DiscussionClosed):
        say(ended, ben)
    with pytest.raises(commands.DiscussionClosed):
        commands.cast_vote(comment=said, voter=ben, value=1, at=NOON)
    assert len(queries.discussion_page(ended, at=NOON).threads) == 1


def test_refuses_words_that_were_on_their_way(discussion, ada):
    stale = Discussion.objects.get()
    commands.end_discussion(key=discussion.key)
    with pytest.raises(commands.DiscussionClosed):
        say(stale, ada)
    assert not Comment.objects.exists()


def test_shows_nothing_of_what_was_said_under_a_page_that_is_gone(discussion, ada, client):
    said = say(discussion, ada, "Words.")
    say(discussion, ada, to=said)
    commands.hide_discussion(key=discussion.key)
    with pytest.raises(NotFound):
        queries.discussion_named(discussion.key)
    below = ("", "thread/", "history/", "reply/", "actions/")
    pages = [f"/comments/{said.pk}/{page}" for page in below]
    pages += [
        f"/discussions/{discussion.key}/{page}"
        for page in ("", "all/", "hottest/", "most-reacted/")
    ]
    assert {client.get(page).status_code for page in pages} == {404}


def test_shows_it_again_when_the_page_is_back(discussion, ada):
    say(discussion, ada)
    commands.hide_discussion(key=discussion.key)
    assert open_discussion().is_open(at=NOON)
    assert queries.discussion_named(discussion.key).comment_count == 1


def test_leaves_closed_what_staff_have_closed(discussion, mona):
    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    commands.end_discussion(key=discussion.key)
    assert not open_discussion().is_open(at=NOON)


def test_tells_it_once(discussion, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        commands.end_discussion(key=discussion.key)
        commands.end_discussion(key=discussion.key)
        commands.end_discussion(key="article:404")
        open_discussion()
    assert heard == [
        events.DiscussionClosed(key=discussion.key, discussion_id=discussion.pk, version=2),
        events.DiscussionOpened(key=discussion.key, discussion_id=discussion.pk, version=3),
    ]
