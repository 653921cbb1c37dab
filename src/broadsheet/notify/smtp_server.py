"""The server that takes our letters, as the options name it. Read before Django is there."""

from dataclasses import dataclass, field
from email.errors import MessageError
from email.headerregistry import Address
from email.utils import getaddresses
from enum import Enum
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit

from broadsheet.core.options import OptionRefused


class Security(Enum):
    """How what is said to the server is kept from others."""

    STARTTLS = "smtp"
    TLS = "smtps"
    NONE = "smtp+plain"


STANDARD_PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}
"""RFC 6409 (submission), RFC 8314 (submissions), RFC 5321 (smtp)."""


@dataclass(frozen=True, kw_only=True)
class SmtpServer:
    """Where letters are handed in, and as whom."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    security: Security


def read_smtp_url(url: str) -> SmtpServer | None:
    """Answer the server that `url` names, None if it is empty.

    smtp:// means STARTTLS, or nothing if the server is on this very machine; smtps:// means TLS;
    smtp+plain:// means neither, and then no password. Raises `OptionRefused`; what it says repeats no password.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url)
        security, port = Security(parts.scheme), parts.port
    except ValueError:
        raise _refused() from None
    if not parts.hostname or parts.path.strip("/") or parts.query or parts.fragment or port == 0:
        raise _refused()
    if security is Security.STARTTLS and is_this_machine(parts.hostname):
        security = Security.NONE
    elif security is Security.NONE and parts.username:
        raise OptionRefused(
            "smtp_url would send its password for everybody to read: use smtp:// or smtps://."
        )
    if bool(parts.username) is not bool(parts.password):
        raise OptionRefused("smtp_url must have both a user and a password, or neither.")
    return SmtpServer(
        host=parts.hostname,
        port=port or STANDARD_PORTS[security],
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        security=security,
    )


def read_sender(text: str) -> Address | None:
    """Answer the name and address in `text`, None if it is empty. Raises `OptionRefused`."""
    if not text:
        return None
    try:
        [(name, address)] = getaddresses([text])
        sender = Address(display_name=name, addr_spec=address)
    except (ValueError, IndexError, MessageError):  # each a way of CPython's parser to say no
        sender = Address()
    is_sound = (
        sender.username and sender.domain and sender.addr_spec.isascii() and text.isprintable()
    )
    if not is_sound:
        raise OptionRefused(
            f"mail_from must be such as The Courier <courier@news.example>, not {text!r}."
        )
    return sender


def refuse_no_way_out(*, smtp_url: str, mail_from: str) -> None:
    """Raise `OptionRefused` unless letters can leave by what these options say, or are not to."""
    sender = read_sender(mail_from)
    if read_smtp_url(smtp_url) and not sender:
        raise OptionRefused(
            "smtp_url is set, so mail_from must be too: whom our letters are from, such as "
            "The Courier <courier@news.example>."
        )


def is_this_machine(host: str) -> bool:
    """Whether `host` is the loopback, so that nothing leaves the machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _refused() -> OptionRefused:
    return OptionRefused(
        "smtp_url must be such as smtp://user:password@mail.example:587 or "
        "smtps://user:password@mail.example:465; in the user or password, signs such as "
        "@ : / are written as %40 %3A %2F."
    )
