"""The hosts this newspaper answers to: one list, for the guard in front and for Django behind it."""

from ipaddress import ip_address
from urllib.parse import urlsplit

from broadsheet.web.options import BASE_URL, HOST, OptionValues

THIS_MACHINE = ("localhost", "127.0.0.1", "[::1]")


def allowed_hosts(values: OptionValues) -> list[str]:
    """Answer every name a request may call us by, without ports, lower case, IPv6 in brackets.

    This machine's own names, which supervisors use; the host of base_url; and the address we listen on, if
    it is one and not all of them: nobody else's name leads to a bare address.
    """
    names = [*THIS_MACHINE, urlsplit(str(values[BASE_URL.name])).hostname, str(values[HOST.name])]
    return list(dict.fromkeys(written for name in names if name and (written := _as_host(name))))


def _as_host(name: str) -> str:
    try:
        address = ip_address(name.strip("[]"))
    except ValueError:
        return name.lower()
    if address.is_unspecified:
        return ""
    return f"[{address}]" if address.version == 6 else str(address)  # noqa: PLR2004
