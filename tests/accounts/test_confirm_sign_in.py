"""confirm_by_code, confirm_by_link and forget_sign_in_attempts …"""

import re
from functools import partial

import pytest
import time_machine
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.models import SignInAttempt
from factories.moments import minutes
from factories.together import together

NOW = timezone.now()  # letters with codes are sent on the day


@pytest.fixture(autouse=True)
def at_that_moment():
    """However long ago this file was read: codes are good for ten minutes, and whole runs take longer."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def ask(postbox):
    """Ask for a letter: answers the try, its code and the secret of its link."""

    def ask_for(email="ada@example.org"):
        attempt = commands.begin_sign_in(email=email, leads_to="/about/", at=NOW)
        text = postbox.letters[-1].text
        code = re.search(r"^ {4}(\d{8})$", text, re.MULTILINE)[1]
        return attempt, code, re.search(r"/link/([\w-]+)/", text)[1]

    return ask_for


def by_code(attempt, code, at=NOW):
    return commands.confirm_by_code(attempt_id=attempt.pk, code=code, at=at)


def by_link(secret, at=NOW):
    return commands.confirm_by_link(secret=secret, at=at)


def test_answers_whose_address_is_confirmed(db, ask):
    attempt, code, _secret = ask()
    confirmed = by_code(attempt, code)
    assert (confirmed.email, confirmed.leads_to) == ("ada@example.org", "/about/")


@pytest.mark.parametrize("first", ["code", "link"])
@pytest.mark.parametrize("second", ["code", "link"])
def test_works_once_by_either_way(db, ask, first, second):
    attempt, code, secret = ask()
    ways = {"code": lambda: by_code(attempt, code), "link": lambda: by_link(secret)}
    ways[first]()
    with pytest.raises((commands.CodeSpent, commands.LinkSpent)):
        ways[second]()


def test_spends_every_open_try_for_the_address(db, ask):
    (_one, _code, earlier), (attempt, code, _secret), (_other, _c, another) = (
        ask(),
        ask(),
        ask("ben@example.org"),
    )
    by_code(attempt, code)
    with pytest.raises(commands.LinkSpent):
        by_link(earlier)
    assert by_link(another).email == "ben@example.org"


def test_expires(db, ask):
    attempt, code, secret = ask()
    with pytest.raises(commands.CodeSpent):
        by_code(attempt, code, at=NOW + minutes(10))
    with pytest.raises(commands.LinkSpent):
        by_link(secret, at=NOW + minutes(10))


@pytest.mark.parametrize("secret", ["", "x", "\x00", "9" * 5000, "é"])
def test_refuses_what_was_never_sent(db, ask, secret):
    attempt, _code, _secret = ask()
    with pytest.raises(commands.LinkSpent):
        by_link(secret)
    with pytest.raises((commands.CodeWrong, commands.CodeSpent)):
        by_code(attempt, secret)


def at_once(number, act):
    """Let `number` threads do `act` at the same moment; answers what each was refused with, or None."""

    def one(index):
        try:
            act(index)
        except (commands.CodeWrong, commands.CodeSpent, commands.LinkSpent) as refusal:
            return type(refusal)

    return together(*(partial(one, index) for index in range(number)))


def test_twenty_guesses_at_once_are_five_tries(committed, ask):
    attempt, code, _secret = ask()
    outcomes = at_once(20, lambda index: by_code(attempt, f"{(int(code) + index + 1) % 10**8:08}"))
    assert None not in outcomes
    assert SignInAttempt.objects.get().tries == 5
    with pytest.raises(commands.CodeSpent):
        by_code(attempt, code)


def test_the_right_code_twice_at_once_lets_one_in(committed, ask):
    attempt, code, secret = ask()
    outcomes = at_once(4, lambda index: by_link(secret) if index % 2 else by_code(attempt, code))
    assert outcomes.count(None) == 1


def test_what_is_over_is_forgotten(db, ask):
    ask()
    assert commands.forget_sign_in_attempts(at=NOW) == 0
    assert commands.forget_sign_in_attempts(at=NOW + minutes(11)) == 1
    assert not SignInAttempt.objects.exists()
