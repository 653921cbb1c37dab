"""A reader's own pages, drafts, follows and ignored people, in a real browser."""

import pytest
from django.utils import timezone

from broadsheet.accounts.models import User
from broadsheet.discussion import commands
from broadsheet.discussion.models import Comment, Follow, IgnoredPerson
from factories.accessibility import SCHEMES, violations
from factories.discussion import say

PAGES = [
    "/account/",
    "/account/comments/",
    "/account/votes/",
    "/account/drafts/",
    "/account/follows/",
    "/account/ignored/",
    "/account/settings/",
    "/account/sessions/",
    "/account/data/",
    "/account/data/erase/",
]


def now():
    return timezone.now()


@pytest.fixture
def full(discussion, ada, ben):
    """Ada has something on every page."""
    mine = say(discussion, ada, "The ferry is late again.", at=now())
    his = say(discussion, ben, "Nobody says why.", to=mine, at=now())
    commands.cast_vote(comment=his, voter=ada, value=1, at=now())
    commands.follow_discussion(discussion=discussion, reader=ada, is_on=True, at=now())
    commands.ignore_person(person=ben, reader=ada, at=now())
    return his


@pytest.mark.parametrize(("scheme", "rules"), SCHEMES)
def test_every_page_can_be_used_by_everybody_on_any_screen(open_browser, full, ada, scheme, rules):
    page = open_browser(
        reader=ada,
        viewport={"width": 320, "height": 640},
        color_scheme=scheme,
        bypass_csp=True,  # axe writes inline styles
    )
    for address in PAGES:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 320, f"{address} is {wide} pixels wide"
        assert violations(page, only=rules) == {}, address


def test_the_pages_work_with_and_without_javascript(browse_as, full, ada):
    page = browse_as(ada)
    page.goto("/account/")
    for label in ("Comments", "Votes", "Followed", "Ignored"):
        page.get_by_role("navigation", name="Your pages").get_by_role("link", name=label).click()
        current = page.locator(".own-ways [aria-current=page]")
        assert current.inner_text() == label
    page.get_by_role("button", name="Ignore no more").click()
    page.get_by_text("You ignore nobody.").wait_for()
    assert not IgnoredPerson.objects.filter(reader=ada).exists()


# Drafts


def test_what_was_typed_is_there_again_and_can_be_discarded(page, discussion):
    page.goto(discussion.url)
    body = page.get_by_label("Be the first to comment")
    body.fill("Half a thought")
    page.reload()
    assert body.input_value() == "Half a thought"
    note = page.locator(".comment-form__kept")
    assert note.is_visible()

    page.get_by_role("button", name="Discard it").click()

    assert body.input_value() == ""
    assert not note.is_visible()
    page.reload()
    assert body.input_value() == ""


def test_drafts_are_listed_on_the_device_and_lead_back(open_browser, discussion, ada, ben):
    comment = say(discussion, ben, "Answer me.", at=now())
    page = open_browser(reader=ada)
    page.goto("/account/drafts/")
    assert page.get_by_text("This device holds no drafts.").is_visible()
    page.goto(f"/comments/{comment.pk}/")
    page.get_by_role("link", name="Reply").click()
    page.get_by_label("Your reply").fill("Well, <b>perhaps</b>")

    page.goto("/account/drafts/")
    assert page.get_by_text("Well, <b>perhaps</b>").is_visible()
    page.locator("bs-drafts a").click()
    page.get_by_role("link", name="Reply").click()
    assert page.get_by_label("Your reply").input_value() == "Well, <b>perhaps</b>"

    page.goto("/account/drafts/")
    page.get_by_role("button", name="Discard").click()
    assert page.get_by_text("This device holds no drafts.").is_visible()
    assert page.evaluate("Object.keys(localStorage).length") == 0


def test_old_drafts_and_more_than_fifty_are_forgotten(open_browser, ada, discussion):
    page = open_browser(reader=ada)
    page.goto("/account/drafts/")
    page.evaluate(
        """() => {
          const keep = (n, at) => localStorage[`draft /discussions/d${n}/comments/ `] =
            JSON.stringify(["Words", "", at, `No. ${n}`]);
          for (let n = 0; n < 60; n++) keep(n, Date.now() - n * 1000);
          keep("old", Date.now() - 31 * 24 * 3600e3);
          localStorage["draft broken"] = "{";
          localStorage["not ours"] = "1";
        }"""
    )
    page.reload()

    assert page.locator("bs-drafts li").count() == 50
    assert page.locator("bs-drafts a").first.inner_text() == "No. 0"
    assert page.evaluate("Object.keys(localStorage).length") == 51
    page.evaluate("localStorage.clear()")


def test_without_script_the_page_says_so(open_browser, ada):
    page = open_browser(javascript=False, reader=ada)
    page.goto("/account/drafts/")

    assert page.get_by_text("nothing that you type is kept").is_visible()


