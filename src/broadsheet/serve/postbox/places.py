"""On which ports the postbox listens; chosen by the supervisor, who tells the processes concerned."""

import socket
from collections.abc import Mapping
from dataclasses import dataclass

LOOPBACK = "127.0.0.1"
VARIABLE = "_BROADSHEET_POSTBOX"
PAGE_BESIDE = 25
"""How far its page is from the newspaper's: 8025 for 8000, a port by which developers know mail."""

SENDER = "Broadsheet <newspaper@localhost>"


@dataclass(frozen=True, kw_only=True)
class Places:
    """The port that takes letters, and the port of the page that shows them."""

    smtp_port: int
    page_port: int

    @property
    def address(self) -> str:
        """Where the letters are shown."""
        return f"http://localhost:{self.page_port}/"

    @property
    def environment(self) -> dict[str, str]:
        """What tells the postbox its ports, and everybody else to send there."""
        return {
            VARIABLE: f"{self.smtp_port} {self.page_port}",
            "BROADSHEET_SMTP_URL": f"smtp://{LOOPBACK}:{self.smtp_port}",
            "BROADSHEET_MAIL_FROM": SENDER,
        }


def free_places(*, newspaper_port: int) -> Places:
    """Answer two ports of the loopback that nobody listens on now."""
    return Places(
        smtp_port=_free_port(0), page_port=_free_port((newspaper_port + PAGE_BESIDE) % 65_536)
    )


def places_told(environment: Mapping[str, str]) -> Places:
    """Answer the ports that the supervisor has chosen."""
    smtp_port, page_port = environment[VARIABLE].split()
    return Places(smtp_port=int(smtp_port), page_port=int(page_port))


def _free_port(wanted: int) -> int:
    try:
        with socket.create_server((LOOPBACK, wanted)) as found:
            return int(found.getsockname()[1])
    except OSError:
        return _free_port(0)
