"""What Broadsheet asks of whoever can take money for it.

Shaped by our need, not by anybody's API. Three rules hold for all. What is begun twice is begun once: every
question that moves money carries a key made of our own words. A message of theirs is a hint: it says what has
changed, and `snapshot` asks what is so now. And nothing is taken for granted: that money was refunded, or a pledge
cancelled, is known once a snapshot says so.

Money is in minor units of a currency (ISO 4217), as everywhere in funding: 5,00 EUR is 500, 500 JPY is 500. A
provider whose API has it otherwise turns it round at its own door.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.funding.facts import PaymentSnapshot
from broadsheet.funding.models import Donation, Pledge, PledgeState


class Ability(StrEnum):
    """What a provider can do; what it cannot is not offered."""

    ONCE = "ONCE"
    MONTH = "MONTH"
    YEAR = "YEAR"
    CARD = "CARD"
    """It takes cards, so it is what those try who have stolen some; a breaker may switch it off."""
    OFFLINE = "OFFLINE"
    """It gives instructions, and the money comes days later."""
    HOOK = "HOOK"
    """It tells us when something changes."""
    REFUND = "REFUND"
    PARTIAL_REFUND = "PARTIAL_REFUND"
    CANCEL = "CANCEL"
    PAUSE = "PAUSE"
    CHANGE_AMOUNT = "CHANGE_AMOUNT"
    PORTAL = "PORTAL"
    """It has a page on which a donor changes the card."""


class NotAuthentic(Refused):
    """A message does not prove that it is the provider's: nothing of it is kept."""

    code = "not-authentic"
    status = 400
    message = _("This message is not signed as it should be.")


class ProviderAway(Refused):
    """The provider does not answer, or not now; whether it has acted is not known. To be tried again."""

    code = "provider-away"
    status = 503
    message = _(
        "This way of paying does not answer for the moment. Please try again, or choose another."
    )
    retry_after = 10


class ProviderRefused(Refused):
    """The provider will not do what it was asked; trying again does not change that.

    `trouble` says why, for the desk and the log; readers are not shown it.
    """

    code = "provider-refused"
    status = 409
    message = _("This way of paying has refused that. Please choose another.")

    def __init__(self, trouble: str = "") -> None:
        """Refuse; `trouble` is what the provider says, or which of its methods was asked in vain."""
        super().__init__()
        self.trouble = trouble


