"""Statements kept ready …"""

import pytest

from broadsheet.accounts.models import User
from broadsheet.core.statements import Insertion, Statement
from broadsheet.discussion.models import Comment, Vote
from factories.discussion import open_discussion, say
from factories.moments import NOON

BY_ID = Statement(
    "SELECT {comment}, {author}, comment.id + 1 FROM {Comment} comment"
    " JOIN {Author} author ON author.id = comment.author_id WHERE comment.id = %s",
    comment=Comment,
    author=User,
)


def test_answer_whole_models_and_what_else_is_selected(ada):
    said = say(open_discussion(), ada)
    comment, author, more = BY_ID.first(said.pk)
    again = Comment.objects.select_related("author").get(pk=said.pk)
    names = [field.attname for field in Comment._meta.concrete_fields]
    assert [getattr(comment, name) for name in names] == [getattr(again, name) for name in names]
    assert (author, author.name, more) == (ada, "Ada", said.pk + 1)


def test_answer_none_where_there_is_nothing(db):
    assert BY_ID.first(404) is None


def test_write_what_django_would_have_written(ada, ben):
    said = say(open_discussion(), ada)
    vote = Vote(comment=said, voter=ben, value=1, cast_at=NOON)
    Insertion(Vote)(vote)
    kept = Vote.objects.get(pk=vote.pk)
    assert (kept.comment, kept.voter, kept.value, kept.cast_at) == (said, ben, 1, NOON)
    vote.value = -1
    vote.save()
    assert Vote.objects.get().value == -1


def test_are_sent_together_and_answer_what_the_last_one_answers(db):
    both = Statement("SELECT %(first)s", "SELECT %(second)s + 1")
    assert both.first(first=1, second=2) == (3,)
    assert Statement("SELECT 1", "SELECT 2 WHERE false").first() is None


def test_stand_in_a_larger_one(db):
    kept = Insertion(User, instead={"name": "upper(given.name)"}, source="FROM given")
    larger = Statement(
        "WITH given AS (SELECT %(name)s::text AS name), kept AS ({kept}) SELECT kept.* FROM kept",
        parts={"kept": kept.sql},
    )
    person = User(name="Ada")
    kept.complete(person, larger.first(**kept.values(person)))
    assert User.objects.get().name == "ADA"
    assert User.objects.get() == person


@pytest.mark.parametrize("hostile", ["'; DROP TABLE x; --", "%s", "{who}", "\\", "100 %"])
def test_take_values_as_values(db, hostile):
    insert = Insertion(User)
    insert(User(name=hostile))
    found = Statement("SELECT {who} FROM {Who} who WHERE name = %s", who=User).first(hostile)
    assert found[0].name == hostile
