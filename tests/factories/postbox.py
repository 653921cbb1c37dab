"""A mail server on the loopback, in place of the reader's own, and the letters it took."""

import re
import socket
from contextlib import contextmanager
from email import message_from_bytes
from email.policy import default

from aiosmtpd.controller import Controller

ADDRESS = re.compile(r"https?://\S+")
SENDER = "The Courier <courier@news.example>"


class ReceivedLetter:
    """One letter as it came."""

    def __init__(self, raw, *, envelope_from, envelope_to):
        self.raw = raw
        self.message = message_from_bytes(raw, policy=default)
        self.envelope_from = envelope_from
        self.envelope_to = envelope_to

    @property
    def to(self):
        return str(self.message["To"])

    @property
    def subject(self):
        return str(self.message["Subject"])

    @property
    def text(self):
        return self._part("plain")

    @property
    def html(self):
        return self._part("html")

    @property
    def links(self):
        """Every address in the plain text, in order."""
        return ADDRESS.findall(self.text)

    def _part(self, kind):
        return self.message.get_body((kind,)).get_content().replace("\r\n", "\n")


class Counter:
    """What aiosmtpd calls for each letter that is handed in. It looks at all attributes, so there are few."""

    def __init__(self, postbox):
        self.postbox = postbox

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        if address in self.postbox.answers:
            return self.postbox.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):
        letter = ReceivedLetter(
            envelope.content,
            envelope_from=envelope.mail_from,
            envelope_to=envelope.rcpt_tos,
        )
        self.postbox.taken.append(letter)
        return "250 OK"


class Postbox:
    """Takes letters by SMTP. `answers` maps an address to what is said instead of “250 OK”."""

    def __init__(self, **controller):
        self.taken = []
        self.answers = {}
        self._controller = Controller(
            Counter(self), hostname="127.0.0.1", port=free_port(), **controller
        )

    @property
    def port(self):
        return self._controller.port

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.port}"

    def start(self):
        self._controller.start()

    def stop(self):
        self._controller.stop()

    @property
    def letters(self):
        """Send what waits to be sent, as the job worker would, and answer all that came, oldest first."""
        from procrastinate.contrib.django.models import ProcrastinateJob

        from broadsheet.notify import tasks
        from broadsheet.notify.commands.queue_letter import DELIVERY

        jobs = ProcrastinateJob.objects.filter(task_name=DELIVERY).order_by("pk")
        for job in jobs:
            tasks.deliver_letter(**job.args)
        return list(self.taken)

    @property
    def letter(self):
        """The one letter there must be."""
        [letter] = self.letters
        return letter


@contextmanager
def open_postbox(**controller):
    postbox = Postbox(**controller)
    postbox.start()
    try:
        yield postbox
    finally:
        postbox.stop()


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
