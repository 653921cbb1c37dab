"""choose_avatar and remove_avatar: a picture is drawn anew, and nothing else is kept."""

import json
import struct
import zlib
from contextlib import suppress
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from broadsheet.accounts import commands
from broadsheet.accounts.faces import AVATAR_FOLDER, avatar_path, avatar_url
from broadsheet.accounts.models import Strength, User
from broadsheet.accounts.pictures import MOST_BYTES, SIDE, PictureRefused, PictureTooLarge, redrawn
from broadsheet.core.errors import NotAllowed

RED, BLUE = (200, 30, 30), (30, 30, 200)


def kept():
    try:
        return set(default_storage.listdir(AVATAR_FOLDER)[1])
    except FileNotFoundError:
        return set()


def picture(kind="PNG", size=(300, 200), colour=RED, mode="RGB", **options):
    file = BytesIO()
    Image.new(mode, size, colour).save(file, kind, **options)
    return file.getvalue()


def drawn(content):
    return Image.open(BytesIO(redrawn(BytesIO(content))))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_draws_a_small_square(kind):
    small = drawn(picture(kind))

    assert (small.format, small.size) == ("WEBP", (SIDE, SIDE))
    assert small.convert("RGB").getpixel((SIDE // 2, SIDE // 2))[0] > 150


@pytest.mark.parametrize("mode", ["L", "LA", "P", "1", "I;16", "CMYK", "RGBA"])
def test_draws_pictures_of_every_mode(mode):
    content = picture("TIFF" if mode == "CMYK" else "PNG", mode=mode, colour=0)
    if mode == "CMYK":
        content = picture("JPEG", mode="CMYK", colour=(0, 0, 0, 0))
    assert drawn(content).size == (SIDE, SIDE)


def test_turns_a_photo_upright_and_forgets_what_the_camera_wrote():
    photo = Image.new("RGB", (200, 100), RED)
    photo.paste(BLUE, (0, 0, 100, 100))  # blue at the left; turned by a quarter, on top
    exif = Image.Exif()
    exif[0x0112] = 6  # Orientation: the camera was held on its side
    exif[0x010E] = "Harbour Street 7"  # ImageDescription
    file = BytesIO()
    photo.save(file, "JPEG", exif=exif, comment=b"secret place")

    content = redrawn(BytesIO(file.getvalue()))

    small = Image.open(BytesIO(content)).convert("RGB")
    assert small.getpixel((SIDE // 2, 5))[2] > 150
    assert small.getpixel((SIDE // 2, SIDE - 5))[0] > 150
    assert b"Harbour" not in content
    assert b"secret" not in content
    assert not Image.open(BytesIO(content)).getexif()


def test_takes_the_first_frame_of_a_film():
    file = BytesIO()
    frames = [Image.new("RGB", (50, 50), colour) for colour in (RED, BLUE)]
    frames[0].save(file, "GIF", save_all=True, append_images=frames[1:], duration=40, loop=0)

    small = drawn(file.getvalue())

    assert getattr(small, "n_frames", 1) == 1
    assert small.convert("RGB").getpixel((5, 5))[0] > 150


def test_keeps_nothing_of_what_is_hidden_behind_a_picture():
    payload = b"<script>alert(1)</script><?php system('id'); ?>PK\x03\x04"
    for content in (picture("GIF") + payload, picture("JPEG") + payload, picture("PNG") + payload):
        assert payload not in redrawn(BytesIO(content))
    with pytest.raises(PictureRefused):
        redrawn(BytesIO(payload + picture("PNG")))


def test_refuses_every_document(shared):
    folder = shared / "data" / "security"
    documents = json.loads((folder / "upload_active_documents.json").read_text())["items"]
    for document in documents:
        with pytest.raises(PictureRefused):
            redrawn(BytesIO(document["body"].encode(errors="surrogatepass")))
    assert len(documents) > 30


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO", "PPM", "PDF"])
def test_refuses_other_kinds_of_pictures(kind):
    with pytest.raises(PictureRefused):
        redrawn(BytesIO(picture(kind)))


def png_that_says_it_is(width, height):
    def chunk(kind, data):
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize("size", [(4001, 4000), (10_000, 10_000), (65_535, 65_535), (2**31 - 1, 1)])
def test_refuses_bombs_before_they_are_decoded(size):
    with pytest.raises(PictureTooLarge):
        redrawn(BytesIO(png_that_says_it_is(*size)))


def test_refuses_more_bytes_than_a_photo_has():
    with pytest.raises(PictureTooLarge):
        redrawn(BytesIO(picture() + bytes(MOST_BYTES)))


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.sampled_from(["PNG", "JPEG", "WEBP", "GIF"]),
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=20),
    st.integers(0, 10_000),
)
def test_draws_or_refuses_broken_pictures_and_never_stumbles(kind, changes, end):
    content = bytearray(picture(kind, size=(40, 30)))
    for position, value in changes:
        content[position % len(content)] = value
    cut = bytes(content[: len(content) - end % len(content)]) if end % 3 == 0 else bytes(content)
    with suppress(PictureRefused):
        assert drawn(cut).size == (SIDE, SIDE)


def test_keeps_it_under_a_name_nobody_guesses(ada, client):
    before = kept()
    person = commands.choose_avatar(person=ada, file=BytesIO(picture()))

    assert len(person.avatar) == 32
    assert kept() - before == {f"{person.avatar}.webp"}
    response = client.get(avatar_url(person.avatar))
    assert response.headers["Content-Type"] == "image/webp"
    assert "immutable" in response.headers["Cache-Control"]
    assert response.headers["X-Content-Type-Options"] == "nosniff"


def test_the_one_before_goes(ada, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        first = commands.choose_avatar(person=ada, file=BytesIO(picture())).avatar
    with django_capture_on_commit_callbacks(execute=True):
        second = commands.choose_avatar(person=ada, file=BytesIO(picture("GIF"))).avatar

    assert not default_storage.exists(avatar_path(first))
    assert default_storage.exists(avatar_path(second))
    with django_capture_on_commit_callbacks(execute=True):
        assert commands.remove_avatar(person=ada).avatar == ""
    assert not default_storage.exists(avatar_path(second))


def test_what_is_refused_leaves_the_one_before(ada):
    first = commands.choose_avatar(person=ada, file=BytesIO(picture())).avatar
    before = kept()

    with pytest.raises(PictureRefused):
        commands.choose_avatar(person=ada, file=BytesIO(b"GIF89a"))

    ada.refresh_from_db()
    assert ada.avatar == first
    assert kept() == before


def test_is_not_for_guests(db):
    before = kept()
    guest = User.objects.create(name="Grace", strength=Strength.GUEST)

    with pytest.raises(NotAllowed):
        commands.choose_avatar(person=guest, file=BytesIO(picture()))
    assert kept() == before
