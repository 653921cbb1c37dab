"""person_page: a person as moderators see them, and the desk's page of it."""

from io import BytesIO

import pytest
from PIL import Image

from broadsheet.accounts import commands, queries
from broadsheet.accounts.models import Standing, User
from broadsheet.core.errors import NotAllowed, NotFound
from factories.moments import NOON

OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def renamed(ada):
    return commands.rename_person(person=ada, name="Augusta", at=NOON)


def test_shows_who_somebody_is_and_was(renamed, mona):
    User.objects.filter(pk=renamed.pk).update(standing=Standing.BANNED)

    page = queries.person_page(renamed.pk, viewer=mona)

    assert (page.name, page.strength, page.standing) == ("Augusta", "account", "banned")
    assert [(one.name, one.until, one.is_taken_away) for one in page.former_names] == [
        ("Ada", NOON, False)
    ]
    assert page.profile_url == ""


def test_is_for_staff_alone(ada, ben, mona):
    with pytest.raises(NotAllowed):
        queries.person_page(ada.pk, viewer=ben)
    with pytest.raises(NotFound):
        queries.person_page(0, viewer=mona)


@pytest.fixture
def desk(client, mona):
    mona.is_superuser = True
    mona.save()
    client.force_login(mona)
    return client


def test_stands_at_the_desk(desk, renamed):
    page = desk.get(f"/desk/people/{renamed.pk}/").content.decode()

    assert "Augusta" in page
    assert "<bdi>Ada</bdi> until" in page


def test_lets_staff_rename_somebody_and_take_their_picture_away(desk, ada, settings):
    file = BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG")
    file.seek(0)
    commands.choose_avatar(person=ada, file=file)
    address = f"/desk/people/{ada.pk}/"

    desk.post(address, {"remove-picture": "1"}, headers=OUR_PAGE)
    desk.post(address, {"name": "Reader 7"}, headers=OUR_PAGE)

    ada.refresh_from_db()
    assert (ada.avatar, ada.name) == ("", "Reader 7")
    assert "changed by the newsroom" in desk.get(address).content.decode()


def test_is_closed_to_readers(client, ada, ben):
    client.force_login(ben)

    assert client.get(f"/desk/people/{ada.pk}/").status_code in (302, 403)
