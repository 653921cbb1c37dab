"""refresh_markup …"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from broadsheet.core.markup import VERSION
from broadsheet.discussion import commands, queries, tasks
from broadsheet.discussion.models import Comment
from factories.discussion import fill, say
from factories.moments import NOON

EARLIER = VERSION - 1


def age(comment, *, html="<p>Old.</p>"):
    """Make `comment` one that an earlier version of the markup wrote."""
    Comment.objects.filter(pk=comment.pk).update(html=html, markup_version=EARLIER)


def shown(discussion):
    page = queries.discussion_page(discussion, at=NOON)
    return {
        view.id: view.html for thread in page.threads for view in (thread.first, *thread.replies)
    }


def test_remembers_which_version_wrote_a_comment(discussion, ada):
    assert say(discussion, ada).markup_version == VERSION


def test_shows_old_words_as_todays_markup_writes_them_before_they_are_refreshed(discussion, ada):
    first = say(discussion, ada, "A *word*.")
    reply = say(discussion, ada, "Another.", to=first)
    expected = shown(discussion)
    age(first)
    assert shown(discussion) == expected
    assert queries.comment_page(reply.pk, at=NOON).ancestors[0].html == expected[first.pk]
    loaded = Comment.objects.with_people().get(pk=first.pk)
    assert queries.comment_view(loaded).html == expected[first.pk]


def test_writes_them_down(discussion, ada):
    first, other = say(discussion, ada, "A *word*."), say(discussion, ada, "Another.")
    age(first)
    assert commands.refresh_markup() == first.pk
    assert commands.refresh_markup(after=first.pk) is None
    kept = Comment.objects.get(pk=first.pk)
    assert (kept.html, kept.markup_version) == (first.html, VERSION)
    assert Comment.objects.get(pk=other.pk).html == other.html


def test_keeps_the_mark_of_a_quotation_that_is_true(discussion, ada, ben):
    first = say(discussion, ada, "The ferry is late.")
    quoting = say(
        discussion, ben, f"> The ferry is late.\n>\n> — [Ada](/comments/{first.pk}/)\n\nYes."
    )
    assert 'class="quotation"' in quoting.html
    age(quoting)
    commands.refresh_markup()
    assert Comment.objects.get(pk=quoting.pk).html == quoting.html


def test_tells_nobody_and_leaves_words_taken_back_alone(
    discussion, ada, heard, django_capture_on_commit_callbacks
):
    comment = say(discussion, ada)
    commands.withdraw_comment(comment=comment, author=ada, at=NOON)
    age(comment, html="")
    with django_capture_on_commit_callbacks(execute=True):
        commands.refresh_markup()
    kept = Comment.objects.get(pk=comment.pk)
    assert (kept.html, kept.markup_version) == ("", VERSION)
    assert heard == []


def test_keeps_what_is_longer_than_words_may_be_today(discussion, ada):
    comment = say(discussion, ada)
    Comment.objects.filter(pk=comment.pk).update(source="x" * 10_001)
    age(comment)
    commands.refresh_markup()
    assert Comment.objects.get(pk=comment.pk).html == "<p>Old.</p>"
    assert commands.refresh_markup() is None


def test_goes_through_many_in_steps(discussion, ada):
    fill(discussion, ada, threads=501)
    Comment.objects.update(markup_version=EARLIER)
    last = commands.refresh_markup()
    assert Comment.objects.filter(markup_version=EARLIER).count() == 1
    assert commands.refresh_markup(after=last) is not None
    assert not Comment.objects.filter(markup_version=EARLIER).exists()


def test_costs_two_queries_more_at_most_where_words_are_old(discussion, ada):
    fill(discussion, ada, threads=20)
    Comment.objects.update(markup_version=EARLIER)
    with CaptureQueriesContext(connection) as asked:
        shown(discussion)
    assert len(asked) == 4


@pytest.mark.parametrize("is_old", [True, False])
def test_is_begun_after_an_upgrade_where_any_words_are_old(discussion, ada, is_old):
    comment = say(discussion, ada)
    if is_old:
        age(comment)
    tasks.refresh_markup_if_old()
    tasks.refresh_markup_if_old()
    jobs = ProcrastinateJob.objects.filter(task_name="discussion.refresh_markup")
    assert [job.args for job in jobs] == ([{"after": 0}] if is_old else [])
