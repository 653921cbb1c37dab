"""Staff act in the page itself, by the same forms, and readers cannot."""

import pytest

from broadsheet.discussion.models import Comment, CommentStatus, Discussion
from factories.discussion import say

ACTS = [
    "pin",
    "unpin",
    "feature",
    "unfeature",
    "close-thread",
    "reopen-thread",
    "release",
    "restore",
    "remove",
]


@pytest.fixture
def comment(discussion, ada):
    return say(discussion, ada, "Words.")


def test_removes_with_a_reason_and_restores(comment, browser, mona):
    desk = browser(mona)
    assert desk.post(f"/comments/{comment.pk}/remove/").status_code == 422
    desk.post(f"/comments/{comment.pk}/remove/", {"reason": "Names a private person."})
    page = browser().get(f"/comments/{comment.pk}/").content.decode()
    assert "Names a private person." in page
    assert "Words." not in page
    desk.post(f"/comments/{comment.pk}/restore/")
    assert "Words." in browser().get(f"/comments/{comment.pk}/").content.decode()


def test_pins_features_and_closes(comment, browser, mona):
    desk = browser(mona)
    for act, field in [
        ("pin", "pinned_at"),
        ("feature", "featured_at"),
        ("close-thread", "thread_closed_at"),
    ]:
        assert desk.post(f"/comments/{comment.pk}/{act}/").status_code == 302
        comment.refresh_from_db()
        assert getattr(comment, field) is not None


def test_closes_the_discussion_and_opens_it_again(discussion, browser, mona):
    desk = browser(mona)
    desk.post(f"/discussions/{discussion.key}/close/")
    assert Discussion.objects.get().closed_at is not None
    desk.post(f"/discussions/{discussion.key}/reopen/")
    assert Discussion.objects.get().closed_at is None


def test_finds_and_approves_what_waits(discussion, browser, mona, rights, ada):
    rights(GUEST={"COMMENT"})
    browser().post(f"/discussions/{discussion.key}/comments/", {"body": "I wait.", "name": "Grace"})
    desk = browser(mona)
    assert "I wait." in desk.get(f"/discussions/{discussion.key}/held/").content.decode()
    desk.post(f"/comments/{Comment.objects.get().pk}/release/")
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


@pytest.mark.parametrize("act", ACTS)
def test_nothing_of_it_opens_for_a_reader(comment, browser, ben, act):
    for reader in (browser(ben), browser()):
        assert (
            reader.post(f"/comments/{comment.pk}/{act}/", {"reason": "I say so."}).status_code
            == 403
        )
    for act_on_all in ("close", "reopen"):
        assert browser(ben).post(f"/discussions/article:1/{act_on_all}/").status_code == 403
    assert browser(ben).get("/discussions/article:1/held/").status_code == 403


@pytest.mark.parametrize(
    "address", ["/comments/1/explode/", "/discussions/article:1/explode/", "/comments/0/pin/"]
)
def test_an_act_that_does_not_exist_is_not_found(discussion, browser, mona, address):
    assert browser(mona).post(address).status_code == 404
