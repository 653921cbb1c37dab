"""edit_comment …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.core.markup import VERSION
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Comment, CommentStatus, Discussion
from factories.discussion import say
from factories.moments import NOON, minutes


@pytest.fixture
def comment(discussion, ada):
    return say(discussion, ada, "First words.")


def edit(comment, editor, source, at=NOON):
    comment = Comment.objects.select_related("discussion", "parent").get(pk=comment.pk)
    return commands.edit_comment(comment=comment, editor=editor, source=source, at=at)


def test_gives_new_words_and_keeps_the_old(comment, ada, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        edited = edit(comment, ada, "Better words.", at=NOON + minutes(3))

    assert "Better words." in edited.html
    assert edited.edited_at == NOON + minutes(3)
    [earlier] = edited.revisions.all()
    assert (earlier.source, earlier.written_at, earlier.replaced_at) == (
        "First words.",
        NOON,
        NOON + minutes(3),
    )
    assert [type(event) for event in heard] == [events.CommentEdited]


def test_lets_an_author_correct_within_the_window_and_no_longer(comment, ada):
    edit(comment, ada, "Better.", at=NOON + minutes(15))
    with pytest.raises(commands.TooLateToEdit):
        edit(comment, ada, "Best.", at=NOON + minutes(15) + minutes(1))


def test_lets_nobody_edit_where_the_window_is_nothing(comment, ada, options):
    options(edit_window_minutes=0)
    with pytest.raises(commands.TooLateToEdit):
        edit(comment, ada, "Best.", at=NOON + minutes(1))


def test_is_refused_on_the_words_of_others(comment, ben, mona):
    for other in (ben, mona):
        with pytest.raises(NotAllowed):
            edit(comment, other, "I said this.")


def test_is_refused_where_there_are_no_words_any_more(comment, ada, mona):
    commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON)
    with pytest.raises(commands.NothingToEdit):
        edit(comment, ada, "Again!")


def test_changes_nothing_when_the_words_are_the_same(comment, ada):
    assert edit(comment, ada, "First words.  \n", at=NOON + minutes(1)).edited_at is None
    assert not comment.revisions.exists()


def test_renders_with_the_present_markup(comment, ada):
    Comment.objects.update(markup_version=VERSION - 1)
    edit(comment, ada, "Better.")
    assert Comment.objects.get().markup_version == VERSION


def test_renders_as_posting_does(comment, ada):
    assert "<script" not in edit(comment, ada, "<script>alert(1)</script> hello").html


def test_loses_the_mark_of_a_quotation_that_is_edited_into_a_lie(discussion, comment, ben):
    quote = f"> First words.\n>\n> — [Ada](/comments/{comment.pk}/)\n\nQuite."
    answer = say(discussion, ben, quote, to=comment)
    assert answer.quotations.exists()
    edited = edit(answer, ben, quote.replace("First words", "Other words"))
    assert "quotation" not in edited.html
    assert not answer.quotations.exists()


def test_is_judged_like_a_new_comment(discussion, comment, ada, options, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    edited = edit(comment, ada, "Now with a bad word.")
    assert (edited.status, edited.reason) == (CommentStatus.HELD, "test")
    assert Discussion.objects.get().comment_count == 0


def test_keeps_its_place_when_held_with_answers_below(discussion, comment, ada, ben, settings):
    say(discussion, ben, "An answer.", to=comment)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    assert edit(comment, ada, "Now with a bad word.").is_shown
