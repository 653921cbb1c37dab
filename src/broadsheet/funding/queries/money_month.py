"""A month of the money, as the desk sees it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import F, Q, Sum
from django.db.models.functions import TruncDate
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext

from broadsheet.accounts.models import User
from broadsheet.funding.charts import Amount, ColumnChart, column_chart
from broadsheet.funding.facts import CHARGEBACKS, DISPUTED, FEE_COVER, GIFTS, REFUNDS
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.policy import Permission, policy

from .month_account import MonthAccount, month_account
from .movements import (
    Flow,
    flows,
    moments_of_month,
    month_after,
    month_before,
    real_transfers,
)


@dataclass(frozen=True, kw_only=True)
class MoneyMonth:
    """What `funding/desk/month.html` is given. `flows_before` are those of the month before, by currency.

    `after` is None in the month that it is.
    """

    account: MonthAccount
    charts: tuple[ColumnChart, ...]
    flows_before: dict[str, Flow]
    before: date
    after: date | None


def money_month(month: date, *, viewer: User, at: datetime) -> MoneyMonth:
    """Answer what came and went in the calendar month of `month`, by day. Five queries. Raises `NotAllowed`."""
    policy.require(Permission.VIEW_MONEY, viewer)
    account = month_account(month)
    by_day = _by_day(account.month)
    after = month_after(account.month)
    return MoneyMonth(
        account=account,
        charts=tuple(
            _chart(one.flow.currency, account.month, by_day.get(one.flow.currency, {}))
            for one in account.currencies
            if one.gifts or one.flow.gross.minor
        ),
        flows_before=flows(*moments_of_month(month_before(account.month))),
        before=month_before(account.month),
        after=after if after <= timezone.localdate(at) else None,
    )


def _by_day(month: date) -> dict[str, dict[date, int]]:
    """What came of gifts and went back, without fees, by currency and day."""
    codes = [GIFTS, FEE_COVER, REFUNDS, CHARGEBACKS, DISPUTED]
    moved = real_transfers(*moments_of_month(month)).annotate(
        day=TruncDate("happened_at", tzinfo=timezone.get_default_timezone())
    )
    found: dict[str, dict[date, int]] = {}
    sums = moved.values_list("currency", "day").annotate(
        came=Sum("amount", filter=Q(credit__code__in=codes) & ~Q(debit__code__in=codes)),
        went=Sum("amount", filter=Q(debit__code__in=codes) & ~Q(credit__code__in=codes)),
    )
    for currency, day, came, went in sums.order_by(F("day")):
        found.setdefault(currency, {})[day] = (came or 0) - (went or 0)
    return found


def _chart(currency: str, month: date, by_day: dict[date, int]) -> ColumnChart:
    language = get_language() or "en"

    def text(minor: int) -> str:
        return money_text(Money(minor, currency), language)

    days = [month + timedelta(days=number) for number in range((month_after(month) - month).days)]
    return column_chart(
        [
            Amount(
                label=date_format(day, "j"),
                value=by_day.get(day, 0),
                text=text(by_day.get(day, 0)),
            )
            for day in days
        ],
        title=gettext("What came, less what went back, day by day, in %(currency)s")
        % {"currency": currency},
        scale_text=text,
    )
