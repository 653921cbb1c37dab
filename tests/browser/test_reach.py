"""Who can use the page: by keyboard alone, on a narrow screen, enlarged, right to left, with a screen reader."""

import pytest
from playwright.sync_api import expect

from broadsheet.discussion import commands
from factories.accessibility import SCHEMES, violations
from factories.discussion import fill
from factories.moments import NOON

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
NARROW = {"width": 320, "height": 640}


@pytest.fixture
def lively(discussion, say, ada, ben, mona):
    """A discussion with everything in it."""
    first = say(
        ada,
        "The **ferry** is late: https://example.org/"
        + "a-long-address/" * 20
        + "\n\n`"
        + "x" * 300
        + "`",
    )
    deep = first
    for number in range(9):
        deep = say(ben if number % 2 else mona, f"Reply {number}", to=deep)
    say(ben, f"> Reply 0\n>\n> — [Mona](/comments/{first.pk + 1}/)\n\nTrue.", to=first)
    say(ada, "أعتقد أن المشكلة في الميناء نفسه، وليس في العبّارة.")
    removed, withdrawn, closed = say(ben, "Buy."), say(ben, "Never mind."), say(ada, "Closed.")
    commands.remove_comment(comment=removed, moderator=mona, reason="Advertising.", at=NOON)
    commands.withdraw_comment(comment=withdrawn, author=ben, at=NOON)
    commands.close_thread(comment=closed, moderator=mona, at=NOON)
    commands.pin_thread(comment=first, moderator=mona, at=NOON)
    commands.feature_comment(comment=deep, moderator=mona, at=NOON)
    commands.edit_comment(
        comment=first, editor=ada, source=first.source + " Edited.", at=first.posted_at
    )
    commands.cast_vote(comment=first, voter=ben, value=1, at=NOON)
    return first, deep


def addresses(discussion, first, deep):
    return {
        "discussion": discussion.url,
        "thread": f"/comments/{first.pk}/thread/",
        "comment": f"/comments/{deep.pk}/",
        "history": f"/comments/{first.pk}/history/",
        "reply": f"/comments/{first.pk}/reply/?quote=1",
        "actions": f"/comments/{first.pk}/actions/",
        "whole": f"/discussions/{discussion.key}/all/",
        "held": f"/discussions/{discussion.key}/held/",
    }


@pytest.mark.parametrize(("scheme", "rules"), SCHEMES)
def test_axe_finds_nothing_on_any_page(open_browser, discussion, lively, mona, scheme, rules):
    page = open_browser(
        reader=mona, color_scheme=scheme, bypass_csp=True
    )  # axe writes inline styles
    found = {}
    for name, address in addresses(discussion, *lively).items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        if name == "discussion":
            page.get_by_role("button", name="More").first.click()
            page.get_by_role("button", name="Remove").first.click()
            page.locator("[data-reply]").first.click()
            expect(page.locator("[busy]")).to_have_count(0)
        found[name] = violations(page, only=rules)
    assert not any(found.values()), found


def test_nothing_is_wider_than_a_narrow_screen(open_browser, discussion, lively, mona):
    page = open_browser(reader=mona, viewport=NARROW)
    wider = {}
    for name, address in addresses(discussion, *lively).items():
        page.goto(address)
        page.wait_for_load_state("networkidle")
        if name == "discussion":
            page.get_by_role("link", name="more repl").first.click()
            expect(page.get_by_text("Reply 8")).to_be_visible()
            page.locator(f"#comment-{lively[1].pk} [data-reply]").click()
        if overflow := page.evaluate(OVERFLOW):
            wider[name] = overflow
    assert wider == {}


def test_reads_enlarged_four_times(open_browser, discussion, lively):
    # 1280 × 1024 pixels at 400 % are 320 × 256 (WCAG 2.2, 1.4.10).
    page = open_browser(viewport={"width": 320, "height": 256}, device_scale_factor=4)
    page.goto(discussion.url)
    assert page.evaluate(OVERFLOW) == 0
    page.get_by_role("link", name="Reply to Ada").first.click()
    expect(page.get_by_label("Your reply")).to_be_in_viewport()


def test_reads_from_right_to_left(open_browser, discussion, lively, settings):
    settings.LANGUAGE_CODE = "ar"
    page = open_browser(viewport=NARROW)
    page.goto(discussion.url)
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.evaluate(OVERFLOW) == 0
    first, reply = (
        page.locator(f".comment[data-depth='{depth}'] article").first.bounding_box()
        for depth in (0, 1)
    )
    assert reply["x"] + reply["width"] < first["x"] + first["width"]


