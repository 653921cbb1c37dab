"""The page that says who may do what, written from the tables that decide it: docs/operating/permissions.md.

Django must be set up, and the newspaper's database at hand: what readers may do is set there.
"""

from collections.abc import Sequence

from broadsheet.core.policy import Policy, Predicate
from broadsheet.discussion.models import Right
from broadsheet.discussion.policy import policy as discussion
from broadsheet.discussion.rights import strength_has, who_can_have_rights
from broadsheet.funding.policy import policy as funding

INTRODUCTION = """\
# Who may do what

Written by `broadsheet permissions` from the code, and from what the newsroom has set; do not edit by hand. In
[the documentation](permissions.md) stands what it says of a new newspaper.

## Readers, by the strength of their identity

The newsroom changes this table at the desk, under Settings, Readers’ rights. Whoever works here has every
right; whoever is banned has none; names that came with an import do nothing by themselves.
"""

POLICIES: dict[str, Policy] = {"discussion": discussion, "funding": funding}


def permissions_document() -> str:
    """Answer the page, in Markdown."""
    parts = [INTRODUCTION, *_rights(), *(_table(app, policy) for app, policy in POLICIES.items())]
    return "\n".join(parts).rstrip()


def _rights() -> list[str]:
    lines = [
        f"| | {' | '.join(str(right.label) for right in Right)} |",
        f"|---|{'---|' * len(Right)}",
    ]
    for strength in who_can_have_rights():
        cells = ["yes" if strength_has(strength, right) else "no" for right in Right]
        lines.append(f"| **{strength.label}** | {' | '.join(cells)} |")
    meanings = [f"- **{right.label}**: {right.meaning}" for right in Right]
    return [*lines, "", *meanings, ""]


def _table(app: str, policy: Policy) -> str:
    lines = [f"## The app {app}", "", "| permission | whoever |", "|---|---|"]
    for permission, rows in policy.table.items():
        lines.append(f"| `{permission.value}` | {'; **or** '.join(map(_row, rows))} |")
    return "\n".join([*lines, ""])


def _row(predicates: Sequence[Predicate]) -> str:
    return ", ".join(map(_words, predicates))


def _words(predicate: Predicate) -> str:
    """What the predicate's docstring says of the actor."""
    return (predicate.__doc__ or "").strip().removesuffix(".").removeprefix("The actor ")
