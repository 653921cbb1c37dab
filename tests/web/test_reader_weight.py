"""What a reader's browser fetches to read an article and take part in its discussion, besides the words."""

import re
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import urljoin

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.utils import timezone

from broadsheet.discussion import commands
from broadsheet.web.script import without_comments
from broadsheet.web.style_sheet import STYLE_SHEET, joined
from factories.asks import open_ask
from factories.discussion import say
from factories.funding import open_campaign
from factories.publishing import publish_article

BUDGET = 22_000  # bytes, compressed: Isso, the lightest of the others, needs 22,600
MODULE = re.compile(r'^import\s[^;]*?"([^"]+)";', re.MULTILINE)


class Loaded(HTMLParser):
    """Collects the addresses of scripts and style sheets."""

    def __init__(self):
        super().__init__()
        self.addresses = set()

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        if tag == "script" and "src" in attributes:
            self.addresses.add(attributes["src"])
        elif tag == "link" and attributes.get("rel") == "stylesheet":
            self.addresses.add(attributes["href"])


def text_of(name):
    return Path(finders.find(name)).read_text(encoding="utf-8")


def as_collected(name):
    if name == STYLE_SHEET:
        return joined(name, read=text_of)
    return without_comments(text_of(name)) if name.endswith(".js") else text_of(name)


def everything_loaded_by(page):
    """Every file that `page` makes a browser fetch, by name: style sheets joined, modules with what they import."""
    loaded = Loaded()
    loaded.feed(page)
    waiting = [address.removeprefix("/static/") for address in loaded.addresses]
    files = {}
    while waiting:
        name = waiting.pop()
        if name in files:
            continue
        files[name] = as_collected(name)
        if name.endswith(".js"):
            folder = f"/{PurePosixPath(name).parent}/"
            waiting += [
                urljoin(folder, imported).removeprefix("/")
                for imported in MODULE.findall(files[name])
            ]
    return files


@pytest.fixture
def article_page(client, ada):
    open_ask(open_campaign(is_default=True))
    article = publish_article()
    discussion = commands.open_discussion(
        key=article.key, title=article.title, url=article.url, at=timezone.now()
    )
    say(discussion, ada)
    return client.get(article.url).content.decode()


def test_an_article_with_its_discussion_fits_the_budget(article_page):
    files = everything_loaded_by(article_page)
    weights = {
        name: len(brotli.compress(text.encode(), quality=11)) for name, text in files.items()
    }
    assert "discussion/elements/comment-form.js" in files
    assert "discussion/fragment.js" in files
    assert "funding/elements/ask.js" in files
    assert ".comment__words" in files[STYLE_SHEET]
    assert sum(weights.values()) <= BUDGET, weights


def test_readers_get_scripts_without_what_is_said_to_developers():
    script = (
        "/**\n * Says why.\n * @param {Element} one\n */\n"
        "  // And why not.\n"
        'const link = "https://example.org/"; // stays: it is not alone\n'
        "/** @type {Element} */ (one).remove(); /* stays */\n"
    )
    assert without_comments(script) == (
        'const link = "https://example.org/"; // stays: it is not alone\n'
        "/** @type {Element} */ (one).remove(); /* stays */\n"
    )
