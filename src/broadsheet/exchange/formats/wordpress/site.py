"""The site an export comes from: its keys, its addresses, and which pictures it holds."""

import re
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from urllib.parse import unquote, urljoin, urlsplit

from broadsheet.exchange.archive import ArchivedPhoto

UPLOADS = "/wp-content/uploads/"
_SIZE = re.compile(r"-\d{2,5}x\d{2,5}(?=\.[A-Za-z]{3,4}$)")


@dataclass
class Site:
    """Where things stood, and the numbers of all attachments: some 100 bytes for each, no more."""

    url: str = ""
    host: str = "unknown"
    pictures: set[int] = field(default_factory=set)
    attached: dict[int, "array[int]"] = field(default_factory=lambda: defaultdict(lambda: array("q")))

    def settle(self, url: str) -> None:
        """The site stood at `url`. Keys hold its host, without what changes over a site's life."""
        self.url = url.strip()
        self.host = _host(self.url) or "unknown"

    def key(self, kind: str, name: object) -> str:
        """The key of a thing on this site."""
        return f"wordpress:{self.host}:{kind}:{name}"

    def absolute(self, address: str) -> str:
        """`address` as an absolute one; nothing if it cannot be one on the web or of mail."""
        try:
            found = urljoin(f"{self.url}/", address.strip())
            scheme = urlsplit(found).scheme
        except ValueError:
            return ""
        return found if scheme in {"http", "https", "mailto"} else ""

    def is_here(self, address: str) -> bool:
        """Whether `address` leads to this site."""
        return _host(address) == self.host

    def picture(self, address: str, *, number: int = 0, alt: str = "") -> tuple[str, ArchivedPhoto | None]:
        """The key of the picture an article shows, and its record where no attachment is one.

        A picture without a number is known by its path; WordPress puts the size into the names of
        the smaller copies it makes (``roof-300x200.jpg``), so the original's path is an alias.
        """
        if number in self.pictures:
            return self.key("attachment", number), None
        full = self.upload_path(address)
        path = _SIZE.sub("", full)
        key = self.key("upload", full) if full else self.key("picture", address)
        aliases = (self.key("upload", path),) if path != full else ()
        photo = ArchivedPhoto(key=key, path=path, source_url=address, alt=alt, aliases=aliases)
        return key, photo

    def upload_path(self, address: str) -> str:
        """Where the file of `address` lies below the uploads folder; nothing if it is not there."""
        try:
            path = unquote(urlsplit(address).path)
        except ValueError:
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
