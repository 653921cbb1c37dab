"""Letters on their way to a mail server elsewhere …"""

import ssl
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import pytest
from aiosmtpd.smtp import AuthResult
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from broadsheet.notify import commands, transport
from broadsheet.notify.smtp_server import Security, SmtpServer
from factories.moments import NOON
from factories.postbox import SENDER, open_postbox

pytestmark = [
    pytest.mark.django_db,
    # The library of the tests' server does not see that all of it is under TLS.
    pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS"),
]

USER, PASSWORD = "ada@news.example", "a:b/c@d"


@pytest.fixture
def certificate(tmp_path):
    """A file with a certificate for 127.0.0.1, signed by nobody but itself, and its key."""
    key = generate_private_key(SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    file = tmp_path / "certificate.pem"
    file.write_bytes(
        made.public_bytes(Encoding.PEM)
        + key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    return file


@pytest.fixture
def context(certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@pytest.fixture
def trusted(certificate, monkeypatch):
    """This machine trusts that certificate."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


def checks_password(_server, _session, _envelope, _mechanism, login):
    is_right = (login.login.decode(), login.password.decode()) == (USER, PASSWORD)
    return AuthResult(success=is_right, handled=is_right)


def deliver(row):
    outcome = commands.deliver_letter(letter_id=row.pk, at=NOON)
    row.refresh_from_db()
    return outcome


@pytest.mark.usefixtures("trusted")
def test_are_handed_in_by_tls_and_password(queued, options, context):
    row = queued()
    with open_postbox(
        ssl_context=context,
        authenticator=checks_password,
        auth_required=True,
        auth_require_tls=False,
    ) as postbox:
        url = f"smtps://ada%40news.example:a%3Ab%2Fc%40d@127.0.0.1:{postbox.port}"
        options(smtp_url=url, mail_from=SENDER)

        assert deliver(row)
        assert len(postbox.taken) == 1


@pytest.mark.usefixtures("trusted")
def test_wait_where_the_password_is_wrong(queued, options, context):
    row = queued()
    with open_postbox(
        ssl_context=context,
        authenticator=checks_password,
        auth_required=True,
        auth_require_tls=False,
    ) as postbox:
        options(smtp_url=f"smtps://ada:geheim@127.0.0.1:{postbox.port}", mail_from=SENDER)

        assert deliver(row) is False
        assert row.trouble.startswith("535 ")
        assert "geheim" not in row.trouble
        assert row.text


def test_are_not_handed_to_a_server_nobody_vouches_for(queued, options, context):
    row = queued()
    with open_postbox(ssl_context=context) as postbox:
        options(smtp_url=f"smtps://127.0.0.1:{postbox.port}", mail_from=SENDER)

        assert deliver(row) is False
        assert not postbox.taken
        assert "certificate" in row.trouble.lower()


def starttls(port):
    """A server elsewhere, as far as the transport knows."""
    return SmtpServer(host="127.0.0.1", port=port, user="", password="", security=Security.STARTTLS)


@pytest.mark.usefixtures("trusted")
def test_are_handed_in_after_starttls(queued, context, postbox):
    row = queued()
    with open_postbox(tls_context=context, require_starttls=True) as elsewhere:
        transport.post(row, server=starttls(elsewhere.port))

        assert len(elsewhere.taken) == 1


def test_are_not_handed_in_where_starttls_was_taken_away(queued, postbox):
    """Whoever sits between may take the word STARTTLS out of what the server says."""
    row = queued()

    with pytest.raises(transport.ServerAway, match="STARTTLS"):
        transport.post(row, server=starttls(postbox.port))
    assert not postbox.taken
