from pathlib import PurePath

from broadsheet.publishing.models import Photo
from broadsheet.publishing.photo_sizes import sizes_for

# Pictures that may move, which none of our sizes does; they are shown as they came.
KEPT_AS_THEY_ARE = frozenset({".gif"})


def make_renditions(*, photo: Photo) -> None:
    """Make every size of `photo` that pages ask for and that is not there yet.

    Costs some 0.1 s for a megapixel. Raises `SourceImageIOError` (Wagtail) if the file is gone or broken.
    """
    if PurePath(photo.file.name).suffix.lower() not in KEPT_AS_THEY_ARE:
        photo.get_renditions(*sizes_for(photo.width))
