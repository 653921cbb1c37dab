"""The postbox: what shows a newspaper's letters while it is tried out."""

import http.client
import re
import smtplib
from email.message import EmailMessage

import pytest
from serving import free_port, wait_for


@pytest.fixture(scope="session")
def page_port(running):
    wait_for(lambda: "Letters that it would send" in running.said(), 30)
    return int(re.search(r"shown at http://localhost:(\d+)/", running.said())[1])


@pytest.fixture(scope="session")
def smtp_port(running):
    [postbox] = running.processes("broadsheet.serve.postbox")
    return int(postbox.environ()["_BROADSHEET_POSTBOX"].split()[0])


def ask(port, path="/", *, host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers={"Host": host or f"localhost:{port}"})
    answer = connection.getresponse()
    return answer, answer.read().decode()


def hand_in(port, subject, text, html="<p>Hello</p>"):
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = subject, "a@localhost", "ada@example.org"
    letter.set_content(text)
    letter.add_alternative(html, subtype="html")
    with smtplib.SMTP("127.0.0.1", port) as server:
        server.send_message(letter)


def test_shows_the_newest_letter_first(page_port, smtp_port):
    hand_in(smtp_port, "The first", "One")
    hand_in(smtp_port, "The second", "Two")

    _answer, html = ask(page_port)
    assert html.index("The second") < html.index("The first")


def test_makes_the_newspapers_addresses_links_and_no_others(page_port, smtp_port):
    hand_in(smtp_port, "Links", "http://localhost:8000/a/?b=1&c=2 and https://evil.example/x")

    _answer, html = ask(page_port)
    assert '<a href="http://localhost:8000/a/?b=1&amp;c=2"' in html
    assert 'href="https://evil.example' not in html


def test_shows_what_is_in_a_letter_as_text(page_port, smtp_port):
    hand_in(smtp_port, "<script>alert(1)</script>", "<img src=x onerror=alert(1)>")

    answer, html = ask(page_port)
    assert "<script>" not in html
    assert "<img" not in html
    assert "script-src" not in answer.headers["Content-Security-Policy"]
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_shows_html_where_it_can_do_nothing(page_port, smtp_port):
    hand_in(smtp_port, "Framed", "Text", html="<p>Hello</p><script>alert(1)</script>")
    _answer, html = ask(page_port)
    number = re.search(r'id="letter-(\d+)"', html)[1]

    answer, framed = ask(page_port, f"/letters/{number}/")

    assert "<p>Hello</p>" in framed
    assert answer.headers["Content-Security-Policy"].startswith("sandbox allow-popups ")
    assert "allow-scripts" not in answer.headers["Content-Security-Policy"]
    assert "allow-same-origin" not in html


def test_answers_to_this_machines_names_only(page_port):
    """A page elsewhere whose name leads to this machine (DNS rebinding) reads no codes."""
    for host in ("evil.example", f"evil.example:{page_port}", "localhost.evil.example", ""):
        answer, _html = ask(page_port, host=host or " ")
        assert answer.status in {400, 421}


def test_finds_nothing_at_other_addresses(page_port):
    for path in ("/letters/999999/", "/letters/", "/../etc/passwd", "/letters/1"):
        assert ask(page_port, path)[0].status == 404


def test_listens_on_the_loopback_only(running):
    [postbox] = running.processes("broadsheet.serve.postbox")
    listening = [one for one in postbox.net_connections() if one.status == "LISTEN"]

    assert len(listening) == 2
    assert {one.laddr.ip for one in listening} == {"127.0.0.1"}


def test_loads_no_django(running):
    [postbox] = running.processes("broadsheet.serve.postbox")

    assert not any("psycopg" in mapping.path for mapping in postbox.memory_maps())
    assert postbox.memory_info().rss < 60 * 1024 * 1024


def test_gets_what_the_newspaper_sends(running, page_port):
    sent = running.call("try-mail", "ada@example.org")
    assert "the letter waits" in sent.stdout, sent.stderr

    wait_for(lambda: "arrive" in ask(page_port)[1], 30)
    assert "Letters from Broadsheet arrive" in ask(page_port)[1]


def test_is_not_there_where_readers_come(installation):
    installation.extra = {"BROADSHEET_BASE_URL": "https://news.example"}
    installation.start()

    assert not installation.processes("broadsheet.serve.postbox")
    assert "Letters that it would send" not in installation.said()
    checked = installation.call("check")
    assert "BAD  smtp_url is not set: letters wait" in checked.stdout


def test_is_not_there_where_letters_leave(installation):
    installation.extra = {
        "BROADSHEET_SMTP_URL": f"smtp://127.0.0.1:{free_port()}",
        "BROADSHEET_MAIL_FROM": "The Courier <courier@news.example>",
    }
    installation.start()

    assert not installation.processes("broadsheet.serve.postbox")
