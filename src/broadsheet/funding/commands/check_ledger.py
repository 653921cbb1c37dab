"""Whether the ledger is what it must be: everything is reckoned again from the transfers alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db import connection, transaction

from broadsheet.funding.chain import days
from broadsheet.funding.facts import (
    CHARGEBACKS,
    DISPUTED,
    FEE_COVER,
    GIFTS,
    REFUNDS,
    TEST,
    UNMATCHED,
)
from broadsheet.funding.ledger import Balances, counted
from broadsheet.funding.models import (
    DayDigest,
    DayTotal,
    Donation,
    LedgerAccount,
    Receipt,
    Transfer,
)

LARGEST_REPORT = 1_000
"""Troubles beyond so many are not listed."""


class Check(StrEnum):
    """What is looked at."""

    TRIAL_BALANCE = "trial balance"
    NEVER_NEGATIVE = "accounts that cannot be below zero"
    BELONGS = "gifts belong to somebody"
    COUNTED = "what gifts count"
    STATE = "gifts received"
    DAY_TOTALS = "meters"
    TEST_MONEY = "test money"
    REVERSALS = "reversals"
    RECEIPTS = "numbers of receipts"
    DIGESTS = "digests"


@dataclass(frozen=True, kw_only=True)
class LedgerTrouble:
    """Of `subject`, `kept` is what the database holds, and `reckoned` what it must hold by the transfers."""

    check: Check
    subject: str
    kept: str
    reckoned: str

    @property
    def sentence(self) -> str:
        """What differs, for operators."""
        return f"{self.check}: {self.subject}: {self.kept}, reckoned {self.reckoned}."


def check_ledger() -> tuple[LedgerTrouble, ...]:
    """Answer what of the ledger is not what it must be; at most `LARGEST_REPORT` troubles.

    Trial balance, meters and what each gift counts, receipts, digests, and that test money is nowhere else. It
    reads all transfers, as they are at one moment, and changes nothing.
    """
    found: list[LedgerTrouble] = []
    with transaction.atomic():
        if len(connection.savepoint_ids) == 0:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        with connection.cursor() as cursor:
            # Each check reads whole tables. A planner that does not know yet how much an import brought would
            # look at all of one for each row of the other.
            cursor.execute("SET LOCAL enable_nestloop = off")
        for check, sql in _CHECKS.items():
            found += _troubles(check, sql)
        found += _counted()
        found += _digests()
    return tuple(found[:LARGEST_REPORT])


_TABLES = {
    "Transfer": Transfer._meta.db_table,
    "Account": LedgerAccount._meta.db_table,
    "Donation": Donation._meta.db_table,
    "Total": DayTotal._meta.db_table,
    "Receipt": Receipt._meta.db_table,
}

# Each answers rows of a subject, of what is kept, and of what was reckoned.
_CHECKS = {
    Check.TRIAL_BALANCE: """
        SELECT currency, 'balance ' || sum(amount), '0' FROM (
            SELECT a.currency, t.amount FROM {Transfer} t JOIN {Account} a ON a.id = t.debit_id
            UNION ALL
            SELECT a.currency, -t.amount FROM {Transfer} t JOIN {Account} a ON a.id = t.credit_id
        ) sides GROUP BY currency HAVING sum(amount) <> 0
    """,
    Check.NEVER_NEGATIVE: """
        SELECT code || ' ' || currency, 'balance ' || sum(amount), '0 or more' FROM (
            SELECT a.code, a.currency, t.amount
            FROM {Transfer} t JOIN {Account} a ON a.id = t.debit_id
            UNION ALL
            SELECT a.code, a.currency, -t.amount
            FROM {Transfer} t JOIN {Account} a ON a.id = t.credit_id
        ) sides
        GROUP BY code, currency
        HAVING sum(amount) * CASE WHEN code = '{unmatched}' THEN -1 ELSE 1 END < 0
            AND code IN ('asset:cash', '{disputed}', '{unmatched}')
    """,
    Check.BELONGS: """
        SELECT t.key, coalesce(t.campaign_id::text, 'no campaign'),
            coalesce(d.campaign_id::text, 'a gift')
        FROM {Transfer} t
        JOIN {Account} a ON a.id = t.credit_id
        LEFT JOIN {Donation} d ON d.id = t.donation_id
        WHERE (a.code IN ('{gifts}', '{test}{gifts}') AND d.id IS NULL)
            OR t.currency <> d.currency
            OR (t.campaign_id <> d.campaign_id)
    """,
    Check.STATE: """
        SELECT d.reference, d.state, CASE WHEN given > 0 THEN 'SETTLED' ELSE 'not SETTLED' END
        FROM {Donation} d LEFT JOIN (
            SELECT t.donation_id, sum(CASE WHEN a.id = t.credit_id THEN t.amount ELSE -t.amount END)
                AS given
            FROM {Transfer} t JOIN {Account} a ON a.id IN (t.credit_id, t.debit_id)
            WHERE a.code IN ('{gifts}', '{test}{gifts}') GROUP BY t.donation_id
        ) money ON money.donation_id = d.id
        WHERE (d.state = 'SETTLED') <> (coalesce(given, 0) > 0)
    """,
    Check.DAY_TOTALS: """
        SELECT 'campaign ' || campaign_id || ' on ' || day,
            coalesce(kept.counted, 0) || ' by ' || coalesce(kept.gifts, 0),
            coalesce(reckoned.counted, 0) || ' by ' || coalesce(reckoned.gifts, 0)
        FROM {Total} kept FULL JOIN (
            SELECT campaign_id, day, sum(counted) AS counted,
                count(*) FILTER (WHERE counted > 0) AS gifts
            FROM (
                SELECT campaign_id, counts_on AS day, donation_id, sum(counted) AS counted
                FROM {Transfer} WHERE counts_on IS NOT NULL
                GROUP BY campaign_id, counts_on, donation_id
            ) each GROUP BY campaign_id, day
        ) reckoned USING (campaign_id, day)
        WHERE (coalesce(kept.counted, 0), coalesce(kept.gifts, 0))
            <> (coalesce(reckoned.counted, 0), coalesce(reckoned.gifts, 0))
    """,
    Check.TEST_MONEY: """
        SELECT t.key, debit.code || ' from ' || credit.code, 'test money apart'
        FROM {Transfer} t
        JOIN {Account} debit ON debit.id = t.debit_id
        JOIN {Account} credit ON credit.id = t.credit_id
        LEFT JOIN {Donation} d ON d.id = t.donation_id
        WHERE debit.code LIKE '{test}%%' <> (credit.code LIKE '{test}%%')
            OR d.is_test <> (debit.code LIKE '{test}%%')
            OR (debit.code LIKE '{test}%%' AND (t.counted <> 0 OR t.campaign_id IS NOT NULL))
    """,
    Check.REVERSALS: """
        SELECT r.key, r.amount::text, t.amount::text
        FROM {Transfer} r JOIN {Transfer} t ON t.id = r.reverses_id
        WHERE (r.debit_id, r.credit_id, r.amount, r.donation_id)
            IS DISTINCT FROM (t.credit_id, t.debit_id, t.amount, t.donation_id)
    """,
    Check.RECEIPTS: """
        SELECT series || ' ' || year, count(*)::text, 'up to ' || max(number)
        FROM {Receipt} GROUP BY series, year
        HAVING count(*) <> max(number) OR min(number) <> 1
    """,
}


def _troubles(check: Check, sql: str) -> list[LedgerTrouble]:
    codes = {"gifts": GIFTS, "disputed": DISPUTED, "unmatched": UNMATCHED, "test": TEST}
    with connection.cursor() as cursor:
        cursor.execute(f"{sql.format(**_TABLES, **codes)} LIMIT {LARGEST_REPORT}", [])
        return [_trouble(check, *row) for row in cursor.fetchall()]


def _trouble(check: Check, subject: Any, kept: Any, reckoned: Any) -> LedgerTrouble:
    return LedgerTrouble(check=check, subject=str(subject), kept=str(kept), reckoned=str(reckoned))


_GIFTS = """
    SELECT d.reference, sum(t.counted), max(t.rate), {given}, {covered}, {returned}
    FROM {Transfer} t
    JOIN {Account} debit ON debit.id = t.debit_id
    JOIN {Account} credit ON credit.id = t.credit_id
    JOIN {Donation} d ON d.id = t.donation_id
    WHERE NOT d.is_test GROUP BY d.id
