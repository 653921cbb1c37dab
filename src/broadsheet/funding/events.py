"""What can happen in funding, as told to the others."""

from dataclasses import dataclass

from broadsheet.core.events import Event


@dataclass(frozen=True, kw_only=True)
class MeterChanged(Event):
    """What a campaign has raised is no longer what it was: money came, or went back."""

    campaign_id: int


@dataclass(frozen=True, kw_only=True)
class CampaignChanged(Event):
    """What is said about a campaign changed: its goal, its title, whether it is the one shown, its asks."""

    campaign_id: int


@dataclass(frozen=True, kw_only=True)
class WallChanged(Event):
    """Who is named among our supporters, or what they say there, is no longer what it was."""


@dataclass(frozen=True, kw_only=True)
class SpendingChanged(Event):
    """What is said about the spending of a month (its first day, YYYY-MM-DD) is no longer what it was."""

    month: str


@dataclass(frozen=True, kw_only=True)
class DaySealed(Event):
    """The ledger's digests up to a day (YYYY-MM-DD) were made and published."""

    day: str
