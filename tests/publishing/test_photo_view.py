import pytest

from broadsheet.publishing import commands, queries
from factories.publishing import keep_photo

pytestmark = pytest.mark.django_db


def test_shows_the_photo_itself_until_its_sizes_are_made(django_assert_num_queries):
    photo = keep_photo(size=(900, 600))

    view = queries.photo_view(photo)

    assert view.src == photo.file.url
    assert view.srcset == ""
    assert (view.width, view.height) == (900, 600)


def test_offers_every_size_there_is_by_width():
    photo = keep_photo(size=(900, 600))
    commands.make_renditions(photo=photo)

    view = queries.photo_view(photo)

    assert [one.rpartition(" ")[2] for one in view.srcset.split(", ")] == ["400w", "800w", "900w"]
    assert view.src.endswith(".jpg")


def test_says_what_the_photo_says_unless_it_is_told_otherwise():
    photo = keep_photo(description="A crane", caption="The crane", credit="Ines")

    own, other = (
        queries.photo_view(photo),
        queries.photo_view(photo, caption="That day", alt="Dusk"),
    )

    assert (own.alt, own.caption, own.credit) == ("A crane", "The crane", "Ines")
    assert (other.alt, other.caption, other.credit) == ("Dusk", "That day", "Ines")
