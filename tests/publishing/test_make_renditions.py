import pytest

from broadsheet.publishing import commands, tasks
from broadsheet.publishing.models import Photo
from factories.publishing import keep_photo

pytestmark = pytest.mark.django_db


def widths(photo):
    return sorted({rendition.width for rendition in photo.renditions.all()})


def test_makes_no_size_larger_than_the_photo():
    photo = keep_photo(size=(1000, 500))

    commands.make_renditions(photo=photo)

    assert widths(photo) == [400, 800, 1000]


def test_makes_all_sizes_of_a_large_photo():
    photo = keep_photo(size=(2400, 100))

    commands.make_renditions(photo=photo)

    assert widths(photo) == [400, 800, 1200, 1800]


def test_makes_nothing_twice():
    photo = keep_photo()
    commands.make_renditions(photo=photo)
    before = set(photo.renditions.values_list("pk", flat=True))

    commands.make_renditions(photo=Photo.objects.get(pk=photo.pk))

    assert set(photo.renditions.values_list("pk", flat=True)) == before


def test_leaves_pictures_alone_that_may_move():
    photo = keep_photo(format="GIF")

    commands.make_renditions(photo=photo)

    assert not photo.renditions.exists()


def test_is_asked_for_by_every_photo_that_is_kept():
    from procrastinate.contrib.django.models import ProcrastinateJob

    photo = keep_photo()

    job = ProcrastinateJob.objects.get(task_name="publishing.make_renditions")
    assert job.args == {"photo_id": photo.pk}
    tasks.make_renditions(**job.args)
    assert photo.renditions.exists()


def test_a_photo_deleted_in_the_meantime_is_nobodys_trouble():
    tasks.make_renditions(photo_id=0)