"""


def _counted() -> Iterator[LedgerTrouble]:
    """What each gift counts, by its accounts."""
    sums = {
        "given": _balance("credit", "debit", GIFTS),
        "covered": _balance("credit", "debit", FEE_COVER),
        "returned": _balance("debit", "credit", REFUNDS, CHARGEBACKS, DISPUTED),
    }
    with connection.cursor() as cursor:
        cursor.execute(_GIFTS.format(**_TABLES, **sums))
        for reference, kept, rate, given, covered, returned in cursor:
            held = Balances(given=int(given), covered=int(covered), returned=int(returned))
            reckoned = counted(held, rate=rate)
            if kept != reckoned:
                yield _trouble(Check.COUNTED, reference, kept, reckoned)


def _balance(plus: str, minus: str, *codes: str) -> str:
    listed = ", ".join(f"'{code}'" for code in codes)
    return (
        f"coalesce(sum(t.amount) FILTER (WHERE {plus}.code IN ({listed})), 0)"
        f" - coalesce(sum(t.amount) FILTER (WHERE {minus}.code IN ({listed})), 0)"
    )


def _digests() -> Iterator[LedgerTrouble]:
    kept = {digest.day: digest for digest in DayDigest.objects.order_by("day")}
    if not kept:
        return
    reckoned = {day.day: day for day in days()}
    for day, digest in kept.items():
        again = reckoned.get(day)
        if again is None or again.digest != digest.digest:
            yield _trouble(Check.DIGESTS, day, digest.digest, again.digest if again else "none")
    for day in reckoned.keys() - kept.keys():
        if day < max(kept):
            yield _trouble(Check.DIGESTS, day, "none", reckoned[day].digest)
