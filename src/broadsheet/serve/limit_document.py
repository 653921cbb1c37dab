"""The page that lists every limit, written from the limits themselves: docs/operating/limits.md."""

from broadsheet.accounts import limits as accounts
from broadsheet.core.pace import UNITS, Limit
from broadsheet.discussion import limits as discussion
from broadsheet.funding import limits as funding

INTRODUCTION = """\
# Limits

Written by `broadsheet limits` from the code; do not edit by hand.

How often somebody may do something before Broadsheet asks them to wait. Who is too fast is told when to try
again, and keeps their words; scripts get status 429 with `Retry-After`. All processes and machines count
together, in the database.

A limit is so many times in so long, on the average: each time has to be paid for with its share of the time,
and after a rest so many may come at once (`burst`; all of them, where none is named). So 5/1h lets five
through at once and then one every 12 minutes. (The generic cell rate algorithm of ITU-T Recommendation
I.371.)

The option `limits` names other ones, by comma; `off` switches one of them off, `all=…` is every one that is
not named, and `off` alone switches all of them off.

```toml
# broadsheet.toml
limits = "post-guest=10/1h, vote-pace=2/1s burst 20, post-new=off"
```

Units are {units}. People are counted by who they are; guests, who can leave their key behind, also by their
network address (an IPv4 address, or 64 bits of an IPv6 one), of which only a pseudonym of the day is kept.
What is sent again by somebody who got no answer is not counted again. After a crash of the database everybody
begins anew.
"""

TABLES: dict[str, tuple[Limit, ...]] = {
    "Writing and voting": discussion.LIMITS,
    "Accounts": accounts.LIMITS,
    "Giving": funding.LIMITS,
}


def limits_document() -> str:
    """Answer the page, in Markdown."""
    tables = [_table(title, limits) for title, limits in TABLES.items()]
    return "\n".join([INTRODUCTION.format(units=", ".join(UNITS)), *tables]).rstrip()


def _table(title: str, limits: tuple[Limit, ...]) -> str:
    rows = [f"| `{limit.name}` | {limit} | {limit.help} |" for limit in limits]
    return "\n".join([f"## {title}", "", "| limit | usually | of |", "|---|---|---|", *rows, ""])
