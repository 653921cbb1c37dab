"""An open page while others speak, vote, edit and remove: `bs-live`, `bs-news`."""

import pytest
from playwright.sync_api import expect

from broadsheet.discussion import commands
from factories.accessibility import violations
from factories.moments import NOON
from live_server import serving

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
NARROW = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def live(lasting_database):
    with serving() as served:
        yield served


@pytest.fixture(scope="module")
def server(live):
    return live[0]


@pytest.fixture(scope="module")
def hub(live):
    return live[1].hub


@pytest.fixture(scope="module")
def idle_contexts():
    return {}


@pytest.fixture
def read(hub, discussion):
    """Open a page, and wait until it hears what happens."""

    def open_page(page, address=None):
        page.goto(address or discussion.url)
        wait_until(page, lambda: listening(hub, discussion))
        return page

    return open_page


def listening(hub, discussion):
    topic = hub._topics.get(discussion.key)
    return len(topic.readers) if topic else 0


def wait_until(page, holds):
    for _ in range(200):
        if holds():
            return
        page.wait_for_timeout(50)
    pytest.fail("it did not happen")


def news(page):
    return page.locator(".live__news")


def run_until(page, holds):
    """Let the page's own clock run, half a minute in every moment of ours."""

    def runs():
        page.clock.run_for(30_000)
        return holds()

    wait_until(page, runs)


def comment_of(page, comment):
    return page.locator(f"#comment-{comment.pk}")


def test_says_how_many_comments_are_new_and_shows_them_when_asked(
    page, read, say, discussion, ada, ben
):
    first = say(ada, "The ferry is late.")
    read(page)
    reply, thread = say(ben, "Again?", to=first), say(ben, "What about the bridge?")
    answer = say(ada, "Which one?", to=thread)
    expect(news(page)).to_have_text("3 new comments")
    expect(page.locator("[data-announcements]")).to_contain_text("new comment")
    expect(page.get_by_text("Again?")).to_have_count(0)

    news(page).click()
    expect(page.locator(".comment")).to_have_count(4)
    ids = [f"comment-{one.pk}" for one in (thread, answer, first, reply)]
    assert page.locator(".comment").evaluate_all("all => all.map((one) => one.id)") == ids
    expect(comment_of(page, thread)).to_be_focused()
    expect(news(page)).to_be_hidden()
    expect(page.locator("#discussion-title")).to_have_text("4 comments")
    expect(page.locator("[data-new]")).to_have_count(3)


def test_moves_nothing_that_is_being_read(open_browser, read, say, ada, ben):
    comments = [say(ada, f"Comment {number}. " + "Words. " * 60) for number in range(12)]
    page = read(open_browser(viewport={"width": 390, "height": 700}))
    read_now = comment_of(page, comments[5])
    read_now.evaluate("one => one.scrollIntoView()")
    before = read_now.bounding_box()
    say(ben, "New."), say(ben, "Also new.", to=comments[11])
    expect(news(page)).to_have_text("2 new comments")
    expect(news(page)).to_be_in_viewport()
    assert read_now.bounding_box() == before


def test_shows_votes_in_place_and_keeps_the_own(page, read, say, ada, ben, mona, rights):
    rights(GUEST={"COMMENT", "SKIP_QUEUE", "VOTE_COUNTED"})
    comment = say(ada)
    read(page)
    page.get_by_role("button", name="Vote up").click()
    expect(page.locator(".vote__score > [aria-hidden]")).to_have_text("1")
    for voter in (ben, mona):
        commands.cast_vote(comment=comment, voter=voter, value=1, at=NOON)
    expect(page.locator(".vote__score > [aria-hidden]")).to_have_text("3")
    expect(page.get_by_role("button", name="Vote up")).to_have_attribute("aria-pressed", "true")


def test_an_answer_that_comes_late_hides_no_newer_votes(page, read, say, ada, ben, mona, rights):
    rights(GUEST={"COMMENT", "SKIP_QUEUE", "VOTE_COUNTED"})
    comment = say(ada)
    read(page)
    held = []
    page.route("**/vote/", lambda route: held.append((route, route.fetch())))
    page.get_by_role("button", name="Vote up").click()
    wait_until(page, lambda: held)
    for voter in (ben, mona):
        commands.cast_vote(comment=comment, voter=voter, value=1, at=NOON)
    expect(page.locator(".vote__score > [aria-hidden]")).to_have_text("3")

    [(route, answer)] = held
    with page.expect_response("**/vote/"):
        route.fulfill(response=answer)
    page.wait_for_timeout(200)

    expect(page.locator(".vote__score > [aria-hidden]")).to_have_text("3")


def test_takes_removed_words_away_at_once(page, read, say, ada, mona):
    comment = say(ada, "Buy my pills.")
    say(ada, "Something else.")
    read(page)
    commands.remove_comment(comment=comment, moderator=mona, reason="Advertising.", at=NOON)
    expect(comment_of(page, comment)).to_contain_text("Removed: Advertising.")
    expect(page.get_by_text("Buy my pills.")).to_have_count(0)
    expect(page.locator("#discussion-title")).to_have_text("1 comment")

    commands.restore_comment(comment=comment, moderator=mona, at=NOON)
    expect(comment_of(page, comment)).to_contain_text("Buy my pills.")
    expect(news(page)).to_be_hidden()


