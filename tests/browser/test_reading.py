"""Reading a discussion in a browser, with JavaScript and without."""

import re

from playwright.sync_api import expect

from factories.discussion import fill


def test_shows_everything_that_was_said_in_tree_order(any_page, discussion, say, ada, ben):
    first = say(ada, "The ferry is late.")
    say(ben, "A new thread.")
    say(ben, "It always is.", to=first)
    any_page.goto(discussion.url)
    expect(any_page.get_by_role("heading", name="3 comments")).to_be_visible()
    words = any_page.locator(".comment__words").all_inner_texts()
    assert words == ["A new thread.", "The ferry is late.", "It always is."]


def test_sorts_threads_by_a_link(any_page, discussion, say, ada, ben):
    say(ada, "Earlier.")
    say(ben, "Later.")
    any_page.goto(discussion.url)
    any_page.get_by_role("link", name="Oldest").click()
    expect(any_page.get_by_role("link", name="Oldest")).to_have_attribute("aria-current", "true")
    assert any_page.locator(".comment__words").all_inner_texts() == ["Earlier.", "Later."]


def test_shows_more_threads(any_page, discussion, ada):
    fill(discussion, ada, threads=45)
    any_page.goto(discussion.url)
    expect(any_page.locator(".thread")).to_have_count(20)
    any_page.get_by_role("link", name="Show more").click()
    expect(any_page.get_by_text("Comment 24.", exact=True)).to_be_visible()
    any_page.get_by_role("link", name="Show more").click()
    expect(any_page.get_by_text("Comment 0.", exact=True)).to_be_visible()
    expect(any_page.get_by_role("link", name="Show more")).to_have_count(0)


def test_unfolds_the_replies_of_a_thread(any_page, discussion, ada):
    fill(discussion, ada, threads=1, replies=17)
    any_page.goto(discussion.url)
    expect(any_page.locator(".comment")).to_have_count(5)
    any_page.get_by_role("link", name="Show 13 more replies").click()
    expect(any_page.get_by_text("Comment 16.")).to_be_visible()
    expect(any_page.get_by_role("link", name=re.compile("more repl"))).to_have_count(0)


def test_leads_to_the_hottest_and_the_most_reacted_thread(any_page, discussion, say, ada, ben):
    from broadsheet.discussion import commands

    hot, reacted = say(ada, "Answered."), say(ada, "Voted on.")
    say(ben, "An answer.", to=hot)
    commands.cast_vote(comment=reacted, voter=ben, value=-1, at=reacted.posted_at)
    any_page.goto(discussion.url)
    any_page.get_by_role("link", name="Hottest thread").click()
    assert any_page.locator(".comment__words").all_inner_texts() == ["Answered.", "An answer."]
    any_page.goto(discussion.url)
    any_page.get_by_role("link", name="Most reacted", exact=True).first.click()
    assert any_page.locator(".comment__words").all_inner_texts() == ["Voted on."]


def test_shows_one_comment_with_what_it_answers(any_page, discussion, say, ada, ben):
    deep = first = say(ada, "First.")
    for number in range(6):
        deep = say(ben, f"Reply {number}.", to=deep)
    say(ada, "Below.", to=deep)
    any_page.goto(f"/comments/{deep.pk}/")
    expect(any_page.get_by_text("2 more comments stand above")).to_be_visible()
    words = any_page.locator(".comment__words").all_inner_texts()
    assert words == ["Reply 1.", "Reply 2.", "Reply 3.", "Reply 4.", "Reply 5.", "Below."]
    any_page.get_by_role("link", name="The whole thread").click()
    expect(any_page.locator(f"#comment-{first.pk}")).to_be_visible()
    any_page.get_by_role("link", name="The ferry question").click()
    expect(any_page.get_by_role("heading", name="8 comments")).to_be_visible()


def test_leads_to_a_comment_nearby_without_leaving_the_page(page, discussion, say, ada, ben):
    first = say(ada, "First.")
    for number in range(3):
        say(ben, f"Reply {number}.", to=first)
    page.goto(discussion.url)
    page.locator(".comment__answers a").last.click()
    expect(page.locator(f"#comment-{first.pk}")).to_be_focused()
    assert page.url.endswith(f"{discussion.url}#comment-{first.pk}")


def test_shows_everything_on_one_plain_page(any_page, discussion, ada):
    fill(discussion, ada, threads=3, replies=30)
    any_page.goto(discussion.url)
    any_page.get_by_role("link", name="View all comments").click()
    expect(any_page.locator("article")).to_have_count(93)


def test_a_closed_discussion_can_be_read_but_not_answered(any_page, discussion, say, ada, mona):
    from django.utils import timezone

    from broadsheet.discussion import commands

    say(ada, "The ferry is late.")
    commands.close_discussion(discussion=discussion, moderator=mona, at=timezone.now())
    any_page.goto(discussion.url)
    expect(any_page.get_by_text("This discussion is closed.")).to_be_visible()
    expect(any_page.get_by_text("The ferry is late.")).to_be_visible()
    expect(any_page.get_by_role("link", name="Reply to Ada")).to_have_count(0)
    expect(any_page.get_by_role("button", name="Post comment")).to_have_count(0)
    expect(any_page.get_by_role("button", name="Vote up")).to_have_count(0)
