"""Pictures that people upload, drawn anew by us: what is kept is never what was sent.

Only the first frame survives, upright, square, small, without a word of what cameras write into their files.
What is not one of four kinds of raster picture is refused before anything is decoded, and so is what is too
large to decode: the size stands at the beginning of the file.
"""

import struct
from io import BytesIO
from typing import IO, Final

from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from broadsheet.core.errors import Refused

SIDE: Final = 96
"""Pixels: what stands beside a name is 28 wide, on a public page 64, and screens have up to three for one."""

MOST_BYTES: Final = 5 * 1024 * 1024
MOST_PIXELS: Final = 16_000_000
"""As in Remark42, whose proxy once decoded 65,535 by 65,535 pixels, 17 GB."""

FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
QUALITY: Final = 80


class PictureRefused(Refused):
    """What was sent is no picture that can be drawn."""

    code = "picture-refused"
    status = 422
    message = _(
        "This is not a picture we can use. Please choose a photo as JPEG, PNG, WebP or GIF."
    )


class PictureTooLarge(PictureRefused):
    """A picture has too many bytes or pixels."""

    code = "picture-too-large"
    message = _("This picture is too large. Please choose one of at most 5 MB and 16 megapixels.")


# What Pillow raises over files that are cut off or lie about themselves; it says so for each plugin anew.
_BROKEN = (
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
    Image.DecompressionBombError,
    Image.DecompressionBombWarning,
)


def redrawn(file: IO[bytes]) -> bytes:
    """Answer the picture in `file` as a WebP of `SIDE` by `SIDE` pixels.

    Raises `PictureRefused`, `PictureTooLarge`.
    """
    sent = file.read(MOST_BYTES + 1)
    if len(sent) > MOST_BYTES:
        raise PictureTooLarge
    try:
        with Image.open(BytesIO(sent), formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise PictureTooLarge
            return _written(_squared(picture))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureTooLarge from None
    except _BROKEN:
        raise PictureRefused from None


def _squared(picture: Image.Image) -> Image.Image:
    picture.draft("RGB", (2 * SIDE, 2 * SIDE))  # a JPEG is decoded no larger than is needed
    upright = ImageOps.exif_transpose(picture)
    has_holes = upright.has_transparency_data
    return ImageOps.fit(upright.convert("RGBA" if has_holes else "RGB"), (SIDE, SIDE))


def _written(picture: Image.Image) -> bytes:
    clean = Image.new(picture.mode, picture.size)
    clean.paste(
        picture
    )  # pixels alone: what else a file said hangs on the picture, and stays behind
    drawn = BytesIO()
    clean.save(drawn, "WEBP", quality=QUALITY)
    return drawn.getvalue()
