"""open_discussion …"""

from datetime import timedelta

from broadsheet.discussion import events
from broadsheet.discussion.models import Discussion
from factories.discussion import open_discussion
from factories.moments import NOON


def test_opens_one_discussion_for_a_key(db, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first = open_discussion()
        again = open_discussion(title="Another headline", url="/moved/")

    assert again.pk == first.pk
    stored = Discussion.objects.get()
    assert (stored.title, stored.url) == ("Another headline", "/moved/")
    assert heard == [
        events.DiscussionOpened(key=first.key, discussion_id=first.pk, version=1),
        events.DiscussionMoved(key=first.key, discussion_id=first.pk, version=1),
    ]


def test_says_nothing_where_nothing_is_new(discussion, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        open_discussion(discussion.key, title=discussion.title, url=discussion.url)

    assert heard == []


def test_closes_by_itself_after_the_days_the_newsroom_has_set(db, options):
    options(close_after_days=14)
    discussion = open_discussion()
    assert discussion.is_open(at=NOON + timedelta(days=13))
    assert not discussion.is_open(at=NOON + timedelta(days=14))


def test_never_closes_by_itself_without_that(discussion):
    assert discussion.is_open(at=NOON + timedelta(days=4000))


def test_leaves_a_closed_discussion_closed(discussion):
    Discussion.objects.update(closed_at=NOON)
    assert not open_discussion(title="Corrected headline").is_open(at=NOON)
