"""What the sample newspaper raises money for, read from `campaign.toml`."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("campaign.toml")


@dataclass(frozen=True, kw_only=True)
class SampleGift:
    """One gift in cash, in minor units, and how many days ago it came at the earliest."""

    amount: int
    days_ago: int
    note: str


@dataclass(frozen=True, kw_only=True)
class SampleAsk:
    """What readers are asked, in `wordings`: heading, words above and below, button."""

    name: str
    most_views: int
    in_days: int
    wordings: tuple[dict[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class SampleCampaign:
    """A month's goal in minor units, and what has been given."""

    slug: str
    title: str
    currency: str
    goal: int
    gifts: tuple[SampleGift, ...]
    ask: SampleAsk


def read_campaign() -> SampleCampaign:
    """The campaign as the file has it."""
    said: dict[str, Any] = tomllib.loads(_FILE.read_text("utf-8"))
    asked = said.pop("ask")
    gifts = tuple(SampleGift(**gift) for gift in said.pop("gifts"))
    ask = SampleAsk(**{**asked, "wordings": tuple(asked["wordings"])})
    return SampleCampaign(**said, gifts=gifts, ask=ask)
