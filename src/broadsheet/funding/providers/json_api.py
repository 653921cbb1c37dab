"""Asking providers that speak JSON over HTTP, by the rules of `core.outbound`."""

import json
from collections.abc import Mapping
from typing import Any

from broadsheet.core import outbound

from .base import ProviderAway, ProviderRefused

LARGEST = 2 * 1024 * 1024
SECONDS = 10.0
NOT_FOUND = 404
SAID_OF_REFUSAL = 1_000
"""So many bytes of why a server refuses are kept."""
LATER = {408, 409, 425, 429}
"""What a server says that would do it another time."""


def ask_json(
    method: str,
    address: str,
    *,
    headers: Mapping[str, str],
    content: bytes | None = None,
    said: Any = None,
) -> Any:
    """Ask `address`, with `said` as JSON or else with `content`; answer what its JSON says, None if not found.

    Raises `ProviderAway` and `ProviderRefused`.
    """
    if said is not None:
        content = json.dumps(said).encode()
        headers = {"Content-Type": "application/json", **headers}
    try:
        answer = outbound.ask(
            method,
            address,
            content=content,
            headers={"Accept": "application/json", **headers},
            seconds=SECONDS,
            largest=LARGEST,
        )
    except outbound.OutboundFailed as error:
        raise ProviderAway from error
    if answer.status == NOT_FOUND:
        return None
    if answer.status >= 500 or answer.status in LATER:  # noqa: PLR2004 - the server's own trouble
        raise ProviderAway
    if answer.status >= 300:  # noqa: PLR2004 - it will not, or leads elsewhere
        raise ProviderRefused(
            f"{answer.status} {answer.content[:SAID_OF_REFUSAL].decode(errors='replace')}"
        )
    try:
        return json.loads(answer.content) if answer.content else {}
    except ValueError as error:
        raise ProviderAway from error
