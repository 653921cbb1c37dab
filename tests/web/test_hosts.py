"""The hosts this newspaper answers to."""

import pytest

from broadsheet.web.hosts import allowed_hosts
from broadsheet.web.options import default_values

THIS_MACHINE = ["localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize(
    ("host", "base_url", "others"),
    [
        ("127.0.0.1", "", []),
        ("0.0.0.0", "", []),
        ("::", "", []),
        ("::1", "", []),
        ("192.0.2.7", "", ["192.0.2.7"]),
        ("2001:DB8::1", "", ["[2001:db8::1]"]),
        ("0.0.0.0", "https://News.Example:8443/", ["news.example"]),
        ("0.0.0.0", "http://[2001:db8::1]:8000", ["[2001:db8::1]"]),
        ("127.0.0.1", "http://localhost:8000", []),
    ],
)
def test_are_this_machines_the_readers_and_the_one_listened_on(host, base_url, others):
    values = {**default_values(), "host": host, "base_url": base_url}

    assert allowed_hosts(values) == [*THIS_MACHINE, *others]
