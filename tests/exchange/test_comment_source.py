"""A comment's HTML in readers' Markdown …"""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.core.markup import render
from broadsheet.exchange.formats.wordpress.comment_source import comment_source


def shown(html):
    """What readers see of it, in HTML."""
    return render(comment_source(html).source).html


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Plain words.", "<p>Plain words.</p>"),
        ("One\ntwo\n\nthree", "<p>One<br>\ntwo</p>\n<p>three</p>"),
        ("<b>bold</b> and <i>slanted</i>", "<p><strong>bold</strong> and <em>slanted</em></p>"),
        ("<strong> spaced </strong>out", "<p><strong>spaced</strong> out</p>"),
        ("<em><strong>both</strong></em>", "<p><em><strong>both</strong></em></p>"),
        ("un<b>believ</b>able", "<p>unbelievable</p>"),
        ("<del>gone</del>", "<p><s>gone</s></p>"),
        ("<strong>one\n\ntwo</strong>", "<p>one</p>\n<p>two</p>"),
        ("<code>a`b</code>", "<p><code>a`b</code></p>"),
        ("<pre>x  =  1\n  y</pre>", "<pre><code>x  =  1\n  y\n</code></pre>"),
        (
            "<blockquote>said <b>so</b></blockquote>No.",
            "<blockquote>\n<p>said <strong>so</strong></p>\n</blockquote>\n<p>No.</p>",
        ),
        ("<ul><li>a</li><li>b</li></ul>", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ('<ol start="3"><li>c</li></ol>', '<ol start="3">\n<li>c</li>\n</ol>'),
        ("Fish &amp; chips &lt;3", "<p>Fish &amp; chips &lt;3</p>"),
        ("&amp;lt;b&amp;gt;", "<p>&amp;lt;b&amp;gt;</p>"),
        (
            "1. not a list\n- nor this\n> nor this",
            "<p>1. not a list<br>\n- nor this<br>\n&gt; nor this</p>",
        ),
        ("*stars* and _bars_ [x](y) `z` ~~w~~", "<p>*stars* and _bars_ [x](y) `z` ~~w~~</p>"),
        ("    indented", "<p>indented</p>"),
        ("I wrote <tag> here", "<p>I wrote &lt;tag&gt; here</p>"),
        ("<q>so</q>", "<p>“so”</p>"),
        ("<h2>Big</h2>small", "<p><strong>Big</strong></p>\n<p>small</p>"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "<p>a · b</p>"),
    ],
)
def test_means_the_same(html, expected):
    assert shown(html) == expected


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/a_(b)?c=d&e=f",
        "https://example.org/a_b_c",
        "https://example.org/x*y*z",
        "https://example.org/~user/?q=[1]",
    ],
)
def test_keeps_bare_addresses(address):
    rendered = render(comment_source(f"See {address}.").source)

    assert rendered.links == (
        address.replace("[", "%5B").replace("]", "%5D"),
    ) or rendered.links == (address,)
    assert rendered.text == f"See {address}."


def test_keeps_links_with_their_words():
    rendered = render(
        comment_source(
            '<a href="https://example.org/a_(b)?c=1&amp;d=2">the <b>minutes</b></a>'
        ).source
    )

    assert rendered.text == "the minutes"
    assert rendered.links == ("https://example.org/a_(b)?c=1&d=2",)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//x", "https://a@b.example/", "x y"]
)
def test_makes_words_of_links_that_lead_nowhere(address):
    read = comment_source(f'<a href="{address}">words</a>')

    assert read.source == "words"
    assert read.notes == ["A link that leads nowhere on the web became plain text."]


def test_opens_spoilers_and_says_so():
    read = comment_source('[spoiler title="Guess"]It was the wind.[/spoiler]')

    assert read.source == "Guess: It was the wind."
    assert len(read.notes) == 1


def test_leaves_scripts_out_and_says_so():
    read = comment_source("a<script>alert(1)</script>b")

    assert read.source == "ab"
    assert read.notes == ["<script> is left out."]


@given(
    st.text(
        alphabet=st.characters(
            codec="utf-8", exclude_characters="<&[\r\x00", exclude_categories=["C"]
        ),
        max_size=80,
    )
)
def test_shows_text_as_it_was(text):
    assert squeezed(render(comment_source(text).source).text) == squeezed(render_free(text))


@given(st.text(alphabet="ab *_`~[]()<>&#-+=.1\n\\!|:/", max_size=40))
def test_turns_nothing_into_markup_by_accident(text):
    html = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

    rendered = render(comment_source(html).source)

    assert squeezed(rendered.text) == squeezed(text)
    assert "<a " not in rendered.html
    assert not any(
        mark in rendered.html
        for mark in ("<em", "<strong", "<s>", "<ul", "<ol", "<blockquote", "<code")
    )


def render_free(text):
    """The text as any text is stored here: composed, without towers of marks."""
    from broadsheet.core.text import normalise

    return normalise(text)


@given(
    st.lists(
        st.sampled_from(
            ["<b>", "</b>", "<i>", "</i>", "<p>", "</p>", "<ul>", "<li>", "</ul>", "<blockquote>", "</blockquote>",
             "<code>", "</code>", "<a href='https://x.example'>", "</a>", "word ", "*", "_", "\n\n", "<br>", "- ", "1. "]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_loses_no_word_of_any_markup(parts):
    html = "".join(parts)

    rendered = render(comment_source(html).source)

    assert rendered.text.count("word") == html.count("word")


@pytest.mark.parametrize(
    "html",
    [
        "<b>" * 20_000 + "x",
        "<blockquote>" * 3_000 + "deep",
        "<font>" * 4_000 + "deep",
        "<font><p>" * 2_000 + "deep",
        "<ul><li>" * 2_000 + "deep",
        "<a href='https://x.example'>" * 4_000 + "deep",
        "&amp;" * 20_000,
        "[spoiler]" * 5_000,
    ],
    ids=lambda html: html[:20],
)
def test_reads_hostile_nesting_soon(html):
    begun = time.process_time()

    comment_source(html)

    assert time.process_time() - begun < 5