def test_fingers_find_every_control(open_browser, discussion, lively):
    page = open_browser(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(discussion.url)
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    small = page.evaluate(
        """[...document.querySelectorAll('.discussion :is(button, .comment__control, .thread__more a)')]
        .filter(one => one.checkVisibility() && Math.min(one.offsetHeight, one.offsetWidth) < 44)
        .map(one => one.outerHTML)"""
    )
    assert small == []


def test_everything_can_be_done_by_keyboard(page, discussion, say, ada, rights):
    rights(GUEST={"COMMENT", "SKIP_QUEUE", "VOTE_COUNTED"})
    say(ada, "The ferry is late.")
    page.goto(discussion.url)

    def tab_to(role, name):
        target = page.get_by_role(role, name=name)
        for _ in range(60):
            page.keyboard.press("Tab")
            if target.evaluate("one => one === document.activeElement"):
                outline = target.evaluate("one => getComputedStyle(one).outlineStyle")
                assert outline != "none"
                return
        raise AssertionError(f"Tab does not reach {role} “{name}”")

    tab_to("button", "Vote up")
    page.keyboard.press("Space")
    expect(page.locator(".vote__score > [aria-hidden]")).to_have_text("1")
    tab_to("link", "Reply to Ada")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Your reply")).to_be_focused()
    page.keyboard.type("Again?")
    page.keyboard.press("Tab")
    expect(page.get_by_label("Name").last).to_be_focused()
    page.keyboard.type("Carla")
    page.keyboard.press("Enter")
    expect(page.locator(".comment:focus")).to_contain_text("Again?")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "document.activeElement.closest('.comment').textContent.includes('Again?')"
    )


def test_names_the_parent_to_screen_readers_and_where_it_cannot_be_seen(
    page, discussion, say, ada, ben
):
    deep = say(ada, "First.")
    for number in range(8):
        deep = say(ben if number % 2 == 0 else ada, f"Reply {number}", to=deep)
    page.goto(f"/comments/{deep.thread_id}/thread/")
    answers = page.locator(".comment__answers")
    expect(answers).to_have_count(8)
    assert answers.nth(0).bounding_box()["width"] <= 1
    assert answers.nth(7).bounding_box()["width"] > 50
    expect(answers.nth(7).get_by_role("link")).to_have_attribute(
        "href", f"/comments/{deep.parent_id}/"
    )


def test_a_chain_of_a_thousand_is_drawn_at_six_steps(page, discussion, ada):
    fill(discussion, ada, chain=1_000)
    page.goto(discussion.url)
    page.get_by_role("link", name="more replies").click()
    expect(page.locator(".comment")).to_have_count(105)
    assert page.locator("[data-depth='60']").get_attribute("data-indent") == "6"
    assert page.locator("[data-depth='60'] article").bounding_box()["width"] > 400


def test_what_is_on_the_screen_stays_where_it_is_while_more_is_loaded(page, discussion, ada):
    fill(discussion, ada, threads=40, replies=8)
    page.goto(discussion.url)
    link = page.get_by_role("link", name="Show 4 more replies").nth(2)
    link.scroll_into_view_if_needed()
    above = page.locator(".thread").nth(2).locator(".comment").last
    before = above.bounding_box()["y"]
    link.click()
    expect(page.locator(".thread").nth(2).locator(".comment")).to_have_count(9)
    assert (
        abs(page.locator(".thread").nth(2).locator(".comment").nth(4).bounding_box()["y"] - before)
        < 1
    )
    expect(page.locator(".comment:focus")).to_have_count(1)

    page.get_by_role("link", name="Show more", exact=True).scroll_into_view_if_needed()
    last = page.locator(".thread").nth(19)
    before = last.bounding_box()["y"]
    page.get_by_role("link", name="Show more", exact=True).click()
    expect(page.locator(".thread")).to_have_count(40)
    assert abs(last.bounding_box()["y"] - before) < 1
    expect(page.locator(".comment:focus")).to_have_count(1)


def test_loading_the_page_moves_nothing(open_browser, discussion, lively, mona):
    page = open_browser(reader=mona)
    page.goto(discussion.url)
    page.wait_for_load_state("networkidle")
    shifts = page.evaluate(
        """() => new Promise((resolve) => new PerformanceObserver((list) =>
        resolve(list.getEntries().reduce((sum, one) => sum + one.value, 0)))
        .observe({ type: "layout-shift", buffered: true }) || setTimeout(() => resolve(0), 500))"""
    )
    assert shifts < 0.1  # "good" by web.dev/cls
