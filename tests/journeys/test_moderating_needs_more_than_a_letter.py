"""Somebody who works here comes in by a letter alone, as everybody may: their powers wait for a second factor."""

import re

import pytest

from broadsheet.discussion.models import CommentStatus
from factories.discussion import open_discussion, say
from factories.moments import NOON
from factories.staff import code_now, give_second_factor

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def mona(db):
    """Moderates, and has no second factor yet."""
    from broadsheet.accounts.models import User

    return User.objects.create(name="Mona", email="mona@example.org", is_staff=True, joined_at=NOON)


@pytest.fixture
def comment(ada):
    return say(open_discussion(), ada, "Off topic.")


def come_in_by_letter(client, postbox):
    client.post("/sign-in/", {"email": "mona@example.org", "next": "/town/"}, headers=SAME_ORIGIN)
    code = re.search(r"^\s*(\d{8})$", postbox.letter.text, re.MULTILINE)[1]
    return client.post("/sign-in/code/", {"code": code}, headers=SAME_ORIGIN)


def remove(client, comment):
    path = f"/comments/{comment.pk}/remove/"
    return client.post(path, {"reason": "Off topic.", "upon": "0"}, headers=SAME_ORIGIN)


def test_leads_to_where_a_second_factor_is_set_up(client, mona, postbox):
    answer = come_in_by_letter(client, postbox)

    assert answer["Location"] == "/account/security/?next=%2Ftown%2F"


def test_removes_nothing_before(client, mona, comment, postbox):
    come_in_by_letter(client, postbox)
    answer = remove(client, comment)

    assert answer.status_code == 403
    comment.refresh_from_db()
    assert comment.status == CommentStatus.PUBLISHED


def test_is_offered_nothing_before(client, mona, comment, postbox):
    come_in_by_letter(client, postbox)

    assert (
        f"/comments/{comment.pk}/remove/" not in client.get(f"/comments/{comment.pk}/actions/").text
    )


def test_removes_after_it(client, mona, comment, postbox):
    give_second_factor(mona)
    come_in_by_letter(client, postbox)
    client.post("/sign-in/second-factor/", {"code": code_now()}, headers=SAME_ORIGIN)
    answer = remove(client, comment)

    assert answer.status_code == 302
    comment.refresh_from_db()
    assert comment.status == CommentStatus.REMOVED
