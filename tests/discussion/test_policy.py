"""Who may do what in a discussion: every row of the table, and every predicate of it."""

import pytest

from broadsheet.accounts.models import Standing, Strength
from broadsheet.core.errors import NotAllowed
from broadsheet.core.policy import Policy
from broadsheet.discussion.models import CommentStatus
from broadsheet.discussion.policy import Permission, policy
from factories.discussion import open_discussion, say

EVERYBODY = {
    "nobody",
    "inactive",
    "banned",
    "imported",
    "guest",
    "confirmed",
    "account",
    "author",
    "banned author",
    "staff",
    "banned staff",
    "administrator",
    "banned administrator",
}
STAFF = {"staff", "administrator"}
ACTIVE = {"guest", "confirmed", "account", "author", *STAFF}

# What is done to what, and who may, all of them and nobody else.
TABLE = [
    (Permission.POST_COMMENT, "discussion", ACTIVE),
    (Permission.EDIT_COMMENT, "published", {"author"}),
    (Permission.EDIT_COMMENT, "held", {"author"}),
    (Permission.WITHDRAW_COMMENT, "published", {"author", "banned author"}),
    (Permission.READ_HISTORY, "published", EVERYBODY),
    (Permission.READ_HISTORY, "held", {*STAFF, "banned staff", "banned administrator"}),
    (Permission.CAST_VOTE, "published", ACTIVE - {"author"}),
    (Permission.CAST_VOTE, "held", set()),
    (Permission.MODERATE, "discussion", STAFF),
    (Permission.CHANGE_RIGHTS, "nothing", {"administrator"}),
]


@pytest.fixture
def things(ada):
    discussion = open_discussion()
    published, held = say(discussion, ada), say(discussion, ada)
    held.status = CommentStatus.HELD
    return {"discussion": discussion, "published": published, "held": held, "nothing": None}


@pytest.fixture
def actors(ada, ben, mona):
    """Everybody. The author is Ada, the others are Ben or Mona as something else."""

    def like(person, **fields):
        other = type(person)(pk=person.pk, name=person.name, is_staff=person.is_staff)
        for name, value in fields.items():
            setattr(other, name, value)
        return other

    return {
        "nobody": None,
        "inactive": like(ben, is_active=False),
        "banned": like(ben, standing=Standing.BANNED),
        "imported": like(ben, strength=Strength.IMPORTED),
        "guest": like(ben, strength=Strength.GUEST),
        "confirmed": like(ben, strength=Strength.CONFIRMED),
        "account": like(ben, strength=Strength.ACCOUNT),
        "author": ada,
        "banned author": like(ada, standing=Standing.BANNED),
        "staff": mona,
        "banned staff": like(mona, standing=Standing.BANNED),
        "administrator": like(mona, is_superuser=True),
        "banned administrator": like(mona, is_superuser=True, standing=Standing.BANNED),
    }


def those_allowed(table, permission, actors, thing):
    return {name for name, actor in actors.items() if table.allows(permission, actor, thing)}


@pytest.mark.parametrize(("permission", "thing", "allowed"), TABLE)
def test_allows_those_and_nobody_else(permission, thing, allowed, actors, things):
    assert set(actors) == EVERYBODY
    assert those_allowed(policy, permission, actors, things[thing]) == allowed


def test_has_a_row_here_for_every_permission():
    assert {permission for permission, _thing, _allowed in TABLE} == set(Permission)


def test_refuses_with_a_sentence(ben, things):
    with pytest.raises(NotAllowed):
        policy.require(Permission.MODERATE, ben, things["discussion"])


@pytest.mark.parametrize(
    ("permission", "row", "left_out"),
    [
        (permission, row, left_out)
        for permission, rows in policy.table.items()
        for row in range(len(rows))
        for left_out in range(len(rows[row]))
    ],
)
def test_needs_each_of_its_predicates(permission, row, left_out, actors, things, rights):
    """Without it, somebody would be allowed who is not; or nobody could be asked."""
    rights(GUEST=set())  # else no right is ever missing
    rows = [list(predicates) for predicates in policy.table[permission]]
    rows[row].pop(left_out)
    weaker = Policy({permission: rows})

    def allowed(table):
        try:
            return [those_allowed(table, permission, actors, thing) for thing in things.values()]
        except AttributeError:
            return "somebody who is nobody"

    if permission in {Permission.POST_COMMENT, Permission.MODERATE, Permission.CHANGE_RIGHTS}:
        kinds = things
    else:
        kinds = {name: things[name] for name in ("published", "held")}
    things = kinds
    assert allowed(weaker) != allowed(policy)
