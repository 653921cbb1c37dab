from dataclasses import dataclass

from broadsheet.publishing.models import Photo
from broadsheet.publishing.photo_sizes import MODERN, PLAIN


@dataclass(frozen=True, kw_only=True)
class PhotoView:
    """What `publishing/photo.html` is given: a photo in its sizes, with the words that belong to it.

    `srcset` lists the WebP files by width and is "" where there are none; `src` serves everybody else.
    `width` and `height` are the photo's own, in pixels, and keep its place free while it loads.
    """

    src: str
    srcset: str
    width: int
    height: int
    alt: str
    caption: str
    credit: str


def photo_view(photo: Photo, *, caption: str = "", alt: str = "") -> PhotoView:
    """Show `photo`, loaded with its renditions, under a `caption` and with an `alt` instead of its own.

    Sizes that are not made yet are left out; without any, the photo itself is shown. No query.
    """
    files = {rendition.filter_spec: rendition for rendition in photo.renditions.all()}
    modern = sorted((files[spec] for spec in MODERN if spec in files), key=lambda file: file.width)
    by_width = {file.width: file.url for file in modern}
    plain = files.get(PLAIN)
    return PhotoView(
        src=plain.url if plain else photo.file.url,
        srcset=", ".join(f"{url} {width}w" for width, url in by_width.items()),
        width=photo.width,
        height=photo.height,
        alt=alt or photo.description,
        caption=caption or photo.caption,
        credit=photo.credit,
    )
