"""render, whatever is written …"""

from hypothesis import example, given, settings
from hypothesis import strategies as st
from inertness import CONTEXTS, hrefs_of, text_of, violations

from broadsheet.core.markup import Attribution, render
from broadsheet.core.markup.sanitising import sanitise
from broadsheet.core.text import normalise

PIECES = [
    *"*_~`<>[]()!&\\\"'#-+=|:/@.\n\t \0",
    *(
        "**",
        "~~",
        "```",
        "> ",
        "- ",
        "1. ",
        "    ",
        "](",
        "![",
        "<!--",
        "-->",
        "<![CDATA[",
        "</",
        "&#",
        "\r\n",
    ),
    *(
        "https://",
        "www.",
        "mailto:",
        "javascript:",
        "data:",
        "a@b.example",
        "b.example",
        "/comments/7/",
        "— [",
    ),
    *(
        "<script>",
        "<svg>",
        "<math>",
        "<style>",
        "<table>",
        "<select>",
        "<template>",
        "<noscript>",
        "<p title=",
    ),
    *(
        "\u202e",
        "\u2066",
        "\u200b",
        "\u2028",
        "\u0301",
        "\ud800",
        "\ufffe",
        "ſ",
        "K",
        "é",
        "字",
        "🏴",
    ),
]
texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map("".join)
texts |= st.text(alphabet=st.characters(exclude_categories=[]), max_size=300)


def believe(comment_id, words):
    return Attribution(name=words, url=f"/comments/{comment_id}/")


@settings(max_examples=150, deadline=None)
@given(texts)
@example("> a\n>\n> — [b](/comments/7/)")
@example("[a](https://b.example)" * 3)
def test_is_inert_alone_and_everywhere(source):
    rendered = render(source, attribute=believe)

    assert not violations(rendered.html, may_quote=True)
    for context in CONTEXTS:
        assert not violations(rendered.html, context=context, may_quote=True)
    assert sanitise(rendered.html) == rendered.html


@settings(max_examples=400, deadline=None)
@given(texts)
@example("- a\n\n  b\n- > c")
@example("~~https://b.example/_*_~~")
def test_tells_the_truth_about_what_it_shows(source):
    rendered = render(source, attribute=believe)

    absolute = [href for href in hrefs_of(rendered.html) if not href.startswith("/")]
    assert rendered.links == tuple(dict.fromkeys(absolute))
    shown = text_of(rendered.html)
    told = "".join(rendered.text.split())
    assert shown == told or shown == told.replace("—", "")
    assert len(rendered.own_words) <= len(rendered.text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_shows_every_character_of_a_fence(source):
    kept = normalise(source)

    rendered = render(f"{'`' * 400}\n{kept}\n{'`' * 400}")

    assert rendered.text == kept.strip() or "\n\n\n" in kept
    assert text_of(rendered.html) == "".join(kept.split())
