"""Somebody at the form, with what their browser proves."""

import base64
import json
import re
from datetime import timedelta
from itertools import count

import time_machine
from altcha import Challenge, solve_challenge
from django.utils import timezone

from broadsheet.funding import protection

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def met(challenge, **changes):
    """What a browser sends that has met `challenge`."""
    said = json.loads(challenge)
    solution = solve_challenge(Challenge.from_dict(said))
    said["parameters"].update(changes)
    payload = {"challenge": said, "solution": solution.to_dict()}
    return base64.b64encode(json.dumps(payload).encode()).decode()


def proofs_of_less_work(monkeypatch):
    """Proofs of less work than is usual, each to be used once."""
    monkeypatch.setattr(protection, "ROUNDS", 10)
    return (met(protection.new_challenge()) for _number in count())


class Giver:
    """Somebody who opens the form, takes their time, and sends it."""

    def __init__(self, client, **headers):
        self.client, self.now, self.headers = client, timezone.now(), {**OURS, **headers}
        self.opened = self.open()

    def open(self, **query):
        with time_machine.travel(self.now, tick=False):
            page = self.client.get("/give/", query, **self.headers)
        assert page.status_code == 200
        return re.search(r'name="form" value="([^"]+)"', page.text)[1]

    def send(self, *, after=timedelta(seconds=30), **changes):
        wish = {
            "form": self.opened,
            "campaign": "ferry",
            "currency": "USD",
            "interval": "ONCE",
            "amount_ONCE": "2500",
            "way": "test",
            "email": "dana@example.org",
        }
        return self.post({**wish, **changes}, after=after)

    def confirm(self, asked):
        """Send all once more that `asked` has in it."""
        fields = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', asked.text)
        return self.post(
            {name: value for name, value in fields if name != "answered"}
            | {"answered": [value for name, value in fields if name == "answered"]}
        )

    def post(self, fields, *, after=timedelta(seconds=30)):
        sent = {name: value for name, value in fields.items() if value is not None}
        with time_machine.travel(self.now + after, tick=False):
            return self.client.post("/give/", sent, **self.headers)
