"""What a row of an export becomes: one of these."""

from dataclasses import dataclass
from datetime import date, datetime

from broadsheet.funding.models import Interval, PledgeState

from .reasons import Reason


@dataclass(frozen=True, kw_only=True)
class HistoricGift:
    """Money that was received elsewhere, in minor units of `currency`.

    `amount` is the gift without `cover`. `fee` is what the provider kept, None if that is not known in this
    currency. `returned` is what of both went back at `returned_at`, by refund or, if `is_charged_back`, by a
    dispute that was lost.
    """

    line: int
    row_id: str
    email: str
    name: str
    currency: str
    amount: int
    cover: int
    fee: int | None
    given_at: datetime
    returned: int = 0
    returned_at: datetime | None = None
    is_charged_back: bool = False


@dataclass(frozen=True, kw_only=True)
class RunningPledge:
    """A recurring payment at a provider that we, too, can hear of: it is adopted as it runs.

    `provider_object` is what `provider` calls it. One that is cancelled but paid for runs until `ends_on`.
    """

    line: int
    row_id: str
    email: str
    name: str
    currency: str
    amount: int
    cover: int
    interval: Interval
    provider: str
    provider_object: str
    state: PledgeState
    began_at: datetime
    next_on: date | None
    ends_on: date | None


@dataclass(frozen=True, kw_only=True)
class Invited:
    """Somebody who gives regularly where nothing of it can be carried over: they may be asked to go on here.

    What they have paid for there runs until `paid_until`, if that is known.
    """

    line: int
    row_id: str
    email: str
    name: str
    currency: str
    amount: int
    interval: Interval
    since_on: date | None
    paid_until: date | None


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A row that is not taken, and why. `detail` is the cell in question, or the name of the field."""

    line: int
    row_id: str
    reason: Reason
    detail: str = ""


Record = HistoricGift | RunningPledge | Invited | LeftOut


@dataclass(frozen=True)
class Fitted:
    """One row, and whether it was taken over before."""

    record: Record
    is_known: bool = False
