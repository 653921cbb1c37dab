"""Asking PayPal, with the token that it gives for the app's secret."""

import base64
import threading
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from broadsheet.funding.options import PAYPAL_ADDRESS, PAYPAL_CLIENT, PAYPAL_SECRET
from broadsheet.funding.providers.base import ProviderAway, ProviderRefused
from broadsheet.funding.providers.json_api import ask_json

TOKEN_PATH = "/v1/oauth2/token"  # noqa: S105 - no token, but where there is one
EARLIER_SECONDS = 60
"""So long before it ends a token is not used any more."""

_tokens: dict[tuple[str, str, str], tuple[str, float]] = {}
_lock = threading.Lock()


def is_test() -> bool:
    """Whether PayPal's sandbox is asked."""
    return "sandbox" in (urlsplit(PAYPAL_ADDRESS.value).hostname or "")


def ask_paypal(
    method: str, path: str, *, said: Any = None, content: bytes | None = None, key: str = ""
) -> Any:
    """Ask PayPal at `path`; what has the same `key` is done once. None if there is nothing there.

    `content` is JSON that must go as it is. Raises `ProviderAway` and `ProviderRefused`.
    """
    headers = {"Prefer": "return=representation"}
    if content is not None:
        headers["Content-Type"] = "application/json"
    if key:
        headers["PayPal-Request-Id"] = key
    try:
        return _ask(method, path, headers, said, content)
    except ProviderRefused as refusal:
        if not refusal.trouble.startswith("401"):
            raise
    # A token may be taken back before its time.
    forget_token()
    return _ask(method, path, headers, said, content)


def _ask(
    method: str, path: str, headers: Mapping[str, str], said: Any, content: bytes | None
) -> Any:
    signed = {"Authorization": f"Bearer {_token()}", **headers}
    address = PAYPAL_ADDRESS.value.rstrip("/") + path
    return ask_json(method, address, headers=signed, said=said, content=content)


def forget_token() -> None:
    """Ask for another the next time."""
    with _lock:
        _tokens.clear()


def _token() -> str:
    app = (PAYPAL_ADDRESS.value, PAYPAL_CLIENT.value, PAYPAL_SECRET.value)
    with _lock:
        token, ends_at = _tokens.get(app, ("", 0.0))
    if token and time.monotonic() < ends_at:
        return token
    secret = base64.b64encode(f"{PAYPAL_CLIENT.value}:{PAYPAL_SECRET.value}".encode()).decode()
    said = ask_json(
        "POST",
        PAYPAL_ADDRESS.value.rstrip("/") + TOKEN_PATH,
        headers={
            "Authorization": f"Basic {secret}",
            "Content-Type": "application/x-www-form-urlencoded",
        },
        content=b"grant_type=client_credentials",
    )
    try:
        token, lasts = str(said["access_token"]), float(said["expires_in"])
    except (KeyError, TypeError, ValueError) as error:
        raise ProviderAway from error
    with _lock:
        _tokens[app] = (token, time.monotonic() + lasts - EARLIER_SECONDS)
    return token
