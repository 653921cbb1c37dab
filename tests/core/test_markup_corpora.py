"""render, fed with everything that is known to have broken other renderers …"""

import json
import re
import time
from itertools import cycle

import pytest
from inertness import CONTEXTS, hrefs_of, violations

from broadsheet.core.markup import MAX_LENGTH, Attribution, render
from broadsheet.core.markup.quotations import MAX_QUOTATIONS
from broadsheet.core.markup.sanitising import sanitise

CORPORA = [
    "xss_dompurify_a",
    "xss_owasp_filter_evasion",
    "xss_patt",
    "xss_payloadbox_a",
    "markdown_xss",
    "html_trees_a",
    "naughty_strings",
    "unicode_traps",
    "pathological_text",
    "commonmark_spec_examples",
    "open_redirect",
]
BATCH = 100
SLOW = [
    *(
        "www.",
        "://",
        "a://",
        "http://[",
        "http://a.b/(",
        "<http://",
        "a@b.example ",
        "mailto:a@",
        "[*a",
        "[a",
    ),
    *(
        "*_",
        "*a **b ",
        "~~a ~~b",
        "[a](b",
        "![a]",
        "> a\nb\n",
        ">\t",
        "- a\n\n",
        "1. ",
        "  - a\n",
        "`` ` ",
    ),
]
"""What made the parser, the finder of addresses, or our own rules slow while they were written."""
TAG = re.compile(r"<([a-z]+)")
SECONDS_AT_WORST = 1.5  # a quarter of a second where it was written; room for a busy machine


def strings(folder):
    for corpus in CORPORA:
        for item in json.loads((folder / f"{corpus}.json").read_text())["items"]:
            if isinstance(item, str):
                yield item
            elif "unit" in item:
                yield item["unit"] * 200  # at full length below
            else:
                yield item.get("markdown") or item["payload"]


@pytest.fixture(scope="module")
def sources(shared):
    """Each string of the corpora bare, and once more as address, as words of a link, or in a quotation."""
    folder = shared / "data" / "security"
    distinct = dict.fromkeys(string[:MAX_LENGTH] for string in strings(folder))
    placements = cycle(
        ["[words]({})", "[{}](https://example.org/)", "> {0}\n>\n> — [{0}](/comments/7/)"]
    )
    placed = [
        placement.format(" ".join(string.split()))
        for string, placement in zip(distinct, placements, strict=False)
        if len(string) < 1000
    ]
    return [*distinct, *placed]


@pytest.fixture(scope="module")
def outputs(sources):
    return [render(source) for source in sources]


def batches(pages):
    pages = list(dict.fromkeys(pages))
    return [pages[start : start + BATCH] for start in range(0, len(pages), BATCH)]


def test_is_inert_for_every_string(sources, outputs, record_property):
    record_property("strings tried", len(sources))
    for batch in batches(rendered.html for rendered in outputs):
        assert not violations("\n".join(batch)), [html for html in batch if violations(html)]


def test_knows_every_address_it_links_to(outputs):
    linking = [rendered for rendered in outputs if "href" in rendered.html]
    assert linking
    for rendered in linking:
        absolute = [href for href in hrefs_of(rendered.html) if not href.startswith("/")]
        assert rendered.links == tuple(dict.fromkeys(absolute))


def test_is_sanitised_once_and_for_all(outputs):
    for rendered in outputs:
        assert sanitise(rendered.html) == rendered.html


@pytest.mark.parametrize("context", CONTEXTS)
def test_stays_inert_wherever_it_is_put(outputs, context):
    bare = outputs[: len(outputs) // 2]
    structured = [page.html for page in bare if set(TAG.findall(page.html)) - {"p", "br"}]
    assert structured
    for batch in batches(structured):
        assert not violations("\n".join(batch), context=context)


def test_is_inert_whatever_quoted_people_are_called(shared):
    names = list(dict.fromkeys(name[:80] for name in strings(shared / "data" / "security")))[::3]
    for start in range(0, len(names), MAX_QUOTATIONS):
        called = dict(enumerate(names[start : start + MAX_QUOTATIONS], start=1))
        rendered = render(
            "\n\n".join(f"> words\n>\n> — [somebody](/comments/{number}/)" for number in called),
            attribute=lambda number, _words, known=called: Attribution(
                name=known[number], url=f"/comments/{number}/"
            ),
        )
        assert not violations(rendered.html, may_quote=True), called
        assert rendered.quotations == tuple(called)


def test_never_takes_long(shared):
    folder = shared / "data" / "security"
    items = json.loads((folder / "pathological_text.json").read_text())["items"]
    for unit in [*(item["unit"] for item in items), *SLOW]:
        began = time.process_time()
        render((unit * MAX_LENGTH)[:MAX_LENGTH])
        assert time.process_time() - began < SECONDS_AT_WORST, unit
