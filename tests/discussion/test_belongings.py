"""What somebody leaves in discussions goes where they go …"""

import random

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from broadsheet.accounts import commands as accounts
from broadsheet.accounts.belongings import belongings_named
from broadsheet.accounts.models import MergeReason, User
from broadsheet.discussion import commands
from broadsheet.discussion.commands.statements import write_vote
from broadsheet.discussion.events import VoteCast
from broadsheet.discussion.models import (
    Comment,
    CommentStatus,
    Discussion,
    Follow,
    IgnoredPerson,
    Quotation,
    Vote,
)
from broadsheet.discussion.tasks import count_late_votes
from broadsheet.discussion.words import present_html
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON, minutes
from factories.people import again, confirmed, guest, imported
from factories.together import together


def merge(source, target, **fields):
    return accounts.merge_people(source=source, target=target, by=target, at=NOON, **fields)


def vote(voter, comment, value=1):
    """As `cast_vote` does it, with the right that guests have by default."""
    kept = Vote(
        comment=comment, voter=voter, value=value, cast_at=NOON, is_counted=not voter.is_guest
    )
    assert write_vote(kept)


def votes_of(person):
    return dict(Vote.objects.filter(voter=person).values_list("comment_id", "value"))


def counters(comment):
    comment.refresh_from_db()
    return comment.up_votes, comment.down_votes


def erase(person, *, keep_words):
    belongings_named("discussion").erase(person, keep_words=keep_words, at=NOON)


# Moving


def test_moves_every_word_whatever_has_become_of_it(discussion, ada, ben, mona):
    gus = guest()
    theirs = [say(discussion, gus, f"Thought {n}.") for n in range(3)]
    commands.remove_comment(comment=theirs[0], moderator=mona, reason="Unkind.", at=NOON)
    commands.withdraw_comment(comment=theirs[1], author=gus, at=NOON)
    Comment.objects.filter(pk=theirs[2].pk).update(status=CommentStatus.HELD, is_shown=False)
    commands.mend_counters()
    kept = say(discussion, ben)

    merge(gus, ada)

    assert list(Comment.objects.filter(author=ada).order_by("pk")) == theirs
    assert Comment.objects.get(pk=kept.pk).author == ben
    assert Comment.objects.get(pk=theirs[0].pk).submission_key == theirs[0].submission_key
    assert commands.check_counters() == []


def test_says_what_moved(discussion, ada):
    gus = guest()
    mine = say(discussion, gus)
    vote(gus, say(discussion, ada))
    vote(gus, say(discussion, crowd(1)[0]))

    moved = merge(gus, ada).moved["discussion"]

    assert moved == {"comments": [mine.pk], "from": 2026, "to": 2026, "votes": 1}
    assert belongings_named("discussion").summary(moved) == "1 comment from 2026, 1 vote"


def test_lets_the_targets_vote_hold_where_both_voted(discussion, ada, ben):
    cleo, comment = confirmed(), say(discussion, ben)
    vote(cleo, comment)
    vote(ada, comment, -1)

    merge(cleo, ada)

    assert votes_of(ada) == {comment.pk: -1}
    assert counters(comment) == (0, 1)


def test_lets_the_target_have_taken_a_vote_back(discussion, ada, ben):
    cleo, comment = confirmed(), say(discussion, ben)
    vote(cleo, comment)
    vote(ada, comment)
    vote(ada, comment, 0)

    merge(cleo, ada)

    assert votes_of(ada) == {comment.pk: 0}
    assert counters(comment) == (0, 0)


def test_leaves_nobody_with_a_vote_on_their_own_words(discussion, ada):
    cleo = confirmed()
    hers, adas = say(discussion, cleo), say(discussion, ada)
    vote(ada, hers)
    vote(cleo, adas, -1)

    merge(cleo, ada)

    assert votes_of(ada) == {}
    assert counters(hers) == counters(adas) == (0, 0)


def test_counts_a_guests_votes_once_they_are_somebodys(discussion, ada, ben):
    gus, comment, both = guest(), say(discussion, ben), say(discussion, ben)
    vote(gus, comment)
    vote(gus, both)
    vote(ada, both)
    assert counters(comment) == (0, 0)

    merge(gus, ada)

    assert counters(comment) == (1, 0)
    assert counters(both) == (1, 0)
    assert commands.check_counters() == []


def test_counts_votes_when_an_address_is_confirmed(discussion, ben):
    gus, comment = guest(), say(discussion, ben)
    vote(gus, comment, -1)

    accounts.confirm_email(person=gus, email="gus@example.org", at=NOON)

    assert counters(comment) == (0, 1)
    assert commands.check_counters() == []


