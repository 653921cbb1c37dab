"""Months in addresses."""

from datetime import date


class MonthConverter:
    """A month as 2025-03, and its first day."""

    regex = r"[0-9]{4}-(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> date:
        """Read it; the year 0 is none (`ValueError`, which Django takes for no match)."""
        return date.fromisoformat(f"{value}-01")

    def to_url(self, value: date) -> str:
        """Write it."""
        return f"{value:%Y-%m}"
