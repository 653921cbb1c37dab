"""The way out: the one place that speaks SMTP."""

import smtplib
from contextlib import suppress
from email.utils import format_datetime

from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.utils import DNS_NAME

from .models import QueuedLetter
from .options import MAIL_FROM, SMTP_URL
from .smtp_server import Security, SmtpServer, read_sender, read_smtp_url

PATIENCE_SECONDS = 10

POLICY = "5.7."
"""The server does not like us, not the letter (RFC 3463): the operator can mend that, and the letter waits. All
else that begins with 5 the server would say again (RFC 5321, section 4.2.1)."""


class ServerAway(Exception):
    """The mail server does not answer, or does not let us in: no letter would leave now."""


class NotTaken(Exception):
    """The server does not take this letter for the moment."""


class NeverTaken(Exception):
    """The server will never take this letter."""


def way_out() -> SmtpServer | None:
    """The server that the options name, if they name one."""
    return read_smtp_url(SMTP_URL.value)


def post(letter: QueuedLetter, *, server: SmtpServer) -> None:
    """Hand `letter` to `server`; return once it has taken it.

    Waits at most 10 s for each of the server's answers. Raises `ServerAway`, `NotTaken`, `NeverTaken`, each
    with what the server said.
    """
    message = _message(letter)
    # Otherwise Python asks the network what this machine is called, before it says good day.
    DNS_NAME._fqdn = letter.message_id.rpartition("@")[2].rstrip(">")
    connection = _connection(server)
    try:
        connection.open()
    except (OSError, smtplib.SMTPException) as trouble:
        with suppress(OSError, smtplib.SMTPException):
            connection.close()
        raise ServerAway(_said(trouble)) from None
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as trouble:
        said = _said(smtplib.SMTPResponseException(*next(iter(trouble.recipients.values()))))
        raise _kind(said)(said) from None
    except smtplib.SMTPSenderRefused as trouble:  # ours to mend: mail_from
        raise NotTaken(_said(trouble)) from None
    except smtplib.SMTPResponseException as trouble:
        raise _kind(_said(trouble))(_said(trouble)) from None
    except (OSError, smtplib.SMTPException) as trouble:
        raise NotTaken(_said(trouble)) from None
    finally:
        # The letter is taken or it is not; a poor farewell changes nothing.
        with suppress(OSError, smtplib.SMTPException):
            connection.close()


def _message(letter: QueuedLetter) -> EmailMultiAlternatives:
    sender = read_sender(MAIL_FROM.value)
    message = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.text,
        from_email=str(sender),
        to=[letter.to],
        headers={
            "Message-ID": letter.message_id,
            "Date": format_datetime(letter.made_at),
            "Auto-Submitted": "auto-generated",  # RFC 3834: nobody's holiday notice answers
        },
    )
    message.attach_alternative(letter.html, "text/html")
    return message


def _connection(server: SmtpServer) -> EmailBackend:
    return EmailBackend(
        host=server.host,
        port=server.port,
        username=server.user,
        password=server.password,
        use_tls=server.security is Security.STARTTLS,
        use_ssl=server.security is Security.TLS,
        timeout=PATIENCE_SECONDS,
    )


def _kind(said: str) -> type[NotTaken | NeverTaken]:
    is_final = said.startswith("5") and not said[4:].startswith(POLICY)
    return NeverTaken if is_final else NotTaken


def _said(trouble: Exception) -> str:
    if isinstance(trouble, smtplib.SMTPResponseException):
        words = trouble.smtp_error
        text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
        return " ".join(f"{trouble.smtp_code} {text}".split())
    return f"{type(trouble).__name__}: {trouble}"