@dataclass(frozen=True, kw_only=True)
class Redirect:
    """The donor goes to `address`, the provider's own page, and comes back.

    `provider_object` is what it calls this attempt, to be kept with the gift. After `expires_at` it takes no
    money any more.
    """

    address: str
    provider_object: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class Instructions:
    """The donor does the rest elsewhere, and is told how on `page`, a path of our own. The gift is promised.

    After `expires_at` we stop waiting for it; the money is welcome all the same.
    """

    page: str
    expires_at: datetime


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What an authentic message says: something about `subject` has changed.

    `event_id` is the provider's, and unique for it. `subject` is what `snapshot` may be asked about, or empty if
    the message concerns nothing of ours.
    """

    event_id: str
    kind: str
    subject: str
    is_test: bool


@dataclass(frozen=True, kw_only=True)
class PledgeSnapshot:
    """What a provider says about one recurring gift now, in our words.

    `pledge` is the provider's name for it, `donation` the reference of its first gift, or empty if the provider
    was not told. `amount` is gross, for each interval: the gift and its cover. `next_on` is the day of the next
    payment. Of one that has ended, `ended_at` says since when, and `end_reason` why in a word or two.
    """

    provider: str
    pledge: str
    donation: str
    currency: str
    amount: int
    state: PledgeState
    is_test: bool
    next_on: date | None = None
    paused_until: date | None = None
    ends_on: date | None = None
    ended_at: datetime | None = None
    end_reason: str = ""


@dataclass(frozen=True, kw_only=True)
class PayoutSnapshot:
    """Money that a provider sent on to our bank: it belongs to no gift.

    `paid_at` is None as long as it has not left. One that `failed` has come back to the provider.
    """

    provider: str
    payout: str
    currency: str
    amount: int
    paid_at: datetime | None
    failed: bool
    is_test: bool


Snapshot = PaymentSnapshot | PledgeSnapshot | PayoutSnapshot


class Provider(ABC):
    """Somebody who can take money for us.

    `code` is our name for it, in the ledger and in addresses of machines; `way` is what readers' forms call it,
    which is no company's name (card). Whatever asks it something may raise `ProviderAway` and `ProviderRefused`;
    what is not among its `abilities` raises `ProviderRefused`.
    """

    code: str
    way: str
    label: str | Promise
    abilities: frozenset[Ability]

    # What the newsroom has set up

    @abstractmethod
    def is_ready(self) -> bool:
        """Whether gifts can be begun with it, as far as the options go. Asks nobody."""

    @property
    def is_test(self) -> bool:
        """Whether its money is pretended: then it is kept apart from all other."""
        return False

    def trouble(self) -> list[str]:
        """What is wrong with how it is set up: a sentence each, for the operator. Asks nobody."""
        return []

    @abstractmethod
    def currencies(self) -> frozenset[str]:
        """In which currencies it takes money."""

    @abstractmethod
    def least(self, currency: str) -> int:
        """The smallest amount it takes of `currency`."""

    @abstractmethod
    def most(self, currency: str) -> int:
        """The largest amount it takes of `currency`."""

    def fee_of(self, amount: int, currency: str) -> int | None:
        """What it keeps of a payment of `amount`, gross; None if nobody knows beforehand.

        Never falls as `amount` rises, and rises more slowly, so that what covers it can be found.
        """
        return None

    # What donors do

    @abstractmethod
    def begin(
        self, donation: Donation, *, return_to: str, cancel_to: str
    ) -> Redirect | Instructions:
        """Prepare to take `donation.amount + donation.cover`, once or each `donation.interval`.

        Both addresses are whole (https://…): where the donor comes back to from paying, and from changing their
        mind. Asked again about the same gift, it answers the same. It writes nothing: the caller keeps
        `provider_object` and `expires_at`.
        """

    def portal_url(self, pledge: Pledge, *, return_to: str) -> str:
        """A page of the provider, good for minutes, on which the donor of `pledge` changes the card."""
        raise ProviderRefused("portal_url")

    # What the newsroom asks for; the outcome is known from a snapshot

    def refund(self, donation: Donation, *, amount: int, key: str) -> None:
        """Send `amount` of a settled gift, gross, back to where it came from; the same `key` does so once."""
        raise ProviderRefused("refund")

    def cancel(self, pledge: Pledge) -> None:
        """Take no payment of `pledge` any more. One that has ended already stays so."""
        raise ProviderRefused("cancel")

    def pause(self, pledge: Pledge, *, until: date | None) -> None:
        """Take no payment of `pledge` before `until`; None: before it is resumed."""
        raise ProviderRefused("pause")

    def resume(self, pledge: Pledge) -> None:
        """Take payments of `pledge` again, from its next day on."""
        raise ProviderRefused("resume")

    def change_amount(self, pledge: Pledge, *, amount: int) -> None:
        """Take `amount`, gross, from the next payment of `pledge` on."""
        raise ProviderRefused("change_amount")

    # What it tells us

    def authenticate(self, headers: Mapping[str, str], body: bytes) -> Heard:
        """What the message in `body`, as it came, says, once it is proven to be the provider's own.

        `headers` are found whatever the case of their letters. Raises `NotAuthentic`.
        """
        raise NotAuthentic

    def snapshot(self, subject: str) -> Snapshot | None:
        """What is now so about `subject`, which a message named, `changed_since`, or a gift's provider_object.

        None if that is nothing of ours.
        """
        raise ProviderRefused("snapshot")

    def changed_since(self, moment: datetime) -> Iterable[str]:
        """Subjects of which something has changed since `moment`, oldest change first, once each.

        What no message has told us is found by this. Providers that can be asked nothing answer nothing.
        """
        return ()
