"""The sizes in which every photo is kept, made once when it comes in, so that no page has to make one.

A reader's browser chooses by width among the WebP files (all browsers since 2020); the one JPEG is for
everybody else: old browsers, feeds, previews of links.
"""

WIDTHS = (400, 800, 1200, 1800)

MODERN = tuple(f"width-{width}|format-webp|webpquality-78" for width in WIDTHS)
PLAIN = "width-1200|format-jpeg|jpegquality-80"


def sizes_for(width: int) -> list[str]:
    """The specifications (Wagtail's filter language) for a photo `width` pixels wide: none larger than it is.

    The smallest that is not smaller than the photo keeps its full width.
    """
    smaller = [spec for one, spec in zip(WIDTHS, MODERN, strict=True) if one < width]
    return [*MODERN[: len(smaller) + 1], PLAIN]
