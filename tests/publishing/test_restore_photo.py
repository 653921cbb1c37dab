"""restore_photo …"""

from io import BytesIO

import pytest
from PIL import Image

from broadsheet.publishing import commands
from broadsheet.publishing.models import Photo


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return settings.MEDIA_ROOT


@pytest.fixture
def picture(tmp_path):
    """Write a picture and answer its path."""

    def write(name, image, **options):
        image.save(tmp_path / name, **options)
        return tmp_path / name

    return write


def stored(photo):
    with photo.file.open() as file, Image.open(BytesIO(file.read())) as image:
        image.load()
        return image


def test_keeps_the_words_that_belong_to_it(picture, db):
    file = picture("Quay at dusk.jpg", Image.new("RGB", (30, 20), "teal"))

    photo = commands.restore_photo(
        file=file, title="Quay", alt="A quay", caption="The quay", credit="Ed"
    )

    assert (photo.title, photo.description, photo.caption, photo.credit) == (
        "Quay",
        "A quay",
        "The quay",
        "Ed",
    )
    assert (photo.width, photo.height) == (30, 20)
    assert photo.file.name.startswith("original_images/quay-at-dusk-")


@pytest.mark.parametrize(
    ("name", "mode", "format_"),
    [("a.jpg", "RGB", "JPEG"), ("a.png", "RGBA", "PNG"), ("a.webp", "RGB", "WEBP"), ("a.gif", "P", "GIF"),
     ("a.bmp", "RGB", "JPEG"), ("a.tif", "CMYK", "JPEG"), ("a.jpeg", "CMYK", "JPEG"), ("b.png", "I;16", "PNG")],
)  # fmt: skip
def test_reads_what_newspapers_keep(picture, db, name, mode, format_):
    photo = commands.restore_photo(file=picture(name, Image.new(mode, (30, 20))), title="")

    assert stored(photo).format == format_


def test_turns_upright_and_forgets_where_it_was_taken(picture, db):
    exif = Image.Exif()
    exif[0x0112] = 6  # turned a quarter
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 0.0)}  # the position
    exif[0x010E] = "secret words"

    photo = commands.restore_photo(
        file=picture("a.jpg", Image.new("RGB", (30, 20)), exif=exif), title=""
    )

    assert (photo.width, photo.height) == (20, 30)
    assert not stored(photo).getexif()
    assert b"secret" not in photo.file.open().read()
    photo.file.close()


def test_makes_large_photos_smaller(picture, db):
    photo = commands.restore_photo(file=picture("a.png", Image.new("1", (8000, 4000))), title="")

    assert photo.width * photo.height <= 16_000_000
    assert photo.width == 2 * photo.height


def test_lets_moving_pictures_move(picture, db):
    frames = [Image.new("P", (9, 9), color) for color in (1, 2, 3)]

    photo = commands.restore_photo(
        file=picture("a.gif", frames[0], save_all=True, append_images=frames[1:]), title=""
    )

    assert stored(photo).format == "GIF"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg onload=alert(1)>",
        b"\xff\xd8\xff\xe0 cut",
        b"GIF89a<script>",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
    ],
)
def test_refuses_what_is_no_picture(tmp_path, db, content):
    (tmp_path / "a.jpg").write_bytes(content)

    with pytest.raises(commands.NotAPhoto):
        commands.restore_photo(file=tmp_path / "a.jpg", title="")

    assert not Photo.objects.exists()


def test_refuses_a_picture_made_to_exhaust_memory(picture, db):
    file = picture("a.png", Image.new("1", (20_000, 20_000)))

    with pytest.raises(commands.NotAPhoto):
        commands.restore_photo(file=file, title="")


def test_takes_the_place_of_a_file_nobody_owns(picture, media, db):
    file = picture("a.jpg", Image.new("RGB", (30, 20)))
    first = commands.restore_photo(file=file, title="")
    name = first.file.name
    Photo.objects.all()._raw_delete("default")

    assert commands.restore_photo(file=file, title="").file.name == name
    assert commands.restore_photo(file=file, title="").file.name != name