def test_counts_a_vote_that_was_cast_at_the_moment_of_the_confirmation(discussion, ben):
    gus = accounts.confirm_email(person=guest(), email="gus@example.org", at=NOON)
    comment = say(discussion, ben)
    vote(gus, comment)
    Vote.objects.update(is_counted=False)
    Comment.objects.update(up_votes=0)

    [job] = ProcrastinateJob.objects.filter(task_name="discussion.count_late_votes")
    count_late_votes(**job.args)

    assert job.scheduled_at
    assert counters(comment) == (1, 0)


def test_tells_of_counters_that_changed(
    discussion, ada, ben, heard, django_capture_on_commit_callbacks
):
    cleo, comment = confirmed(), say(discussion, ben)
    vote(cleo, comment)
    vote(ada, comment)

    with django_capture_on_commit_callbacks(execute=True):
        merge(cleo, ada)

    told = [event for event in heard if isinstance(event, VoteCast)]
    assert [(event.comment_id, event.up) for event in told] == [(comment.pk, 1)]


def test_writes_the_new_name_into_quotations(discussion, ada, ben):
    gus = guest("Gus")
    words = say(discussion, gus, "The ferry was late again.")
    link = f"[Gus](/comments/{words.pk}/)"
    quoting = say(discussion, ben, f"> The ferry was late again.\n>\n> — {link}\n\nIndeed.")
    assert Quotation.objects.filter(comment=quoting, quoted=words).exists()

    merge(gus, ada)

    quoting.refresh_from_db()
    assert "Ada" in present_html(quoting)
    assert "Gus</a></cite>" not in present_html(quoting)


def test_moves_what_they_follow_and_whom_they_ignore(discussion, ada, ben, dana):
    cleo, other = confirmed(), open_discussion("article:2")
    for reader, about, is_on in (
        (cleo, discussion, True),
        (cleo, other, True),
        (ada, other, False),
    ):
        Follow.objects.create(reader=reader, discussion=about, is_on=is_on, followed_at=NOON)
    for reader, person in (
        (cleo, ben),
        (ada, ben),
        (cleo, ada),
        (dana, cleo),
        (dana, ada),
        (ben, cleo),
    ):
        IgnoredPerson.objects.create(reader=reader, person=person, ignored_at=NOON)

    merge(cleo, ada)

    follows = Follow.objects.values_list("reader", "discussion", "is_on").order_by("discussion")
    assert list(follows) == [(ada.pk, discussion.pk, True), (ada.pk, other.pk, False)]
    ignored = IgnoredPerson.objects.values_list("reader", "person")
    assert set(ignored) == {(ada.pk, ben.pk), (dana.pk, ada.pk), (ben.pk, ada.pk)}


def test_gives_back_what_was_refused(discussion, ada):
    ines = imported(email="ada@example.org")
    theirs, mine = say_as(discussion, ines), say(discussion, ada)
    made = merge(ines, ada, why=MergeReason.SAME_ADDRESS)

    accounts.refuse_merge(merge=made, person=ada, at=NOON)

    assert Comment.objects.get(pk=theirs.pk).author == ines
    assert Comment.objects.get(pk=mine.pk).author == ada


def say_as(discussion, author):
    """Somebody imported says nothing here; they have said it elsewhere."""
    comment = say(discussion, crowd(1)[0])
    Comment.objects.filter(pk=comment.pk).update(author=author)
    return comment


