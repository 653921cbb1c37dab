"""Carries what Stripe's SDK asks through `core.outbound`; loaded together with the SDK."""

from collections.abc import Mapping
from typing import Any

import stripe

from broadsheet.core import outbound
from broadsheet.core.outbound import OutboundFailed

_SAYS_TOO_MUCH = frozenset({"x-stripe-client-user-agent", "x-stripe-client-telemetry"})
"""Which system this is and how long it waited before: for Stripe's statistics, and nobody's business."""


class Transport(stripe.HTTPClient):
    """Asks with the rules that hold for every server we ask: time, size, no redirects, no proxies."""

    name = "broadsheet"

    def __init__(self, *, largest: int) -> None:
        """Read answers of up to `largest` bytes."""
        super().__init__()
        self.largest = largest

    def request(
        self,
        method: str,
        url: str,
        headers: Mapping[str, str] | None,
        post_data: Any = None,
        **_for_statistics: Any,
    ) -> tuple[str, int, Mapping[str, str]]:
        """Ask once; the SDK tries again by itself. Raises the SDK's `APIConnectionError`."""
        said = {
            name: value
            for name, value in (headers or {}).items()
            if name.lower() not in _SAYS_TOO_MUCH
        }
        content = post_data.encode() if isinstance(post_data, str) else post_data
        try:
            answer = outbound.ask(
                method.upper(), url, content=content, headers=said, largest=self.largest
            )
        except OutboundFailed as error:
            raise stripe.APIConnectionError(str(error), should_retry=True) from error  # type: ignore[no-untyped-call]
        return answer.content.decode(errors="replace"), answer.status, answer.headers

    def close(self) -> None:
        """Nothing is held open."""
