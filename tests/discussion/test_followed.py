"""followed …"""

import pytest

from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Discussion
from factories.discussion import open_discussion, say
from factories.moments import NOON


def ask(reader, **options):
    return queries.followed(reader, here="/account/follows/", **options)


def new(reader):
    return [place.new_comments for place in ask(reader).places]


def follow(discussion, reader):
    commands.follow_discussion(discussion=discussion, reader=reader, is_on=True, at=NOON)


def test_counts_what_others_said_since_one_was_there(discussion, ada, ben):
    say(discussion, ben, "Before.")
    discussion.refresh_from_db()
    follow(discussion, ada)
    assert new(ada) == [0]

    say(discussion, ben, "After.")
    say(discussion, ada, "My own.")
    assert new(ada) == [1]

    commands.mark_seen(discussion=Discussion.objects.get(), reader=ada)
    assert new(ada) == [0]


def test_counts_in_a_thread_what_was_said_there(discussion, ada, ben):
    first, other = say(discussion, ben, "One."), say(discussion, ben, "Two.")
    commands.follow_thread(comment_id=first.pk, reader=ada, is_on=True, at=NOON)
    say(discussion, ben, "Here.", to=first)
    say(discussion, ben, "There.", to=other)

    assert new(ada) == [1]
    assert [place.words for place in ask(ada).places] == ["One."]


def test_counts_what_was_released_when_it_was_released(discussion, ada, ben, mona, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    waiting = say(discussion, ben)
    settings.DISCUSSION_SCREENER = "broadsheet.discussion.screening.hold_what_must_wait"
    follow(discussion, ada)
    assert new(ada) == [0]

    commands.release_comment(comment=waiting, moderator=mona, at=NOON)

    assert new(ada) == [1]


def test_counts_no_words_that_are_gone_and_none_of_whom_one_ignores(discussion, ada, ben, dana):
    follow(discussion, ada)
    gone = say(discussion, ben)
    say(discussion, dana)
    commands.withdraw_comment(comment=gone, author=ben, at=NOON)
    assert new(ada) == [1]

    commands.ignore_person(person=dana, reader=ada, at=NOON)

    assert new(ada) == [0]


def test_an_edit_makes_nothing_new(discussion, ada, ben):
    comment = say(discussion, ben)
    discussion.refresh_from_db()
    follow(discussion, ada)
    commands.edit_comment(comment=comment, editor=ben, source="Better.", at=NOON)

    assert new(ada) == [0]


def test_forgets_what_is_followed_no_more(discussion, ada):
    follow(discussion, ada)
    commands.follow_discussion(discussion=discussion, reader=ada, is_on=False, at=NOON)

    assert ask(ada).places == []


def test_is_each_readers_own(discussion, ada, ben):
    follow(discussion, ada)

    assert ask(ben).places == []


def test_goes_on_page_by_page_at_the_same_cost(db, ada, django_assert_num_queries):
    for n in range(35):
        follow(open_discussion(f"article:{n}", title=f"No. {n}"), ada)
    with django_assert_num_queries(1):
        first = ask(ada)
    second = ask(ada, after=first.next_url.rpartition("=")[2])

    titles = [place.title for page in (first, second) for place in page.places]
    assert titles == [f"No. {n}" for n in reversed(range(35))]
    assert second.next_url is None


@pytest.mark.parametrize("said", [99, 100, 120])
def test_counts_no_further_than_it_must(discussion, ada, ben, said):
    follow(discussion, ada)
    for n in range(said):
        say(discussion, ben, f"Number {n}.")

    [place] = ask(ada).places
    assert (place.new_comments, place.has_more) == (min(said, 100), said > 99)
