"""The mail server that the options name."""

import pytest

from broadsheet.core.options import OptionRefused
from broadsheet.notify.smtp_server import Security, read_sender, read_smtp_url, refuse_no_way_out


@pytest.mark.parametrize(
    ("url", "host", "port", "security"),
    [
        ("smtp://u:p@mail.example", "mail.example", 587, Security.STARTTLS),
        ("smtp://u:p@mail.example:2525", "mail.example", 2525, Security.STARTTLS),
        ("smtps://u:p@mail.example", "mail.example", 465, Security.TLS),
        ("smtp+plain://10.0.0.5", "10.0.0.5", 25, Security.NONE),
        ("smtp://localhost:1025", "localhost", 1025, Security.NONE),
        ("smtp://u:p@[::1]:1025/", "::1", 1025, Security.NONE),
    ],
)
def test_is_read_from_its_address(url, host, port, security):
    server = read_smtp_url(url)

    assert (server.host, server.port, server.security) == (host, port, security)


def test_may_have_signs_in_its_password():
    server = read_smtp_url("smtp://ada%40news.example:a%3Ab%2Fc@mail.example")

    assert (server.user, server.password) == ("ada@news.example", "a:b/c")
    assert "a:b/c" not in repr(server)


@pytest.mark.parametrize(
    "url",
    [
        "mail.example",
        "http://mail.example",
        "smtp://",
        "smtp://mail.example:0",
        "smtp://mail.example:99999",
        "smtp://mail.example:smtp",
        "smtp://mail.example/queue",
        "smtp://mail.example?tls=no",
        "smtp://u:geheim@[mail",
        "smtp://u@mail.example",
        "smtp://:geheim@mail.example",
        "smtp+plain://u:geheim@mail.example",
    ],
)
def test_is_refused_with_a_sentence_that_keeps_the_password(url):
    with pytest.raises(OptionRefused) as refusal:
        read_smtp_url(url)

    assert str(refusal.value).startswith("smtp_url ")
    assert "geheim" not in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "courier",
        "courier@",
        "@news.example",
        "a@b.example, c@d.example",
        "A <a@b>\nBcc: c@d.example",
    ],
)
def test_is_told_of_one_sender(text):
    with pytest.raises(OptionRefused):
        read_sender(text)


def test_knows_a_senders_name():
    sender = read_sender('"Die Zeitung, täglich" <courier@news.example>')

    assert (sender.display_name, sender.addr_spec) == (
        "Die Zeitung, täglich",
        "courier@news.example",
    )


def test_needs_a_sender():
    with pytest.raises(OptionRefused, match="mail_from"):
        refuse_no_way_out(smtp_url="smtp://localhost:25", mail_from="")

    refuse_no_way_out(smtp_url="", mail_from="")
    refuse_no_way_out(smtp_url="smtp://localhost:25", mail_from="c@news.example")
