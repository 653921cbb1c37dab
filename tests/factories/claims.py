"""Letters to guests, and browsers that hold a guest's key."""

import re

from django.http import HttpResponse
from django.test import Client

from broadsheet.accounts import commands, guest_key
from broadsheet.notify.models import QueuedLetter

from .moments import NOON


def ask(person, email="gus@example.org", *, at=NOON, **fields):
    """Have a guest ask for a letter; answer its link's secret and its code."""
    commands.begin_claim(guest=person, email=email, at=at, **fields)
    return letter()


def letter():
    """The link's secret and the code of the latest letter."""
    text = QueuedLetter.objects.order_by("-pk").first().text
    return re.search(r"/account/claim/([\w-]+)/", text)[1], re.search(r"\b\d{8}\b", text)[0]


def browser_of(person=None):
    """A browser with the key of `person`, if they are a guest here."""
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    if person is not None:
        guest_key.hand_over(response := HttpResponse(), person)
        for name, morsel in response.cookies.items():
            browser.cookies[name] = morsel.value
    return browser


def who_is_signed_in(browser):
    """The id of who is signed in in `browser`, or 0."""
    return int(browser.session.get("_auth_user_id", 0))
