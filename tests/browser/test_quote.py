"""Quoting: `bs-quote`, the Quote link, and what the server makes of it."""

import pytest
from playwright.sync_api import expect

from broadsheet.core.markup import render
from broadsheet.discussion.quoting import quotation_markdown

# Selects the characters of the first text node found by `selector`.
SELECT = """([selector, from, to]) => {
  const text = document.createTreeWalker(document.querySelector(selector), NodeFilter.SHOW_TEXT).nextNode();
  getSelection().setBaseAndExtent(text, from, text, to);
}"""


def post_reply(page, words):
    body = page.get_by_label("Your reply")
    body.press("Control+End")
    body.press_sequentially(words)
    page.get_by_label("Name").last.fill("Carla")
    page.get_by_role("button", name="Post reply").click()


def test_quotes_a_comment_by_its_link_and_the_quotation_is_marked(any_page, discussion, say, ada):
    said = say(ada, "It *was* 5 * 3.\n\n- one [x]\n- two_three\n\n1\\. no list")
    any_page.goto(discussion.url)
    any_page.get_by_role("link", name="Quote").click()
    post_reply(any_page, "Is that so?")
    quotation = any_page.locator(".quotation")
    expect(quotation).to_contain_text("5 * 3")
    expect(quotation.get_by_role("link")).to_have_attribute("href", f"/comments/{said.pk}/")


def test_quotes_selected_words_as_whole_words(page, discussion, say, ada):
    said = say(ada, "The ferry is late again, and nobody says why.")
    page.goto(discussion.url)
    page.evaluate(SELECT, [".comment__words p", 6, 16])
    page.get_by_role("button", name="Quote").click()
    expect(page.get_by_label("Your reply")).to_have_value(
        quotation_markdown(name="Ada", comment_id=said.pk, words="ferry is late")
    )
    post_reply(page, "Yes.")
    expect(page.locator(".quotation")).to_contain_text("ferry is late")


def test_leaves_out_what_others_said(page, discussion, say, ada, ben):
    first = say(ada, "The ferry is late.")
    say(
        ben,
        quotation_markdown(name="Ada", comment_id=first.pk, words="ferry is late")
        + "And it is cold.",
    )
    page.goto(discussion.url)
    page.get_by_role("link", name="Quote").first.click()
    assert "ferry" not in page.get_by_label("Your reply").input_value()
    assert "> And it is cold." in page.get_by_label("Your reply").input_value()
    page.evaluate(SELECT, [".quotation p", 0, 5])
    expect(page.get_by_role("button", name="Quote")).to_be_hidden()


def test_an_invented_quotation_is_not_marked(page, discussion, say, ada):
    said = say(ada, "The ferry is late.")
    page.goto(discussion.url)
    page.get_by_role("link", name="Quote").click()
    body = page.get_by_label("Your reply")
    body.fill(body.input_value().replace("late", "on time"))
    post_reply(page, "Really?")
    expect(page.locator(".comment")).to_have_count(2)
    expect(page.locator(".quotation")).to_have_count(0)
    expect(page.locator(f"blockquote a[href='/comments/{said.pk}/']")).to_have_count(0)


@pytest.mark.parametrize(
    "words",
    [
        "plain",
        "two\nlines",
        "two\n\nparagraphs",
        "*stars* _lines_ `ticks` [links](https://x.example/a_b) ~~no~~ <b> \\",
        "> quoted\n- item\n+ item\n-no item\n12. first\n12) first\n1.5",
        "AT&T &amp; &#38; & alone",
        "日本語。*強調*",
    ],
)
def test_writes_a_quotation_as_the_server_does(page, discussion, say, ada, words):
    say(ada, "Anything.")
    page.goto(discussion.url)
    module = page.evaluate(
        "[...performance.getEntriesByType('resource')].map(one => one.name).find(name => name.includes('quotation'))"
    )
    written = page.evaluate(
        "([module, said]) => import(module).then(one => one.quotationMarkdown(said))",
        [module, {"id": "12", "name": "Ada [L]", "words": words}],
    )
    assert written == quotation_markdown(name="Ada [L]", comment_id=12, words=words)
    assert render(written).text
