"""Voting: `bs-vote`, and the same by forms alone."""

import pytest
from playwright.sync_api import expect

from broadsheet.discussion.models import Vote


def score(page):
    return page.locator(".vote__score > [aria-hidden]")


def wait_until(page, holds):
    """Votes are shown at once and sent in turn: wait until the server has them."""
    for _ in range(100):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("the votes did not arrive")


@pytest.fixture
def comment(say, ada):
    return say(ada, "The ferry is late.")


@pytest.fixture
def guests_count(rights):
    rights(GUEST={"COMMENT", "SKIP_QUEUE", "VOTE_COUNTED"})


def test_of_a_guest_is_kept_and_shown_to_them(any_page, discussion, comment):
    any_page.goto(discussion.url)
    any_page.get_by_role("button", name="Vote up").click()
    expect(any_page.get_by_text("Your vote is kept, and counts once you have")).to_be_visible()
    vote = Vote.objects.get(comment=comment)
    assert (vote.value, vote.is_counted) == (1, False)
    any_page.goto(discussion.url)
    expect(score(any_page)).to_have_text("0")


@pytest.mark.usefixtures("guests_count")
def test_votes_changes_and_takes_back(page, discussion, comment):
    page.goto(discussion.url)
    up, down = (
        page.get_by_role("button", name="Vote up"),
        page.get_by_role("button", name="Vote down"),
    )
    up.click()
    expect(score(page)).to_have_text("1")
    expect(up).to_have_attribute("aria-pressed", "true")
    down.click()
    expect(score(page)).to_have_text("−1")
    expect(up).to_have_attribute("aria-pressed", "false")
    down.click()
    expect(score(page)).to_have_text("0")
    expect(page.get_by_text("0 up, 0 down")).to_be_attached()
    page.wait_for_load_state("networkidle")
    wait_until(page, lambda: Vote.objects.get(comment=comment).value == 0)
    page.reload()
    expect(down).to_have_attribute("aria-pressed", "false")
    assert Vote.objects.get(comment=comment).value == 0


@pytest.mark.usefixtures("guests_count")
def test_remembers_the_vote_after_a_reload(page, discussion, comment):
    page.goto(discussion.url)
    with page.expect_response("**/vote/"):
        page.get_by_role("button", name="Vote up").click()
    page.reload()
    expect(page.get_by_role("button", name="Vote up")).to_have_attribute("aria-pressed", "true")
    expect(score(page)).to_have_text("1")


def test_votes_changes_and_takes_back_without_javascript(open_browser, discussion, comment):
    page = open_browser(javascript=False)
    page.goto(discussion.url)
    page.get_by_role("button", name="Vote up").click()
    expect(page.get_by_text("You voted this comment up.")).to_be_visible()
    page.get_by_role("button", name="Vote down").click()
    expect(page.get_by_text("You voted this comment down.")).to_be_visible()
    assert Vote.objects.get(comment=comment).value == -1
    page.get_by_role("button", name="Take the vote back").click()
    assert Vote.objects.get(comment=comment).value == 0


def test_takes_the_score_back_when_the_vote_did_not_arrive(page, discussion, comment):
    page.goto(discussion.url)
    page.context.set_offline(True)
    page.get_by_role("button", name="Vote up").click()
    expect(page.get_by_role("alert")).to_contain_text("no connection")
    expect(score(page)).to_have_text("0")
    expect(page.get_by_role("button", name="Vote up")).to_have_attribute("aria-pressed", "false")


def test_two_first_votes_in_a_hurry_are_of_one_guest(page, discussion, say, ada, ben):
    say(ada, "One.")
    say(ben, "Two.")
    page.goto(discussion.url)
    for button in page.get_by_role("button", name="Vote up").all():
        button.click()
    votes = Vote.objects.filter(comment__discussion=discussion)
    wait_until(page, lambda: votes.count() == 2)
    assert votes.values("voter").distinct().count() == 1


def test_offers_no_vote_on_own_words(open_browser, discussion, comment, ada):
    page = open_browser(reader=ada)
    page.goto(discussion.url)
    expect(page.locator("[data-own]")).to_have_count(1)
    expect(page.get_by_role("button", name="Vote up")).to_have_count(0)
