"""render …"""

from concurrent.futures import ThreadPoolExecutor

import pytest
from inertness import text_of, violations

from broadsheet.core.markup import MAX_LENGTH, render
from broadsheet.core.markup.sanitising import sanitise

REL = 'rel="nofollow ugc noopener noreferrer"'


def link(address, words=None):
    return f'<a href="{address}" {REL}>{words or address}</a>'


WRITTEN = {
    "a paragraph": ("Hello.", "<p>Hello.</p>"),
    "two paragraphs": ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
    "a line break": ("One\r\ntwo", "<p>One<br>\ntwo</p>"),
    "emphasis": ("*a* _b_", "<p><em>a</em> <em>b</em></p>"),
    "strong": ("**a** __b__", "<p><strong>a</strong> <strong>b</strong></p>"),
    "strikethrough": ("~~a~~", "<p><s>a</s></p>"),
    "an underscore in a word": ("snake_case_name", "<p>snake_case_name</p>"),
    "a list": ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
    "a numbered list": ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
    "a list in a list": (
        "- a\n  - b",
        "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>",
    ),
    "a block quote": ("> a\n> b", "<blockquote>\n<p>a<br>\nb</p>\n</blockquote>"),
    "code": ("`a < b`", "<p><code>a &lt; b</code></p>"),
    "a fence": ("```js\na < b\n```", "<pre><code>a &lt; b\n</code></pre>"),
    "indented code": ("a\n\n    b", "<p>a</p>\n<pre><code>b\n</code></pre>"),
    "a link": ("[a](https://b.example/c)", f"<p>{link('https://b.example/c', 'a')}</p>"),
    "a link with title": ('[a](https://b.example/ "t")', f"<p>{link('https://b.example/', 'a')}</p>"),
    "a link to a comment": ("[a](/comments/12/)", f"<p>{link('/comments/12/', 'a')}</p>"),
    "a link without words": ("[](https://b.example/)", f"<p>{link('https://b.example/')}</p>"),
    "an address in brackets": ("<https://b.example>", f"<p>{link('https://b.example')}</p>"),
    "a bare address": ("See https://b.example/a_b_c.", f"<p>See {link('https://b.example/a_b_c')}.</p>"),
    "a strong address": ("**https://b.example/a**", f"<p><strong>{link('https://b.example/a')}</strong></p>"),
    "www": ("www.b.example/x", f"<p>{link('http://www.b.example/x', 'www.b.example/x')}</p>"),
    "mail": ("ada@b.org", f"<p>{link('mailto:ada@b.org', 'ada@b.org')}</p>"),
    "a foreign letter": ("https://b.example/ä", f"<p>{link('https://b.example/%C3%A4', 'https://b.example/ä')}</p>"),
    "an escape": (r"\*a\*", "<p>*a*</p>"),
    "an entity": ("&copy; &amp;lt;", "<p>© &amp;lt;</p>"),
}  # fmt: skip

UNREAD = {
    "a heading": ("# a", "<p># a</p>"),
    "an underlined heading": ("a\n===", "<p>a<br>\n===</p>"),
    "a rule": ("a\n\n---", "<p>a</p>\n<p>---</p>"),
    "an image": ("![a](https://b.example/c.png)", f"<p>!{link('https://b.example/c.png', 'a')}</p>"),
    "a reference": ("[a]\n\n[a]: /b", "<p>[a]</p>\n<p>[a]: /b</p>"),
    "a table": ("|a|\n|-|\n|b|", "<p>|a|<br>\n|-|<br>\n|b|</p>"),
    "HTML": ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
    "a host alone": ("He saw it.So did I", "<p>He saw it.So did I</p>"),
    "www alone": ("www.dot", "<p>www.dot</p>"),
    "an unfinished address": ("https://", "<p>https://</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("source", "html"), WRITTEN.values(), ids=WRITTEN)
def test_understands(source, html):
    assert render(source).html == html


@pytest.mark.parametrize(("source", "html"), UNREAD.values(), ids=UNREAD)
def test_leaves_as_text(source, html):
    assert render(source).html == html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#10;script:alert(1)",
        "&#x6A;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://b.example/",
        "//b.example/",
        "/desk/",
        "/comments/1",
        "/comments/01/",
        "/comments/1/edit/",
        "/comments/1/?next=/",
        "/comments/१/",
        "/comments/1234567890123456789/",
        "../comments/1/",
        "b.example",
        "192.168.0.1:8000",
        "https:b.example",
        "https:///b.example",
        "https://bank.example@evil.example/",
        "https://bank.example%5C@evil.example/",
        "tel:123",
    ],
)
def test_links_to_no_other_address(address):
    for source in [f"[a]({address})", f"[a](<{address}>)", f"<{address}>"]:
        assert "<a" not in render(source).html


def test_tells_which_addresses_it_links_to():
    rendered = render(
        "https://b.example/?a=1&b=2 [x](https://c.example) https://c.example `https://d.example` [y](/comments/1/)"
    )

    assert rendered.links == ("https://b.example/?a=1&b=2", "https://c.example")


def test_gives_the_words_without_markup():
    rendered = render(
        "*One* `two`\nthree\n\n- four\n- five\n\n> six\n\n```\nseven\n```\n<eight> &amp;"
    )

    assert rendered.text == "One two\nthree\n\nfour\nfive\n\nsix\n\nseven\n\n<eight> &"


def test_tells_own_words_from_quoted_ones():
    rendered = render("> They said so.\n\nI did not.\n\n- a\n\n  > b\n- c")

    assert rendered.own_words == "I did not.\n\na\n\nc"


def test_leaves_nothing_out_that_is_nested_deeply():
    for mark in ["> ", "- ", "1. ", "> - "]:
        rendered = render(mark * 200 + "words")

        assert rendered.text.endswith("words")
        assert rendered.html.count("<blockquote>") + rendered.html.count("<li>") <= 17


def test_nests_emphasis_no_deeper_than_a_browser_can():
    rendered = render("*a **b " * 500 + "c** d*" * 500)

    assert rendered.html.count("<em>") + rendered.html.count("<strong>") < 500
    assert text_of(rendered.html) == "".join(rendered.text.split())


def test_makes_no_links_of_a_heap_of_brackets():
    assert "<a" not in render("[" * 401 + "a](/comments/1/)").html
    assert render("[a](/comments/1/)" * 400).html.count("<a") == 400


def test_makes_no_link_of_an_endless_address():
    assert not render("https://b.example/" + "a" * 5000).links


def test_refuses_what_is_too_long():
    assert render("a" * MAX_LENGTH).text

    with pytest.raises(ValueError, match="10001 characters"):
        render("a" * (MAX_LENGTH + 1))


def test_serves_many_threads_at_once():
    sources = [
        f"*{number}* www.b.example/{number} [a](https://c.example/{number})"
        for number in range(200)
    ]
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(render, sources))

    assert together == [render(source) for source in sources]


def test_lets_nothing_pass_even_if_the_parser_did():
    html = (
        '<p title="x" lang="y" onclick="z" class="quotation">a<script>b</script><img src=c>'
        '<a href="&#x2028;javascript:d" target="_top">e</a><blockquote class="held">f</blockquote>'
    )

    assert violations(html)
    assert not violations(sanitise(html))
    assert "b" not in text_of(sanitise(html)).replace("blockquote", "")
