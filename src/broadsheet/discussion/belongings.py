"""What a person leaves in discussions: comments, votes, what they follow, whom they ignore."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from broadsheet.accounts.belongings import Belongings, Moved
from broadsheet.accounts.commands import create_nameless_person
from broadsheet.accounts.models import User

from .commands import count_votes_of
from .commands.become_one import (
    forget_name_in_quotations,
    hold_comments_of,
    move_comments,
    move_votes,
)
from .commands.erase_words import discussions_of, erase_words_of
from .commands.forget_quoted_name import forget_quoted_name
from .models import Comment, Follow, IgnoredPerson, Revision, Right, Vote
from .queries.excerpt import excerpt
from .rights import has_right
from .tasks import count_late_votes_later, refresh_markup_if_old

CHUNK = 500
"""Rows of an export that are in memory at once."""


class Participation(Belongings):
    """The `Belongings` of discussion."""

    name: ClassVar[str] = "discussion"

    def hold(self, *, sources: Sequence[User], target: User) -> None:
        """Lock the comments that change when `sources` become `target`."""
        hold_comments_of(sources=sources, target=target)

    def move(self, *, source: User, target: User) -> Moved:
        """Make comments, votes, follows and ignored people `target`'s.

        Answers which comments, of which years, and how many votes.
        """
        votes = move_votes(source=source, target=target)
        comments = move_comments(source=source, target=target)
        _move_follows(source, target)
        _move_ignored(source, target)
        refresh_markup_if_old()  # others quote them under the name they had
        return _counted(comments, votes)

    def give_back(self, moved: Moved, *, source: User, target: User) -> None:
        """Make the comments `source`'s again."""
        theirs = Comment.objects.filter(author=target, pk__in=moved.get("comments", []))
        theirs.update(author=source)
        forget_name_in_quotations(source)
        refresh_markup_if_old()

    def summary(self, moved: Moved) -> str:
        """How many comments, and from when; how many votes."""
        votes = moved["votes"]
        parts = [_comments_in_words(moved)] if moved["comments"] else []
        if votes:
            parts.append(ngettext("%(number)d vote", "%(number)d votes", votes) % {"number": votes})
        return ", ".join(parts)

    def census(self, person: User) -> Moved:
        """Which comments, of which years, and how many votes."""
        comments = Comment.objects.filter(author=person).order_by("pk")
        votes = Vote.objects.filter(voter=person).exclude(value=0).count()
        return _counted(list(comments.values_list("pk", flat=True)), votes)

    def excerpts(self, person: User, *, number: int) -> list[str]:
        """What the latest comments begin with."""
        said = Comment.objects.filter(author=person).exclude(source="").order_by("-pk")
        return [excerpt(source) for source in said.values_list("source", flat=True)[:number]]

    def strengthened(self, person: User) -> None:
        """Count the votes that waited, if they count now; a minute later, what was just being cast."""
        if has_right(person, Right.VOTE_COUNTED):
            count_votes_of(voter=person)
            count_late_votes_later(person.pk)

    def export(self, person: User) -> dict[str, Any]:
        """All comments with what they said before, all votes, what they follow and whom they ignore."""
        comments = Comment.objects.filter(author=person).select_related("discussion")
        comments = comments.prefetch_related("revisions")
        votes = Vote.objects.filter(voter=person).exclude(value=0)
        follows = Follow.objects.filter(reader=person, is_on=True).select_related("discussion")
        ignored = IgnoredPerson.objects.filter(reader=person).select_related("person")
        return {
            "comments": (
                _exported(comment, sorted(comment.revisions.all(), key=lambda one: one.pk))
                for comment in comments.order_by("pk").iterator(chunk_size=CHUNK)
            ),
            "votes": (
                {"comment": vote.comment_id, "value": vote.value, "at": vote.cast_at.isoformat()}
                for vote in votes.order_by("pk").iterator(chunk_size=CHUNK)
            ),
            "follows": [
                {
                    "page": follow.discussion.url,
                    "thread": follow.thread_id,
                    "at": follow.followed_at.isoformat(),
                }
                for follow in follows.order_by("pk")
            ],
            "ignored": [
                {"name": one.person.name, "at": one.ignored_at.isoformat()}
                for one in ignored.order_by("pk")
            ],
        }

    def erase_ahead(self, person: User, *, keep_words: bool, at: datetime) -> None:
        """Erase words discussion by discussion, so that writing in one waits for that one alone."""
        for discussion_id in discussions_of(person):
            erase_words_of(
                author=person, keep_published=keep_words, discussion_id=discussion_id, at=at
            )

    def erase(self, person: User, *, keep_words: bool, at: datetime) -> None:
        """Leave comments and votes to somebody without a name; the words only if they are to stay.

        Threads keep their shape, and counters what they say. What others quoted stays in the others' words,
        without the name. Words that staff had removed go in any case.
        """
        Follow.objects.filter(reader=person).delete()
        IgnoredPerson.objects.filter(Q(reader=person) | Q(person=person)).delete()
        erase_words_of(author=person, keep_published=keep_words, at=at)
        is_here = Comment.objects.filter(author=person) or Vote.objects.filter(voter=person)
        if is_here.exists():
            nobody = create_nameless_person(at=at)
            Vote.objects.filter(voter=person).update(voter=nobody)
            theirs = move_comments(source=person, target=nobody)
            forget_quoted_name(comment_ids=theirs, name=nobody.name)
            refresh_markup_if_old()


