"""The site an export comes from: its keys, its addresses, and which pictures it holds."""

import hashlib
import re
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from broadsheet.exchange.archive import ArchivedPhoto

NAME_LENGTH = 100
UPLOADS = "/wp-content/uploads/"
IMAGES = (
    ".jpg", ".jpeg", ".jpe", ".png", ".gif", ".webp", ".avif", ".bmp", ".tif", ".tiff", ".heic",
)  # fmt: skip
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.[A-Za-z]{3,4}$)")


@dataclass
class Site:
    """Where things stood, and which pictures there are: some 300 bytes for each.

    `pictures` are the numbers of all pictures, `attached` those attached to an article, `paths`
    the number of the picture at a path below the uploads folder.
    """

    url: str = ""
    host: str = "unknown"
    pictures: set[int] = field(default_factory=set)
    paths: dict[str, int] = field(default_factory=dict)
    attached: dict[int, "array[int]"] = field(
        default_factory=lambda: defaultdict(lambda: array("q"))
    )

    def settle(self, url: str) -> None:
        """The site stood at `url`. Keys hold its host, without what changes over a site's life."""
        self.url = url.strip()
        self.host = _host(self.url) or "unknown"

    @property
    def own_key(self) -> str:
        """The key of the site itself."""
        return f"wordpress:{self.host}"

    def key(self, kind: str, name: object) -> str:
        """The key of a thing on this site. A long name, such as an address, is told by its hash."""
        text = str(name)
        if len(text) > NAME_LENGTH:
            text = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.own_key}:{kind}:{text}"

    def absolute(self, address: str) -> str:
        """`address` as an absolute one; nothing if it cannot be one on the web or of mail."""
        # Browsers overlook control characters in addresses, so that they hide what follows.
        address = _CONTROLS.sub("", address).strip()
        try:
            found = urljoin(f"{self.url}/", address)
            parts = urlsplit(found)
            is_web = parts.scheme in {"http", "https"} and bool(parts.hostname)
        except ValueError:
            return ""
        return found if is_web or parts.scheme == "mailto" else ""

    def is_here(self, address: str) -> bool:
        """Whether `address` leads to this site."""
        return _host(address) == self.host

    def add_picture(self, number: int, *, path: str, parent: int) -> None:
        """Remember the picture `number`, and which article it is attached to."""
        self.pictures.add(number)
        if path:
            self.paths.setdefault(path, number)
        if parent:
            self.attached[parent].append(number)

    def picture(
        self, address: str, *, number: int = 0, alt: str = ""
    ) -> tuple[str, ArchivedPhoto | None]:
        """The key of the picture an article shows, and its record where no attachment is one.

        WordPress puts the size into the names of the smaller copies it makes
        (``roof-300x200.jpg``).
        """
        path = self.upload_path(address)
        if number not in self.pictures:
            number = self.paths.get(path) or self.paths.get(_SIZE.sub("", path), 0)
        if number:
            return self.key("attachment", number), None
        key = self.key("upload", path) if path else self.key("picture", address)
        return key, ArchivedPhoto(key=key, path=path, source_url=address, alt=alt)

    def upload_path(self, address: str) -> str:
        """Where the file of `address` lies below the uploads folder; nothing if it is not there."""
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:
            return ""
        if not address.lower().split("?")[0].endswith(IMAGES):
            return ""
        _before, found, below = path.partition(UPLOADS)
        if not found and re.match(r"/\d{4}/\d\d/[^/]+$", path):
            below = path[1:]  # wordpress.com keeps its files at the root of another host
        parts = below.split("/")
        return "" if ".." in parts or "" in parts else below


def _host(address: str) -> str:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
