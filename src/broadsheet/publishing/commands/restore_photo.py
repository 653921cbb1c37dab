import hashlib
import warnings
from io import BytesIO
from pathlib import Path, PurePath

from django.core.files.base import ContentFile
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, ImageSequence

from broadsheet.core.errors import Refused
from broadsheet.publishing.models import Photo

FILE_LENGTH = 100 * 1024 * 1024
PIXELS = 16_000_000
"""More than any page shows; a larger photo is made smaller."""
REFUSED_PIXELS = 200_000_000
"""A picture of so many is made to exhaust memory (600 MB unpacked), not to be seen."""
FRAMES = 500

READABLE = ("JPEG", "PNG", "GIF", "WEBP", "AVIF", "BMP", "TIFF")
KEPT = {"JPEG": "jpg", "PNG": "png", "GIF": "gif", "WEBP": "webp"}


class NotAPhoto(Refused):
    """The file is no picture that can be read."""

    code = "not-a-photo"
    status = 422
    message = _("This is no picture that can be read, or far too large.")


def restore_photo(
    *, file: Path, title: str, alt: str = "", caption: str = "", credit: str = ""
) -> Photo:
    """Keep the picture in `file` as a photo; tells nobody.

    It is read and written anew, at most 16 megapixels large and turned upright, so that nothing
    but the picture is kept: no position of the camera, no script behind the pixels. Raises
    `NotAPhoto`.
    """
    content, extension = _written_anew(file)
    stem = slugify(PurePath(file.name).stem)[:60] or "photo"
    digest = hashlib.sha256(content).hexdigest()[:12]
    photo = Photo(
        title=(title or file.name)[:255],
        description=alt[:255],
        caption=caption[:500],
        credit=credit[:200],
    )
    name = f"{stem}-{digest}.{extension}"
    _forget_unowned(photo.get_upload_to(name))
    photo.file = ContentFile(content, name=name)
    photo._set_image_file_metadata()
    photo.save()
    return photo


def _forget_unowned(path: str) -> None:
    """Delete a file that an interrupted attempt left behind, so that this one gets the same name."""
    storage = Photo._meta.get_field("file").storage
    if storage.exists(path) and not Photo.objects.filter(file=path).exists():
        storage.delete(path)


def _written_anew(file: Path) -> tuple[bytes, str]:
    try:
        if file.stat().st_size > FILE_LENGTH:
            raise NotAPhoto
        with warnings.catch_warnings():
            # Pillow warns of large pictures; we look at the size ourselves, before unpacking.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(file, formats=READABLE) as image:
                if image.width * image.height > REFUSED_PIXELS:
                    raise NotAPhoto
                return _encoded(image)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, EOFError) as error:
        raise NotAPhoto from error


def _encoded(image: Image.Image) -> tuple[bytes, str]:
    format_ = image.format or ""
    if format_ == "GIF" and getattr(image, "is_animated", False):
        return _moving(image), "gif"
    image.load()
    upright = ImageOps.exif_transpose(image)
    profile = upright.info.get("icc_profile") if upright.mode == "RGB" else None
    mode = "RGBA" if "A" in upright.mode or "transparency" in upright.info else "RGB"
    target = format_ if format_ in KEPT else ("PNG" if mode == "RGBA" else "JPEG")
    upright = upright.convert("RGB" if target == "JPEG" else mode)
    pixels = upright.width * upright.height
    if pixels > PIXELS:
        scale = (PIXELS / pixels) ** 0.5
        size = (int(upright.width * scale), int(upright.height * scale))
        upright = upright.resize(size, Image.Resampling.LANCZOS)
    upright.info = {}
    quality = {"quality": 92} if target in {"JPEG", "WEBP"} else {}
    written = BytesIO()
    upright.save(written, format=target, optimize=True, icc_profile=profile, **quality)
    return written.getvalue(), KEPT[target]


def _moving(image: Image.Image) -> bytes:
    frames: list[Image.Image] = []
    pixels = 0
    for frame in ImageSequence.Iterator(image):
        pixels += frame.width * frame.height
        if pixels > REFUSED_PIXELS or len(frames) >= FRAMES:
            raise NotAPhoto
        frames.append(frame.copy())
    written = BytesIO()
    duration = image.info.get("duration", 100)
    frames[0].save(
        written, format="GIF", save_all=True, append_images=frames[1:], duration=duration, loop=0
    )
    return written.getvalue()
