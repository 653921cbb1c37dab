"""Draw the pictures of the sample newspaper: ``python tools/draw_sample_photos.py [NAME …]``.

Needs Pillow, which Wagtail brings. Each scene is a function named after its picture. The files are
written to ``src/broadsheet/exchange/sample/photos/`` and committed; the same code and the same
Pillow give the same pictures, so this is run only when a scene is changed.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image
from sample_photos import SCENES

PHOTOS = Path(__file__).parent.parent / "src/broadsheet/exchange/sample/photos"
MAX_BYTES = 120_000


def save(picture: Image.Image, path: Path) -> int:
    """Write a JPEG as good as fits in `MAX_BYTES`; returns the quality it came to."""
    for quality in range(84, 40, -3):
        picture.save(path, quality=quality, optimize=True, progressive=True, subsampling="4:2:0")
        if path.stat().st_size < MAX_BYTES:
            return quality
    raise SystemExit(f"{path.name} does not fit in {MAX_BYTES} bytes")


def main(names: list[str]) -> None:
    """Draw the scenes called `names`, or all of them."""
    PHOTOS.mkdir(exist_ok=True)
    scenes: dict[str, Callable[[], Image.Image]] = SCENES
    for name in names or scenes:
        quality = save(scenes[name](), PHOTOS / f"{name}.jpg")
        print(f"{name}.jpg  {(PHOTOS / f'{name}.jpg').stat().st_size:,} bytes  quality {quality}")


if __name__ == "__main__":
    main(sys.argv[1:])
