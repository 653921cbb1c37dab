import pytest
from django.test import Client

from factories.discussion import open_discussion


@pytest.fixture
def discussion(db):
    return open_discussion()


@pytest.fixture
def browser():
    """Answer new browsers, each with its own cookies, that send what browsers send with a form."""

    def new_browser(person=None):
        client = Client(headers={"sec-fetch-site": "same-origin"}, enforce_csrf_checks=True)
        if person:
            client.force_login(person)
        return client

    return new_browser