def test_what_is_posted_is_no_draft_any_more(open_browser, discussion, ada):
    page = open_browser(reader=ada)
    page.goto(discussion.url)
    page.get_by_label("Be the first to comment").fill("Whole thought")
    page.get_by_role("button", name="Post comment").click()
    page.locator(".comment").wait_for()

    assert page.evaluate("Object.keys(localStorage).length") == 0


# Follows


def test_follows_and_follows_no_more_by_one_button(open_browser, discussion, ada):
    page = open_browser(reader=ada)
    page.goto(discussion.url)
    button = page.get_by_role("button", name="Follow this discussion")
    assert button.get_attribute("aria-pressed") == "false"

    button.click()
    page.locator("bs-follow[on]").wait_for()
    page.reload()
    page.locator("bs-follow[on]").wait_for()
    assert Follow.objects.get(reader=ada).is_on

    button.focus()
    page.keyboard.press("Enter")
    page.locator("bs-follow:not([on])").wait_for()
    page.wait_for_function("!document.querySelector('bs-follow[busy]')")
    assert not Follow.objects.get(reader=ada).is_on


def test_who_looks_has_seen_what_is_new(open_browser, discussion, ada, ben):
    commands.follow_discussion(discussion=discussion, reader=ada, is_on=True, at=now())
    say(discussion, ben, at=now())
    page = open_browser(reader=ada)
    page.goto("/account/follows/")
    assert page.get_by_role("button", name="Read 1 new comment").is_visible()

    with page.expect_response("**/seen/"):
        page.goto(discussion.url)

    page.goto("/account/follows/")
    assert page.get_by_role("button", name="Nothing new").is_visible()


# Ignoring


def test_comments_fold_to_a_line_that_the_keyboard_opens(open_browser, discussion, ada, full):
    page = open_browser(reader=ada, bypass_csp=True)
    page.goto(discussion.url)
    folded = page.locator(f"#comment-{full.pk}")
    folded.locator(".comment__folded").wait_for()
    assert not folded.locator("article").is_visible()
    assert page.locator(".comment:not([data-folded]) article").first.is_visible()
    button = folded.get_by_role("button", name="Show")
    assert button.get_attribute("aria-expanded") == "false"

    button.focus()
    page.keyboard.press("Enter")
    assert folded.get_by_text("Nobody says why.").is_visible()
    assert button.get_attribute("aria-expanded") == "true"
    assert page.evaluate("document.activeElement.textContent") == "Show"
    assert violations(page) == {}

    page.keyboard.press("Enter")
    assert not folded.locator("article").is_visible()


def test_replies_below_stay_where_they_are(open_browser, discussion, ada, mona, full):
    below = say(discussion, mona, "I can tell you.", to=full, at=now())
    page = open_browser(reader=ada)
    page.goto(discussion.url)
    page.locator(f"#comment-{full.pk} .comment__folded").wait_for()

    assert page.locator(f"#comment-{below.pk}").get_by_text("I can tell you.").is_visible()


def test_what_one_reads_stays_in_its_place(open_browser, discussion, ada, ben):
    for n in range(12):
        say(discussion, ben, f"Number {n}. " + "Many words about the ferry. " * 30, at=now())
    read = say(discussion, ada, "This is what I read.", at=now())
    for n in range(6):
        say(discussion, ben, f"Later {n}. " + "Many words about the ferry. " * 30, at=now())
    commands.ignore_person(person=ben, reader=ada, at=now())
    page = open_browser(reader=ada, viewport={"width": 800, "height": 600})
    page.route("**/overlay/**", lambda route: route.fulfill(json={"viewer": None}))
    page.goto(discussion.url)
    comment = page.locator(f"#comment-{read.pk}")
    comment.evaluate("(element) => element.scrollIntoView()")
    page.mouse.wheel(0, -100)
    page.wait_for_timeout(300)
    before = comment.bounding_box()["y"]

    ignored = list(Comment.objects.filter(author=ben).values_list("pk", flat=True))
    page.evaluate(
        """(ignored) => document.querySelector("bs-overlay").dispatchEvent(
          new CustomEvent("bs:reader-known", { bubbles: true, detail: { ignored, follows: [] } }))""",
        ignored,
    )
    page.wait_for_timeout(300)

    assert page.locator(".comment[data-folded]").count() == 18
    assert abs(comment.bounding_box()["y"] - before) <= 2


# Going


def test_a_reader_goes_by_keyboard_and_nothing_is_left_on_the_device(
    browse_as, discussion, full, ada
):
    page = browse_as(ada)
    page.goto("/account/data/erase/")
    page.get_by_label("Erase it.").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Go on").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Really?").wait_for()
    page.get_by_role("button", name="Yes, forget me and my words").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Farewell").wait_for()

    assert not User.objects.get(pk=ada.pk).is_active
    page.goto("/account/")
    page.get_by_role("heading", name="Please sign in").wait_for()
