"""Moments as BTCPay writes them."""

from datetime import UTC, datetime


def moment(seconds: float | str) -> datetime:
    """Seconds since 1970."""
    return datetime.fromtimestamp(int(float(seconds)), tz=UTC)
