"""A real OpenID Connect provider, on this machine."""

import http.client
import warnings
from contextlib import contextmanager
from urllib.parse import parse_qsl, urlencode, urlsplit

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import oidc_provider_mock
    from oidc_provider_mock import User as Identity


@contextmanager
def running_provider(*identities, **options):
    """A provider that knows `identities`; answers its issuer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with oidc_provider_mock.run_server_in_thread(
            user_claims=identities, require_nonce=True, **options
        ) as server:
            yield f"http://localhost:{server.server_port}"


def agree(address, sub, **changes):
    """Agree at the provider, at the `address` we were led to, to be `sub`; answer where it leads back to.

    `changes` are made to what the address asks.
    """
    return _answer(address, {"sub": sub}, changes)


def deny(address):
    """Think better of it."""
    return _answer(address, {"action": "deny"}, {})


def _answer(address, form, changes):
    place = urlsplit(address)
    query = {**dict(parse_qsl(place.query)), **changes}
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=5)
    try:
        connection.request(
            "POST",
            f"{place.path}?{urlencode(query)}",
            body=urlencode(form),
            headers={"Content-Type": "application/x-www-form-urlencoded"},
        )
        answer = connection.getresponse()
        answer.read()
        return answer.getheader("Location")
    finally:
        connection.close()


__all__ = ["Identity", "agree", "deny", "running_provider"]
