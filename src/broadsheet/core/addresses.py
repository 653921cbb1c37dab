"""Network addresses: whose they are behind proxies, which belong together, and how they are kept.

No address is ever stored. What must be recognised again is stored as a pseudonym, which another day does
not recognise.
"""

import hashlib
import hmac
from datetime import UTC, datetime
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

# What one household or one phone is given (RFC 6177, RFC 7278); within it addresses are free to choose.
IPV6_PREFIX_LENGTH = 64
# Longer lists of hops than real ones are not worth remembering.
REMEMBERED_HOPS_LENGTH = 160


def network_of(address: str) -> Network | None:
    """Answer the smallest network that surely is one place: an IPv4 address, or 64 bits of an IPv6 one.

    An IPv4 address written as IPv6 (::ffff:192.0.2.1) counts as what it is; zone ids do not count. None
    for what is no address, such as the empty one of a Unix socket.
    """
    parsed = _parsed(address)
    if parsed is None:
        return None
    if isinstance(parsed, IPv4Address):
        return IPv4Network(parsed)
    return IPv6Network((int(parsed), IPV6_PREFIX_LENGTH), strict=False)


def pseudonym_of(address: str, *, at: datetime, secret: str) -> str:
    """Answer 64 hexadecimal digits that stand for the network of `address` on that day, UTC.

    HMAC-SHA-256 (RFC 2104) under a key of the day, which comes from `secret` the same way. Whoever has the
    secret can still try out every address; whoever has only the database cannot. What is no address has
    one pseudonym in common.
    """
    day = at.astimezone(UTC).date().isoformat()
    key_of_the_day = hmac.digest(secret.encode(), f"address pseudonym {day}".encode(), "sha256")
    return hmac.new(key_of_the_day, str(network_of(address)).encode(), hashlib.sha256).hexdigest()


def read_networks(text: str) -> tuple[Network, ...]:
    """Answer the networks in `text`: CIDR blocks or addresses, separated by commas.

    Raises `ValueError` with a sentence about the first that is neither.
    """
    return tuple(_read_network(word.strip()) for word in text.split(",") if word.strip())


def _read_network(word: str) -> Network:
    try:
        return ip_network(word)
    except ValueError:
        pass
    try:
        meant = ip_network(word, strict=False)
    except ValueError:
        raise ValueError(
            f"{word!r} is not a network such as 10.0.0.0/8 or 2001:db8::/32."
        ) from None
    raise ValueError(f"{word!r} is an address inside a network: write {meant}.")


class TrustedProxies:
    """The proxies that are believed when they say on whose behalf they ask."""

    def __init__(self, networks: tuple[Network, ...]) -> None:
        """Believe peers in `networks`, and nobody else."""
        self.networks = networks
        self._remembered = lru_cache(maxsize=1024)(self._client_of)

    def client_of(self, peer: str, forwarded_for: bytes) -> str:
        """Answer the address of the client, given its `peer` and the values of X-Forwarded-For, by comma.

        Each proxy writes the address it was asked from at the right end, so the list is believed from the
        right as long as the next to the right is trusted: the first that is not trusted is the client. What
        is no address ends the walk, at the last that was one. An unknown peer (a Unix socket's) is not
        trusted.
        """
        if not self.networks:
            return peer
        if len(forwarded_for) > REMEMBERED_HOPS_LENGTH:
            return self._client_of(peer, forwarded_for)
        return self._remembered(peer, forwarded_for)

    def _client_of(self, peer: str, forwarded_for: bytes) -> str:
        client = _parsed(peer)
        if client is None:
            return peer
        rest = forwarded_for.decode("latin-1")
        while rest and self._trusts(client):
            rest, _, hop = rest.rpartition(",")
            before = _parsed(_without_port(hop.strip(" \t")))
            if before is None:
                break
            client = before
        return str(client)

    def _trusts(self, address: Address) -> bool:
        return any(
            address.version == network.version and address in network for network in self.networks
        )


def _parsed(text: str) -> Address | None:
    """The address, IPv4 where it is one at heart, and without the zone that only means something here."""
    try:
        address = ip_address(text)
    except ValueError:
        return None
    if isinstance(address, IPv4Address):
        return address
    return address.ipv4_mapped or IPv6Address(int(address))


def _without_port(hop: str) -> str:
    """Some proxies write the port as well: 192.0.2.1:443, [2001:db8::1]:443."""
    if hop.startswith("["):
        address, closing, port = hop[1:].partition("]")
        is_sound = closing and (not port or (port[0] == ":" and port[1:].isdecimal()))
        return address if is_sound and ":" in address else ""
    address, colon, port = hop.partition(":")
    if colon and ":" not in port:
        return address if port.isdecimal() else ""
    return hop
