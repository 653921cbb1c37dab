"""post_comment …"""

from functools import partial

import pytest
from django.db import IntegrityError

from broadsheet.accounts.models import Strength, User
from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Comment, CommentStatus, Discussion
from broadsheet.discussion.words import NothingSaid, TooLong
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON, minutes
from factories.together import together


def test_puts_the_words_under_the_discussion(
    discussion, ada, heard, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        comment = say(discussion, ada, "The *ferry* is late.")

    discussion.refresh_from_db()
    assert comment.html.strip() == "<p>The <em>ferry</em> is late.</p>"
    assert (discussion.comment_count, discussion.thread_count) == (1, 1)
    assert heard == [
        events.CommentPosted(
            key=discussion.key,
            discussion_id=discussion.pk,
            comment_id=comment.pk,
            thread_id=comment.pk,
            parent_id=None,
            author_id=ada.pk,
            version=2,
        )
    ]


def test_puts_a_reply_below_what_it_answers(discussion, ada, ben):
    first = say(discussion, ada)
    reply = say(discussion, ben, to=first)
    deeper = say(discussion, ada, to=reply)

    first.refresh_from_db()
    assert (deeper.depth, deeper.thread_id, deeper.parent_id) == (2, first.pk, reply.pk)
    assert first.reply_count == 2


def test_refuses_a_closed_discussion(discussion, ada):
    Discussion.objects.update(closed_at=NOON)
    discussion.refresh_from_db()
    with pytest.raises(commands.DiscussionClosed):
        say(discussion, ada)
    assert not Comment.objects.exists()


def test_refuses_a_discussion_that_closed_while_the_words_were_judged(discussion, ada, mona):
    stale = Discussion.objects.get()
    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    with pytest.raises(commands.DiscussionClosed):
        say(stale, ada)
    assert not Comment.objects.exists()


def test_refuses_a_closed_thread(discussion, ada, ben, mona):
    first = say(discussion, ada)
    reply = say(discussion, ben, to=first)
    commands.close_thread(comment=first, moderator=mona, at=NOON)
    reply = Comment.objects.select_related("thread").get(pk=reply.pk)
    with pytest.raises(commands.ThreadClosed):
        say(discussion, ada, to=reply)


def test_refuses_an_answer_in_a_closed_thread_though_it_would_wait(
    discussion, ada, ben, mona, settings
):
    first = say(discussion, ada)
    commands.close_thread(comment=first, moderator=mona, at=NOON)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    with pytest.raises(commands.ThreadClosed):
        say(discussion, ben, to=first)


def test_counts_no_answer_that_waits(discussion, ada, ben, settings):
    first = say(discussion, ada)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    say(discussion, ben, to=first)
    first.refresh_from_db()
    assert first.reply_count == 0


def test_refuses_to_answer_what_is_not_here(discussion, ada, ben, mona):
    elsewhere = say(open_discussion("article:2"), ben)
    removed = say(discussion, ben)
    commands.remove_comment(comment=removed, moderator=mona, reason="Abuse.", at=NOON)
    removed.refresh_from_db()
    for parent in (elsewhere, removed):
        with pytest.raises(commands.WrongDiscussion):
            say(discussion, ada, to=parent)


def test_refuses_whoever_is_banned(discussion, zed):
    with pytest.raises(NotAllowed):
        say(discussion, zed)


@pytest.mark.parametrize("nothing", ["", "   \n\t ", "\u200b\u200b", "\x00"])
def test_refuses_what_says_nothing(discussion, ada, nothing):
    with pytest.raises(NothingSaid):
        say(discussion, ada, nothing)


def test_refuses_what_is_too_long(discussion, ada, options):
    options(comment_max_length=200)
    say(discussion, ada, "a" * 200)
    with pytest.raises(TooLong) as refusal:
        say(discussion, ada, "a" * 201)
    assert refusal.value.details == {"length": 201, "limit": 200}


def test_holds_a_guests_comment_where_guests_wait(
    discussion, ada, rights, heard, django_capture_on_commit_callbacks
):
    rights(GUEST={"COMMENT"})
    ada.strength = Strength.GUEST
    with django_capture_on_commit_callbacks(execute=True):
        comment = say(discussion, ada)

    discussion.refresh_from_db()
    assert comment.status == CommentStatus.HELD
    assert (discussion.comment_count, discussion.thread_count) == (0, 0)
    assert [type(event) for event in heard] == [events.CommentHeld]


def test_makes_one_comment_of_a_submission_that_is_repeated(discussion, ada):
    first = say(discussion, ada, "Once.", submission_key="key")
    again = say(discussion, ada, "Once.", submission_key="key", at=NOON + minutes(1))
    assert again.pk == first.pk
    assert Comment.objects.count() == 1


def test_answers_the_comment_that_was_made_though_it_could_not_be_made_now(discussion, ada, mona):
    first = say(discussion, ada)
    answer = say(discussion, ada, "Once.", to=first, submission_key="key")
    commands.close_thread(comment=first, moderator=mona, at=NOON)
    assert say(discussion, ada, "Once.", to=first, submission_key="key") == answer
    commands.remove_comment(comment=first, moderator=mona, reason="Abuse.", at=NOON)
    first.refresh_from_db()
    assert say(discussion, ada, "Once.", to=first, submission_key="key") == answer
    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    discussion.refresh_from_db()
    assert say(discussion, ada, "Once.", to=first, submission_key="key") == answer
    assert discussion.comment_count == 1


def test_refuses_to_answer_what_was_taken_down_while_the_words_were_judged(
    discussion, ada, ben, mona
):
    first = say(discussion, ada)
    commands.remove_comment(comment=first, moderator=mona, reason="Abuse.", at=NOON)
    with pytest.raises(commands.WrongDiscussion):
        say(discussion, ben, to=first)  # `first` still says that it is published
    discussion.refresh_from_db()
    assert (discussion.comment_count, Comment.objects.count()) == (0, 1)


def test_refuses_other_words_under_a_key_already_used(discussion, ada):
    say(discussion, ada, "Once.", submission_key="key")
    with pytest.raises(commands.SubmissionKeyReused):
        say(discussion, ada, "Twice.", submission_key="key")


def test_makes_one_comment_of_twenty_submissions_at_the_same_moment(committed):
    discussion, author = open_discussion(), crowd(1)[0]

    answered = together(
        *[partial(say, discussion, author, "Once.", submission_key="the same")] * 20
    )

    assert len(answered) == 20
    assert len({comment.pk for comment in answered}) == 1
    assert [comment.discussion.key for comment in Comment.objects.all()] == [discussion.key]
    assert Discussion.objects.get().comment_count == 1


def test_marks_a_quotation_whose_words_stand_there(discussion, ada, ben):
    said = say(discussion, ada, "The harbour is **not** for sale, and never was.")
    quote = f"> The harbour is not for sale\n>\n> — [Ada](/comments/{said.pk}/)\n\nSays who?"
    answer = say(discussion, ben, quote, to=said)

    assert 'class="quotation"' in answer.html
    assert [row.quoted_id for row in answer.quotations.all()] == [said.pk]


def test_does_not_mark_invented_words_under_a_name(discussion, ada, ben):
    said = say(discussion, ada, "The harbour is not for sale.")
    quote = f"> The harbour is for sale\n>\n> — [Ada](/comments/{said.pk}/)\n\nShe said it!"
    answer = say(discussion, ben, quote, to=said)

    assert "quotation" not in answer.html
    assert not answer.quotations.exists()


def test_does_not_confirm_words_that_are_not_public(discussion, ada, ben, mona):
    elsewhere = say(open_discussion("article:2"), ada, "A secret is kept here.")
    removed = say(discussion, ada, "A secret is kept here.")
    commands.remove_comment(comment=removed, moderator=mona, reason="Private.", at=NOON)
    for said in (elsewhere, removed):
        quote = f"> A secret is kept\n>\n> — [Ada](/comments/{said.pk}/)\n\nSee?"
        assert "quotation" not in say(discussion, ben, quote).html


def test_takes_nothing_that_cannot_be_kept_for_a_closed_discussion(committed):
    nobody = User(pk=2**40, name="Nobody")
    with pytest.raises(IntegrityError):
        say(open_discussion(), nobody)
    assert not Comment.objects.exists()


def test_goes_to_the_database_once(discussion, ada, ben, django_assert_max_num_queries):
    first = Comment.objects.select_related("thread").get(pk=say(discussion, ada).pk)
    # Savepoints are the test's transaction, not the command's.
    with django_assert_max_num_queries(3) as captured:
        say(discussion, ben, to=first)
    statements = [query["sql"] for query in captured if "SAVEPOINT" not in query["sql"]]
    assert len(statements) == 1, statements