def test_keeps_the_focus_and_an_open_reply_when_a_comment_changes(page, read, say, ada, ben):
    comment = say(ada, "The ferry is late.")
    read(page)
    page.get_by_role("link", name="Reply to Ada").click()
    page.get_by_label("Your reply").fill("Half a thought")
    commands.edit_comment(
        comment=comment, editor=ada, source="The ferry is **early**.", at=comment.posted_at
    )
    expect(page.get_by_text("The ferry is early.")).to_be_visible()
    expect(comment_of(page, comment)).to_contain_text("edited")
    expect(page.get_by_label("Your reply")).to_be_focused()
    expect(page.get_by_label("Your reply")).to_have_value("Half a thought")


def test_does_not_announce_the_readers_own_words(open_browser, read, say, discussion, ada, ben):
    say(ada, "The ferry is late.")
    page = read(open_browser(reader=ben))
    seen = read(open_browser())
    page.get_by_label("Join the discussion").fill("It always is.")
    page.get_by_role("button", name="Post").click()
    expect(page.get_by_text("It always is.")).to_be_visible()
    expect(news(seen)).to_have_text("1 new comment")
    expect(page.locator("#discussion-title")).to_have_text("2 comments")
    expect(news(page)).to_be_hidden()


def test_announces_no_reply_that_it_cannot_show(page, read, say, ada, ben):
    first = say(ada, "The ferry is late.")
    for number in range(6):
        last = say(ben, f"Reply {number}.", to=first)
    read(page)
    assert comment_of(page, last).count() == 0
    say(ada, "To what is not shown.", to=last)
    say(ada, "To what is shown.", to=first)
    expect(news(page)).to_have_text("1 new comment")
    news(page).click()
    expect(page.get_by_text("To what is shown.")).to_be_visible()
    expect(page.get_by_text("To what is not shown.")).to_have_count(0)


def test_pauses_while_nobody_looks_and_misses_nothing(page, read, say, hub, discussion, ada):
    say(ada)
    read(page)
    look(page, "hidden")
    wait_until(page, lambda: not listening(hub, discussion))
    say(ada, "While nobody looked.")
    page.wait_for_timeout(300)
    expect(news(page)).to_be_hidden()
    look(page, "visible")
    expect(news(page)).to_have_text("1 new comment")
    wait_until(page, lambda: listening(hub, discussion) == 1)


def look(page, state):
    """Chromium without a screen never hides a page: say so in its place."""
    page.evaluate(
        """state => {
        Object.defineProperty(document, "hidden", { value: state === "hidden", configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
        }""",
        state,
    )


def test_comes_back_by_itself_and_misses_nothing(page, read, say, live, hub, discussion, ada):
    say(ada)
    read(page)
    for reader in hub._topics[discussion.key].readers:
        reader.end()  # from another thread, which wakes at the next message
    say(ada, "Meanwhile.")
    expect(news(page)).to_have_text("1 new comment", timeout=15_000)


def test_asks_now_and_then_where_no_stream_can_be_had(open_browser, say, discussion, ada):
    page = open_browser()
    page.clock.install()
    page.route("**/live/**", lambda route: route.fulfill(status=503))
    say(ada)
    with page.expect_response("**/live/**"):
        page.goto(discussion.url)
    say(ada, "New.")
    run_until(page, lambda: news(page).is_visible())
    expect(news(page)).to_have_text("1 new comment")


def test_opens_no_stream_where_every_byte_counts(open_browser, say, discussion, ada):
    page = open_browser()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"
    )
    page.clock.install()
    say(ada)
    page.goto(discussion.url)
    page.clock.run_for(60_000)
    assert not [url for url in asked if "/live/" in url or "/changes/" in url]
    run_until(page, lambda: any("/changes/" in url for url in asked))
    assert not [url for url in asked if "/live/" in url]


def test_says_that_the_discussion_was_closed_and_offers_no_reply(
    page, read, say, discussion, ada, mona
):
    say(ada)
    read(page)
    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    expect(page.get_by_text("This discussion was closed just now.")).to_be_visible()
    expect(page.get_by_role("link", name="Reply to Ada")).to_be_hidden()
    page.get_by_role("link", name="Show it as it is").click()
    expect(page.get_by_text("This discussion is closed. What was said stays.")).to_be_visible()


def test_a_thread_and_a_comments_page_are_live_too(open_browser, read, say, ada, ben):
    first = say(ada, "The ferry is late.")
    for address in (f"/comments/{first.pk}/thread/", f"/comments/{first.pk}/"):
        page = read(open_browser(), address)
        reply = say(ben, f"Seen at {address}.", to=first)
        say(ben, "Of another thread.")
        expect(news(page)).to_have_text("1 new comment")
        news(page).click()
        expect(comment_of(page, reply)).to_be_focused()
        page.close()


def test_can_be_used_by_keyboard_and_found_by_axe(open_browser, read, say, discussion, ada):
    first = say(ada, "The ferry is late.")
    page = read(open_browser(viewport=NARROW, bypass_csp=True))
    reply = say(ada, "It came.", to=first)
    expect(news(page)).to_be_visible()
    assert page.evaluate(OVERFLOW) == 0
    assert violations(page) == {}
    news(page).focus()
    page.keyboard.press("Enter")
    expect(comment_of(page, reply)).to_be_focused()
    assert violations(page) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_can_be_read_in_every_colour_scheme(open_browser, read, say, discussion, ada, mona, scheme):
    say(ada)
    page = read(open_browser(color_scheme=scheme, bypass_csp=True))
    say(ada, "New.")
    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    expect(page.get_by_text("was closed just now")).to_be_visible()
    assert violations(page, only=["color-contrast"]) == {}