@pytest.mark.parametrize("seed", range(5))
def test_counters_say_what_counting_says_after_any_merges(db, seed):
    chance = random.Random(seed)
    discussions = [open_discussion(f"article:{n}") for n in range(3)]
    people = [*crowd(4), *(guest(f"Guest {n}") for n in range(4))]
    comments = [say(chance.choice(discussions), chance.choice(people)) for _ in range(20)]
    for comment in comments:
        for voter in people:
            if voter.pk != comment.author_id and chance.random() < 0.6:
                vote(voter, comment, chance.choice([-1, 0, 1]))

    chance.shuffle(people)
    people.sort(key=lambda person: person.is_guest)
    while len(people) > 2:
        source, target = people.pop(), chance.choice(people[: len(people) // 2 or 1])
        merge(again(source), again(target))
        assert commands.check_counters() == []

    assert not any(
        one.voter_id == one.comment.author_id for one in Vote.objects.select_related("comment")
    )


def test_nobody_waits_in_a_circle_while_people_become_one(committed):
    discussions = [open_discussion(f"article:{n}") for n in range(2)]
    readers, sources = crowd(3), [confirmed(f"S{n}", f"s{n}@example.org") for n in range(6)]
    firsts = [say(one, sources[n % 6]) for n, one in enumerate(discussions * 3)]
    for n, source in enumerate(sources):
        for first in firsts:
            if first.author_id != source.pk:
                vote(source, first, 1 if n % 2 else -1)

    together(
        lambda: [merge(source, readers[0]) for source in sources[:3]],
        lambda: [merge(source, readers[1]) for source in sources[3:]],
        lambda: talk(readers[2], firsts),
        lambda: talk(readers[2], firsts[::-1]),
        lambda: talk(readers[1], firsts),
        lambda: talk(readers[0], firsts[::-1]),
    )

    accounts.settle_merges(at=NOON + minutes(1))
    assert commands.check_counters() == []
    assert not Comment.objects.filter(author__in=sources).exists()


def talk(reader, there):
    for first in there:
        say(first.discussion, reader, to=first)
        vote(reader, first)


# Taking along


def test_exports_every_word_and_vote(discussion, ada, ben):
    comment = say(discussion, ada, "First.")
    commands.edit_comment(comment=comment, editor=ada, source="Better.", at=NOON + minutes(1))
    commands.withdraw_comment(comment=say(discussion, ada, "Gone."), author=ada, at=NOON)
    other = say(discussion, ben)
    vote(ada, other)

    exported = {
        name: list(kept) for name, kept in belongings_named("discussion").export(ada).items()
    }

    said = exported["comments"][0]
    assert (said["words"], said["earlier"][0]["words"]) == ("Better.", "First.")
    assert [one["status"] for one in exported["comments"]] == ["PUBLISHED", "WITHDRAWN"]
    assert [(one["comment"], one["value"]) for one in exported["votes"]] == [(other.pk, 1)]


# Being forgotten


def shape(discussion):
    comments = Comment.objects.in_discussion(discussion).order_by("pk")
    return list(comments.values_list("pk", "parent", "depth", "is_shown", "reply_count"))


@pytest.fixture
def conversation(discussion, ada, ben):
    first = say(discussion, ada, "The ferry was late again.")
    link = f"[Ada](/comments/{first.pk}/)"
    answer = say(discussion, ben, f"> The ferry was late again.\n>\n> — {link}\n\nYes.", to=first)
    last = say(discussion, ada, "Sorry to say.", to=answer)
    vote(ben, first)
    vote(ada, answer)
    return first, answer, last


@pytest.mark.parametrize("keep_words", [True, False])
def test_erases_who_wrote_and_keeps_the_shape(discussion, conversation, ada, keep_words):
    first, answer, last = conversation
    before = shape(discussion)

    erase(ada, keep_words=keep_words)

    assert shape(discussion) == before
    assert not Comment.objects.filter(author=ada).exists()
    assert not Vote.objects.filter(voter=ada).exists()
    first.refresh_from_db()
    last.refresh_from_db()
    assert first.author_id == last.author_id
    assert (first.author.name, first.author.is_active) == ("(name withdrawn)", False)
    assert counters(answer) == (1, 0)
    assert commands.check_counters() == []


def test_leaves_the_words_of_who_wants_them_to_stay(conversation, ada):
    erase(ada, keep_words=True)

    first = Comment.objects.get(pk=conversation[0].pk)
    assert (first.status, first.source) == (CommentStatus.PUBLISHED, "The ferry was late again.")


def test_takes_back_the_words_of_who_does_not(conversation, ada):
    erase(ada, keep_words=False)

    first = Comment.objects.get(pk=conversation[0].pk)
    assert (first.status, first.source, first.html) == (CommentStatus.WITHDRAWN, "", "")


def test_leaves_what_others_quoted_without_the_name(conversation, ada):
    erase(ada, keep_words=False)

    answer = Comment.objects.get(pk=conversation[1].pk)
    assert "The ferry was late again." in present_html(answer)
    assert "<cite>" not in present_html(answer)


def test_erases_words_that_nobody_can_read_in_any_case(discussion, ada, mona):
    removed, edited = say(discussion, ada, "Secret."), say(discussion, ada, "Secret.")
    commands.remove_comment(comment=removed, moderator=mona, reason="Unkind.", at=NOON)
    commands.edit_comment(comment=edited, editor=ada, source="Open.", at=NOON)

    erase(ada, keep_words=True)

    removed.refresh_from_db()
    assert (removed.status, removed.source, removed.html) == (CommentStatus.REMOVED, "", "")
    assert not edited.revisions.exists()


def test_makes_nobody_of_who_said_nothing(discussion, ada):
    before = User.objects.count()

    erase(ada, keep_words=True)

    assert User.objects.count() == before
    assert Discussion.objects.get(pk=discussion.pk).comment_count == 0
