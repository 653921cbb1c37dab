"""Whatever anybody writes into any field, every page that shows it stays the page that we wrote.

The answers are read by html5lib, which shares nothing with what made them. Fields that nobody thinks of as
content, a name, a reason, a headline, are tried as well.
"""

import json
import re
import warnings
from urllib.parse import urlsplit

import html5lib
import pytest
from django.utils import timezone

from broadsheet.accounts.commands import create_guest, restore_person
from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.discussion import commands
from factories.discussion import open_discussion, say
from factories.publishing import publish_article

CORPORA = [
    "xss_owasp_filter_evasion",
    "xss_dompurify_a",
    "markdown_xss",
    "xss_patt",
    "xss_payloadbox_a",
    "crlf",
]
A_PAGE_OF_VOICES = 60
FORBIDDEN = {
    "iframe",
    "object",
    "embed",
    "base",
    "style",
    "svg",
    "math",
    "applet",
    "frame",
    "frameset",
    "marquee",
}


def hostile_strings(shared):
    """Every string of the corpora, each once, every seventh: the renderer has its own test with all of them."""
    found = []
    for name in CORPORA:
        items = json.loads((shared / "data" / "security" / f"{name}.json").read_text())["items"]
        found += [
            item if isinstance(item, str) else str(next(iter(item.values()))) for item in items
        ]
    return list(dict.fromkeys(found))[::7]


def dangers(html):
    """What stands in a page that we never wrote."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = html5lib.parse(html, namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        if name in FORBIDDEN or (name == "script" and not _is_ours(element)):
            found.append(f"<{name}>")
        for attribute, value in element.attrib.items():
            if attribute.startswith("on") or attribute in ("style", "srcdoc", "formaction_"):
                found.append(f"<{name} {attribute}>")
            if attribute in ("href", "src", "action", "formaction", "xlink:href", "poster", "data"):
                scheme = urlsplit(re.sub(r"[\x00-\x20]", "", value)).scheme.lower()
                if scheme not in ("", "http", "https", "mailto"):
                    found.append(f"<{name} {attribute}={value[:60]!r}>")
    return found


def _is_ours(script):
    source = script.get("src", "")
    return source.startswith("/static/") or (
        script.get("type") == "application/ld+json" and not source
    )


@pytest.fixture(scope="module")
def strings(shared):
    return hostile_strings(shared)


def post_all(discussion, strings, make_author):
    posted = []
    for number, string in enumerate(strings):
        try:
            author = make_author(string)
            posted.append(say(discussion, author, f"{string}\n\nnumber {number}"))
        except Refused:
            continue
    return posted


def test_in_comments_and_names_on_every_page(client, db, strings, ben, mona, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.publish_everything"  # what has links, too
    article = publish_article(headline="Plain")
    discussion = open_discussion(article.key, url=article.url)
    make = lambda string: create_guest(name=string, email="", at=timezone.now())  # noqa: E731
    posted = post_all(discussion, strings, make)
    assert len(posted) > len(strings) * 0.8

    pages = [f"/discussions/{discussion.key}/all/", f"{article.url}?sort=oldest"]
    for comment in posted[:: max(1, len(posted) // A_PAGE_OF_VOICES)]:
        answer = say(discussion, ben, "An answer.", to=comment)
        pages += [
            f"/comments/{comment.pk}/",
            f"/comments/{comment.pk}/reply/?quote=1",
            f"/comments/{answer.pk}/",
        ]
    for address in pages:
        response = client.get(address)
        assert response.status_code == 200
        assert dangers(response.content.decode()) == [], address


def test_in_reasons_headlines_and_addresses(client, db, strings, ada, mona):
    for number, string in enumerate(strings[::25]):
        headline = string.replace("\x00", "").strip()[:200] or "x"
        article = publish_article(
            headline=headline,
            attribution=headline[:60],
            standfirst=headline,
            slug=f"hostile-{number}",
        )
        discussion = open_discussion(article.key, title=headline, url=article.url)
        comment = say(discussion, ada)
        if string.strip():
            commands.remove_comment(
                comment=comment, moderator=mona, reason=string, at=timezone.now()
            )
        for address in (
            article.url,
            "/",
            f"/comments/{comment.pk}/",
            f"/discussions/{article.key}/",
        ):
            assert dangers(client.get(address).content.decode()) == [], (address, string)


def test_in_what_a_form_gives_back(browser, db, strings):
    open_discussion()
    reader = browser()
    for string in strings[::25]:
        for fields in (
            {"body": string},
            {"body": " ", "name": string},
            {"body": "x", "name": string, "email": string},
        ):
            for address in ("/discussions/article:1/preview/", "/discussions/article:1/comments/"):
                html = reader.post(address, fields).content.decode()
                assert dangers(html) == [], (address, fields)


def test_in_what_an_overlay_tells(browser, db, strings):
    """The names and words in the overlay's JSON are inserted as HTML by our script: they must be as inert."""
    discussion = open_discussion()
    for string in strings[::50]:
        try:
            person = restore_person(
                name=string, website="javascript:alert(1)", joined_at=timezone.now()
            )
        except Refused:
            continue
        User.objects.filter(pk=person.pk).update(strength="ACCOUNT")
        answer = (
            browser(User.objects.get(pk=person.pk))
            .get(f"/discussions/{discussion.key}/overlay/")
            .json()
        )
        assert answer["viewer"]["name"] == person.name
        assert all(dangers(held["html"]) == [] for held in answer["held"])
