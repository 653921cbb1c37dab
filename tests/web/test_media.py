"""Photos from the data folder."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage


@pytest.fixture
def saved():
    names = []

    def save(name, content=b"bytes"):
        names.append(default_storage.save(name, ContentFile(content)))
        return f"/media/{names[-1]}"

    yield save
    for name in names:
        default_storage.delete(name)


def test_serves_a_photo_for_ever_and_inert(client, saved):
    answer = client.get(saved("images/ferry.jpg"))

    assert answer.content == b"bytes"
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name", ["page.html", "drawing.svg", "paper.pdf", "noending", "photo.jpg.html"]
)
def test_serves_nothing_a_browser_might_run(client, saved, name):
    assert client.get(saved(name)).status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "../signing.jpg",
        "..%2f..%2fsigning.jpg",
        "images/../../x.png",
        "/etc/x.png",
        "%00.jpg",
        "images/",
        "C:%5cx.png",
        "missing.png",
    ],
)
def test_finds_nothing_outside_its_folder(client, path, settings, tmp_path):
    settings.STORAGES = {
        **settings.STORAGES,
        "default": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": str(tmp_path / "media")},
        },
    }
    (tmp_path / "media").mkdir()
    (tmp_path / "signing.jpg").write_bytes(b"secret")

    assert client.get(f"/media/{path}").status_code == 404


@pytest.mark.django_db
def test_is_only_read(client, saved):
    answer = client.post(saved("images/tide.png"), headers={"Sec-Fetch-Site": "same-origin"})

    assert answer.status_code == 405
