"""A quotation …"""

import pytest
from inertness import violations

from broadsheet.core.markup import Attribution, render
from broadsheet.core.markup.quotations import MAX_QUOTATIONS

REL = 'rel="nofollow ugc noopener noreferrer"'
QUOTE = "> I **never** said so.\n>\n> — [Ada](/comments/123/)\n\nYou did."


class Archive:
    """Knows what stands in which comment, and remembers what it was asked."""

    def __init__(self, **said):
        self.said = {int(number.removeprefix("c")): words for number, words in said.items()}
        self.asked = []

    def __call__(self, comment_id, words):
        self.asked.append((comment_id, words))
        if words in self.said.get(comment_id, ""):
            return Attribution(name="Ada Lovelace", url=f"/comments/{comment_id}/")
        return None


def test_shows_who_said_it_and_where():
    rendered = render(QUOTE, attribute=Archive(c123="I never said so."))

    assert rendered.html == (
        '<blockquote class="quotation"><p>I never said so.</p>\n'
        f'<cite><a href="/comments/123/" {REL}><bdi>Ada Lovelace</bdi></a></cite></blockquote>\n'
        "<p>You did.</p>"
    )
    assert rendered.quotations == (123,)
    assert rendered.text == "I never said so.\n\n— Ada Lovelace\n\nYou did."
    assert rendered.own_words == "You did."
    assert rendered.links == ()


def test_is_a_mere_block_quote_if_nobody_said_it():
    for attribute in [None, Archive(c123="Something else.")]:
        rendered = render(QUOTE, attribute=attribute)

        assert rendered.html == (
            "<blockquote>\n<p>I <strong>never</strong> said so.</p>\n<p>— Ada</p>\n</blockquote>\n<p>You did.</p>"
        )
        assert rendered.quotations == ()


def test_shows_the_words_asked_about_and_nothing_the_writer_added():
    source = "> I ~~never~~ [stole](https://evil.example) `it`\n> <b>\n>\n> 7. once\n> 8. twice\n>\n> — [Ada](/comments/1/)"
    archive = Archive(c1="I never stole it\n<b>\n\nonce\ntwice")

    html = render(source, attribute=archive).html

    assert html.startswith(
        '<blockquote class="quotation"><p>I never stole it<br>\n&lt;b&gt;</p>\n<p>once<br>\ntwice</p>\n<cite>'
    )
    assert archive.asked == [(1, "I never stole it\n<b>\n\nonce\ntwice")]


def test_takes_the_name_from_the_archive_and_makes_it_safe():
    name = "</bdi></a><img src=x onerror=y>\u202eeve\n"
    rendered = render(
        QUOTE, attribute=lambda _id, _words: Attribution(name=name, url='/comments/9/"onclick="')
    )

    assert not violations(rendered.html, may_quote=True)
    assert "<bdi>&lt;/bdi&gt;&lt;/a&gt;&lt;img src=x onerror=y&gt;eve</bdi>" in rendered.html
    assert "<a href" not in rendered.html


@pytest.mark.parametrize(
    "line",
    [
        "- [Ada](/comments/123/)",
        "— Ada",
        "—[Ada](/comments/123/)",
        "— [Ada](/comments/123/) said",
        "— [Ada](/comments/123/)\n> and more",
        "— [Ada](/comments/123/) [Ben](/comments/124/)",
        "— [Ada](/comments/123)",
        "— [Ada](/comments/123/#a)",
        "— [Ada](https://elsewhere.example/comments/123/)",
        "— [Ada](/comments/0/)",
        f"— [Ada](/comments/{'9' * 5000}/)",
        "- — [Ada](/comments/123/)",
        "`— `[Ada](/comments/123/)",
    ],
)
def test_is_claimed_in_one_way_only(line):
    archive = Archive(c123="words")
    rendered = render(f"> words\n>\n> {line}", attribute=archive)

    assert not archive.asked
    assert 'class="quotation"' not in rendered.html
    assert 'href="/comments/' not in rendered.html


@pytest.mark.parametrize("words", ["", "> \u202e\n>\n", "> ```\n> ```\n>\n"])
def test_needs_words(words):
    archive = Archive(c123="")
    html = render(f"{words}> — [Ada](/comments/123/)", attribute=archive).html

    assert not archive.asked
    assert "— Ada" in html


def test_holds_no_other_quotation():
    """Real words around invented ones would lend these their proof."""
    source = "> > I hate cats.\n> >\n> > — [Ben](/comments/1/)\n>\n> I agree.\n>\n> — [Ada](/comments/2/)"
    archive = Archive(c1="I hate cats.", c2="I agree.")

    rendered = render(source, attribute=archive)

    assert archive.asked == [(1, "I hate cats.")]
    assert rendered.quotations == (1,)
    assert rendered.html.startswith(
        '<blockquote>\n<blockquote class="quotation"><p>I hate cats.</p>'
    )
    assert rendered.html.endswith("<p>I agree.</p>\n<p>— Ada</p>\n</blockquote>")


def test_may_stand_in_a_list_and_beside_others():
    source = "- > one\n  >\n  > — [A](/comments/1/)\n\n> two\n>\n> — [B](/comments/2/)\n\n> one\n>\n> — [A](/comments/1/)"

    rendered = render(source, attribute=Archive(c1="one", c2="two"))

    assert rendered.html.count('<blockquote class="quotation">') == 3
    assert rendered.quotations == (1, 2)


def test_is_asked_about_so_often_and_no_more():
    archive = Archive(c1="words")

    rendered = render("> words\n>\n> — [A](/comments/1/)\n\n---\n\n" * 100, attribute=archive)

    assert len(archive.asked) == MAX_QUOTATIONS
    assert rendered.html.count("quotation") == MAX_QUOTATIONS
    assert rendered.html.count("/comments/1/") == MAX_QUOTATIONS


@pytest.mark.parametrize(
    "source",
    [
        '<blockquote class="quotation"><p>a</p></blockquote>',
        '> a\n{: class="quotation"}',
        "```quotation\na\n```",
        '``` " class=quotation\na\n```',
        '[a](https://b.example "quotation")',
        '> <cite class="quotation">Ada</cite>',
        "&lt;blockquote class=&quot;quotation&quot;&gt;",
    ],
)
def test_cannot_be_forged_by_a_reader(source):
    html = render(source).html

    assert not violations(html)
    assert "<blockquote class" not in html
