"""Which days the bank's files leave out."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from broadsheet.accounts.models import User
from broadsheet.funding.models import BankStatement
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.statements import Balance, Gap, Period, gaps

LATEST = 400
"""Of the files, so many are looked at: a year of one each day, and some."""


@dataclass(frozen=True, kw_only=True)
class StatementGap:
    """Between two files of `account`, entries are missing from `from_day` to `to_day`.

    `missing` is what came in more than went out of it, negative if less.
    """

    account: str
    before_id: int
    before: str
    after_id: int
    after: str
    from_day: date
    to_day: date
    missing: Money


def statement_gaps(*, viewer: User) -> tuple[StatementGap, ...]:
    """Answer what the latest files leave out, the latest first. One query. Raises `NotAllowed`."""
    policy.require(Permission.RECONCILE, viewer)
    files = {each.pk: each for each in BankStatement.objects.order_by("-to_day", "-pk")[:LATEST]}
    periods: defaultdict[tuple[str, str], list[Period]] = defaultdict(list)
    for file in reversed(files.values()):
        periods[file.account, file.currency].append(_period(file))
    found = [
        _gap(gap, files[gap.before.key], files[gap.after.key])
        for each in periods.values()
        for gap in gaps(each)
    ]
    return tuple(sorted(found, key=lambda gap: gap.to_day, reverse=True))


def _period(statement: BankStatement) -> Period:
    return Period(
        key=statement.pk,
        from_day=statement.from_day,
        to_day=statement.to_day,
        opening=_balance(statement.opening, statement.opened_on),
        closing=_balance(statement.closing, statement.closed_on),
    )


def _balance(amount: int | None, on: date | None) -> Balance | None:
    return None if amount is None else Balance(amount, on)


def _gap(gap: Gap, before: BankStatement, after: BankStatement) -> StatementGap:
    return StatementGap(
        account=before.account,
        before_id=before.pk,
        before=before.file_name,
        after_id=after.pk,
        after=after.file_name,
        from_day=gap.from_day,
        to_day=gap.to_day,
        missing=Money(gap.missing, before.currency),
    )
