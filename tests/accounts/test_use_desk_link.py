"""issue_desk_link and use_desk_link …"""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.test import Client

from broadsheet.accounts import commands
from broadsheet.accounts.models import DeskLink, Session, User
from broadsheet.accounts.proof import has_second_factor
from factories.moments import NOON, minutes
from factories.staff import give_second_factor
from factories.together import together


def use(secret, at=NOON):
    return commands.use_desk_link(secret=secret, at=at)


def test_signs_the_first_administrator_in_and_makes_them_if_need_be(db):
    user = use(commands.issue_desk_link(at=NOON))
    assert (user.is_superuser, user.is_staff) == (True, True)
    assert use(commands.issue_desk_link(at=NOON)) == user
    assert User.objects.count() == 1


def test_works_once(db):
    secret = commands.issue_desk_link(at=NOON)
    use(secret)
    with pytest.raises(commands.DeskLinkSpent):
        use(secret)


def test_expires(db):
    secret = commands.issue_desk_link(at=NOON)
    with pytest.raises(commands.DeskLinkSpent):
        use(secret, at=NOON + timedelta(hours=12) + minutes(1))


def test_replaces_the_link_before(db):
    earlier, _later = commands.issue_desk_link(at=NOON), commands.issue_desk_link(at=NOON)
    with pytest.raises(commands.DeskLinkSpent):
        use(earlier)


def test_keeps_no_secret(db):
    secret = commands.issue_desk_link(at=NOON)
    assert secret not in str(DeskLink.objects.values())


@pytest.mark.parametrize("secret", ["", "x", "\x00", "9" * 5000])
def test_refuses_what_was_never_issued(db, secret):
    with pytest.raises(commands.DeskLinkSpent):
        use(secret)


def test_works_once_when_opened_ten_times_at_once(committed):
    secret = commands.issue_desk_link(at=NOON)

    def enter():
        with suppress(commands.DeskLinkSpent):
            return use(secret)

    assert together(*[enter] * 10).count(None) == 9


def test_forgets_a_lost_second_factor_only_when_told_to(db):
    administrator = give_second_factor(use(commands.issue_desk_link(at=NOON)))
    browser = Client()
    browser.force_login(administrator)

    commands.issue_desk_link(at=NOON)
    assert has_second_factor(administrator)
    commands.issue_desk_link(forgets_second_factor=True, at=NOON)

    assert not has_second_factor(administrator)
    assert not Session.objects.exists()


def test_asks_for_a_click_so_that_a_mail_scanner_spends_nothing(db):
    from django.utils import timezone

    secret = commands.issue_desk_link(at=timezone.now())
    browser = Client(headers={"sec-fetch-site": "same-origin"}, enforce_csrf_checks=True)
    address = f"/sign-in/{secret}/"
    for _ in range(3):
        assert browser.get(address).status_code == 200
    assert browser.post(address).url == "/desk/"
    assert browser.get("/desk/").url == "/account/security/?next=/desk/"
    assert browser.post(address).status_code == 410


def test_the_desk_opens_for_nobody_else(db, ada):
    reader = Client()
    assert reader.get("/desk/").status_code == 302
    reader.force_login(ada)
    assert reader.get("/desk/").status_code == 403
