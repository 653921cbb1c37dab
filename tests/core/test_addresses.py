"""Network addresses: whose they are behind proxies, which belong together, and how they are kept."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.core.addresses import TrustedProxies, network_of, pseudonym_of, read_networks

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
PROXIES = TrustedProxies(read_networks("127.0.0.1, 10.0.0.0/8, 2001:db8:ff::/48"))


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7/32"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:DB8:1:2::", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7/32"),
        ("::ffff:c000:207", "192.0.2.7/32"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::1", "::/64"),
        ("", "None"),
        ("testserver", "None"),
        ("192.0.2.7:80", "None"),
        ("192.0.2.07", "None"),
        ("192.0.2", "None"),
    ],
)
def test_takes_addresses_of_one_place_together(address, network):
    assert str(network_of(address)) == network


@pytest.mark.parametrize(
    ("peer", "hops", "client"),
    [
        pytest.param("203.0.113.9", b"", "203.0.113.9", id="no proxy"),
        pytest.param("203.0.113.9", b"198.51.100.1", "203.0.113.9", id="spoofed by a stranger"),
        pytest.param("127.0.0.1", b"", "127.0.0.1", id="the proxy itself"),
        pytest.param("127.0.0.1", b"198.51.100.1", "198.51.100.1", id="one proxy"),
        pytest.param("127.0.0.1", b"198.51.100.1, 10.1.2.3", "198.51.100.1", id="two proxies"),
        pytest.param("127.0.0.1", b"6.6.6.6, 198.51.100.1", "198.51.100.1", id="spoofed in front"),
        pytest.param("127.0.0.1", b"10.9.9.9,198.51.100.1", "198.51.100.1", id="spoofed as proxy"),
        pytest.param("127.0.0.1", b"10.9.9.9, 10.1.2.3", "10.9.9.9", id="nobody but proxies"),
        pytest.param("127.0.0.1", b"198.51.100.1, x, 10.1.2.3", "10.1.2.3", id="garbage ends it"),
        pytest.param("127.0.0.1", b"198.51.100.1, unknown", "127.0.0.1", id="unknown"),
        pytest.param("127.0.0.1", b"198.51.100.1,", "127.0.0.1", id="empty hop"),
        pytest.param("127.0.0.1", b",,,", "127.0.0.1", id="only commas"),
        pytest.param("127.0.0.1", b"198.51.100.1\xff", "127.0.0.1", id="no ASCII"),
        pytest.param("127.0.0.1", b"\t198.51.100.1  ", "198.51.100.1", id="blanks"),
        pytest.param("127.0.0.1", b"198.51.100.1:4711", "198.51.100.1", id="port"),
        pytest.param("127.0.0.1", b"198.51.100.1:http", "127.0.0.1", id="no port"),
        pytest.param("127.0.0.1", b"[2001:db8::1]:4711", "2001:db8::1", id="IPv6 with port"),
        pytest.param("127.0.0.1", b"[2001:db8::1]", "2001:db8::1", id="IPv6 in brackets"),
        pytest.param("127.0.0.1", b"2001:db8::1", "2001:db8::1", id="IPv6"),
        pytest.param("127.0.0.1", b"[198.51.100.1]", "127.0.0.1", id="IPv4 in brackets"),
        pytest.param("127.0.0.1", b"[2001:db8::1]x", "127.0.0.1", id="more after brackets"),
        pytest.param("127.0.0.1", b"fe80::1%eth0", "fe80::1", id="zone"),
        pytest.param("127.0.0.1", b"::ffff:198.51.100.1", "198.51.100.1", id="IPv4 as IPv6"),
        pytest.param("127.0.0.1", b"6.6.6.6, ::ffff:10.1.2.3", "6.6.6.6", id="proxy as IPv6"),
        pytest.param("::ffff:127.0.0.1", b"198.51.100.1", "198.51.100.1", id="peer as IPv6"),
        pytest.param("2001:db8:ff:1::5", b"198.51.100.1", "198.51.100.1", id="proxy over IPv6"),
        pytest.param("127.0.0.1", b"0x7f.1", "127.0.0.1", id="hexadecimal"),
        pytest.param("127.0.0.1", b"010.0.0.1", "127.0.0.1", id="octal"),
        pytest.param("", b"198.51.100.1", "", id="unknown peer"),
        pytest.param("127.0.0.1", b"6.6.6.6" + b", 10.1.2.3" * 3000, "6.6.6.6", id="3,000 hops"),
    ],
)
def test_believes_hops_from_the_right_while_they_are_trusted(peer, hops, client):
    assert PROXIES.client_of(peer, hops) == client


def test_believes_nobody_unless_told_to():
    assert TrustedProxies(()).client_of("127.0.0.1", b"198.51.100.1") == "127.0.0.1"


@given(hops=st.binary(max_size=80))
def test_never_takes_a_strangers_word(hops):
    assert PROXIES.client_of("203.0.113.9", hops) == "203.0.113.9"


@given(hops=st.binary(max_size=80))
def test_never_looks_further_than_the_first_stranger(hops):
    assert PROXIES.client_of("10.0.0.1", hops + b", 198.51.100.1, 10.1.2.3") == "198.51.100.1"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("proxy.example", "'proxy.example' is not a network"),
        ("10.0.0.0/33", "'10.0.0.0/33' is not a network"),
        ("127.0.0.1; 10.0.0.1", "is not a network"),
        ("10.0.0.1/8", r"write 10\.0\.0\.0/8"),
    ],
)
def test_refuses_what_is_no_network(text, sentence):
    with pytest.raises(ValueError, match=sentence):
        read_networks(text)


def test_reads_networks_and_single_addresses():
    assert [str(network) for network in read_networks(" 127.0.0.1 ,2001:db8::/32,")] == [
        "127.0.0.1/32",
        "2001:db8::/32",
    ]


def test_knows_a_place_again_on_the_same_day():
    pseudonym = pseudonym_of("2001:db8::1", at=NOON, secret="key")

    assert len(pseudonym) == 64
    assert pseudonym == pseudonym_of("2001:db8::2", at=NOON + timedelta(hours=11), secret="key")


def test_does_not_know_it_on_another_day_or_with_another_key():
    pseudonyms = {
        pseudonym_of("192.0.2.7", at=NOON, secret="key"),
        pseudonym_of("192.0.2.8", at=NOON, secret="key"),
        pseudonym_of("192.0.2.7", at=NOON + timedelta(days=1), secret="key"),
        pseudonym_of("192.0.2.7", at=NOON, secret="another key"),
        pseudonym_of("", at=NOON, secret="key"),
    }

    assert len(pseudonyms) == 5


def test_has_one_day_for_the_whole_world():
    in_auckland = NOON.astimezone(timezone(timedelta(hours=13)))

    assert pseudonym_of("192.0.2.7", at=in_auckland, secret="key") == pseudonym_of(
        "192.0.2.7", at=NOON, secret="key"
    )
