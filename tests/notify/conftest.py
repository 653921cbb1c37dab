"""Letters to be sent."""

import copy

import pytest

from broadsheet.core.mail import Letter
from factories.moments import NOON

TEXT = """Subject: A word for {{ name }}

Dear {{ name }}, the code is {{ code }}.

{{ site_url }}/somewhere/
"""
HTML = """{% extends "core/mail/letter.html" %}{% block content %}<p>Dear {{ name }}</p>
{% include "core/mail/code.html" %}
{% include "core/mail/button.html" with address=site_url words="Go there" %}{% endblock %}
"""


@pytest.fixture
def templates(tmp_path, settings):
    """Write templates of letters: `templates(text, html)` answers their name."""
    settings.TEMPLATES = copy.deepcopy(settings.TEMPLATES)
    settings.TEMPLATES[0]["DIRS"] = [tmp_path]

    def write(text=TEXT, html=HTML):
        folder = tmp_path / "tests" / "mail"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "word.txt").write_text(text)
        (folder / "word.html").write_text(html)
        return "tests/mail/word"

    return write


@pytest.fixture
def letter(templates):
    """A letter to Ada: `letter(to="ben@example.org")` one to Ben."""
    template = templates()

    def make(**fields):
        given = {"to": "ada@example.org", "context": {"name": "Ada", "code": "123456"}, **fields}
        return Letter(template=template, **given)

    return make


@pytest.fixture
def queued(letter):
    """Queue a letter, written at noon, and answer its row."""
    from broadsheet.notify import commands

    def queue(**fields):
        return commands.queue_letter(letter=letter(**fields), at=NOON)

    return queue