def _comments_in_words(moved: Moved) -> str:
    number, first, last = len(moved["comments"]), moved["from"], moved["to"]
    comments = ngettext("%(number)d comment", "%(number)d comments", number) % {"number": number}
    if first == last:
        return _("%(comments)s from %(year)d") % {"comments": comments, "year": first}
    return _("%(comments)s from %(first)d to %(last)d") % {
        "comments": comments,
        "first": first,
        "last": last,
    }


def _counted(comments: Sequence[int], votes: int) -> Moved:
    moments = Comment.objects.filter(pk__in=comments).values_list("posted_at", flat=True)
    years = [at.year for at in moments]
    first, last = (min(years), max(years)) if years else (0, 0)
    return {"comments": list(comments), "from": first, "to": last, "votes": votes}


def _move_follows(source: User, target: User) -> None:
    """Where both follow, the target's decision holds."""
    theirs = {(one.discussion_id, one.thread_id) for one in Follow.objects.filter(reader=target)}
    for follow in Follow.objects.filter(reader=source):
        if (follow.discussion_id, follow.thread_id) in theirs:
            follow.delete()
    Follow.objects.filter(reader=source).update(reader=target)


def _move_ignored(source: User, target: User) -> None:
    by_both = IgnoredPerson.objects.filter(reader=target).values("person")
    of_both = IgnoredPerson.objects.filter(person=target).values("reader")
    ignored = IgnoredPerson.objects.filter
    ignored(Q(reader=source, person=target) | Q(reader=target, person=source)).delete()
    ignored(reader=source, person__in=list(by_both.values_list("person", flat=True))).delete()
    ignored(person=source, reader__in=list(of_both.values_list("reader", flat=True))).delete()
    ignored(reader=source).update(reader=target)
    ignored(person=source).update(person=target)


def _exported(comment: Comment, earlier: Sequence[Revision]) -> dict[str, Any]:
    return {
        "id": comment.pk,
        "page": comment.discussion.url,
        "title": comment.discussion.title,
        "in_answer_to": comment.parent_id,
        "status": comment.status,
        "reason": comment.reason,
        "words": comment.source,
        "posted_at": comment.posted_at.isoformat(),
        "edited_at": comment.edited_at.isoformat() if comment.edited_at else None,
        "up": comment.up_votes,
        "down": comment.down_votes,
        "earlier": [
            {"words": one.source, "written_at": one.written_at.isoformat()} for one in earlier
        ],
    }
