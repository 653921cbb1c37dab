"""faces: how a person is shown beside their name."""

import pytest

from broadsheet.accounts import faces


@pytest.mark.parametrize(
    ("name", "drawn"),
    [
        ("Ada", "A"),
        ("Ada Lovelace", "AL"),
        ("ada king-noel lovelace", "AL"),
        ("Ada (Reader of the month)", "A"),
        ("élodie Ångström", "ÉÅ"),
        ("山田 はなこ", "山"),
        ("محمد علي", "م"),
        ("!!!", "!"),
        ("🙂 Smile", "S"),
        ("", ""),
        ("<b>", "B"),
    ],
)
def test_draws_initials(name, drawn):
    assert faces.initials(name) == drawn


def test_gives_one_person_one_colour():
    assert faces.hue(1) == faces.hue(1 + faces.HUES)
    assert {faces.hue(number) for number in range(100)} == set(range(faces.HUES))


def test_leads_to_those_who_have_a_page(ada, zed, db):
    assert faces.profile_path_of(ada) == f"/people/{ada.handle}/"
    ada.is_profile_public = False
    assert (faces.profile_path_of(ada), faces.profile_path_of(zed)) == ("", "")
