"""Quoted words …"""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.core.markup import MAX_LENGTH, Attribution, render
from broadsheet.core.text import normalise, normalise_name
from broadsheet.discussion.quoting import quotation_markdown, stands_in
from factories.discussion import say

SAID = """The mayor is not a thief, she said — “don’t” print it: 1,500.50 at -5 degrees.

Well… no-one
came to the party. Café, naïve. 東京は日本の首都です。 हिन्दी में ผมชอบอ่าน"""


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        "is not a thief",
        "not a thief,",
        'she said - "don\'t" print',
        "don’t",
        "she said -- “don‘t”",
        "Well... no-one came   to\nthe party",
        "no-one\ncame",
        "no‑one",
        "1,500.50",
        "-5 degrees",
        "−5 degrees",
        "Cafe\u0301",
        "na\u00adïve",
        "日本の首都",
        "हिन्दी",
        "ชอบ",
    ],
)
def test_stand_where_they_were_said(words):
    assert stands_in(words, SAID)


@pytest.mark.parametrize(
    "words",
    [
        "is a thief",
        "he mayor",
        "art",
        "part",
        "don",
        "t",
        "one came",
        "no",
        "500.50",
        "1,500",
        "5 degrees",
        "The Mayor",
        "mayor […] thief",
        "mayor is … a thief",
        "… came to the party",
        "mayorisnot",
        "par ty",
        "Cafe",
        "हिन्द",
        "शहिन्दी",
        "",
        " \n",
        "…",
        "[…]",
        ".",
        "—",
        "“”",
        "\u200b",
    ],
)
def test_do_not_stand_where_they_were_not(words):
    assert not stands_in(words, SAID)


def test_stand_in_no_empty_text():
    assert not stands_in("words", "")
    assert not stands_in("", "")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200), st.text(max_size=50), st.text(max_size=50))
def test_stand_in_themselves_wherever_they_are_put(words, before, after):
    if stands_in(words, words):
        assert stands_in(words, f"{before}\n\n{words}\n\n{after}")


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a" * 5_000 + "b", "a" * 10_000),
        ("a " * 2_500 + "b", "a " * 5_000),
        ("a … " * 2_500, "a … " * 2_500),
        ("-" * 5_000, "-" * 10_000),
        ("1." * 5_000, "1." * 5_000),
        ("क़" * 5_000, "क़" * 5_000),
    ],
)
def test_are_looked_up_without_delay(words, text):
    began = time.process_time()
    stands_in(words, text)
    assert time.process_time() - began < 1


def test_are_written_as_a_quotation():
    assert quotation_markdown(name="Ada Lovelace", comment_id=123, words="One\ntwo.\n\nThree.") == (
        "> One\n> two.\n>\n> Three.\n>\n> — [Ada Lovelace](/comments/123/)\n\n"
    )


def test_are_written_so_that_they_are_read_as_words():
    words = "1. *a* https://b.example/c_d\n- [e](f) `g` <h> &amp;\n\n> i"
    markdown = quotation_markdown(name="A_*]", comment_id=1, words=words)

    assert markdown == (
        "> 1\\. \\*a\\* https\\://b.example/c\\_d\n> \\- \\[e\\](f) \\`g\\` \\<h> \\&amp;\n"
        ">\n> \\> i\n>\n> — [A\\_\\*\\]](/comments/1/)\n\n"
    )


@settings(max_examples=500, deadline=None)
@given(words=st.text(min_size=1, max_size=300), name=st.text(max_size=30))
@example(words="https://a.example/b_c_ and www.a.example/*d*", name="a")
@example(words="~~~\na\n~~~", name="www.a.example")
@example(words="1) a\n+ b\n-\n    c\n\\", name="]\\")
@example(words="— [Ben](/comments/2/)", name="[x](/comments/2/)")
def test_are_quoted_word_for_word(words, name):
    words = normalise(words)
    asked = []

    def attribute(comment_id, quoted):
        asked.append((comment_id, quoted))
        return Attribution(name=name, url=f"/comments/{comment_id}/")

    source = quotation_markdown(name=normalise_name(name), comment_id=7, words=words) + "Mine."
    rendered = render(source[:MAX_LENGTH], attribute=attribute)

    assert rendered.own_words == "Mine."
    if words.split():
        assert [(number, quoted.split()) for number, quoted in asked] == [(7, words.split())]
        assert rendered.quotations == (7,)


def test_are_credited_to_who_said_them_not_to_who_quoted_them(discussion, ada, ben):
    said = say(discussion, ada, "> Sell the harbour\n\nThey say. I say no.")
    for words, is_hers in [("Sell the harbour", False), ("They say. I say no.", True)]:
        quote = quotation_markdown(name="Ada", comment_id=said.pk, words=words)

        assert ('class="quotation"' in say(discussion, ben, quote + "Really?").html) is is_hers
