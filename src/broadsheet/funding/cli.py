"""What `broadsheet funding …` does, one function for each verb."""

import sys
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from broadsheet.core.errors import Refused
from broadsheet.funding import commands
from broadsheet.funding.commands.watch_ledger import LOOK_BACK
from broadsheet.funding.importing import (
    SOURCES,
    DayOrder,
    DecimalMark,
    Field,
    ImportReport,
    Reading,
    Source,
    Table,
    open_table,
    surveyed,
)
from broadsheet.funding.models import Campaign, Reconciliation, Transfer
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text

DONE, DIFFERENT, FAILED = 0, 1, 1


def check(*, since: date | None = None, with_providers: bool = True) -> int:
    """Reckon everything again from the transfers, and say what differs; answer the exit status.

    Providers are asked what they have taken from the day `since` on, or for the last 35 days. 1 where something
    differs, or could not be compared. Nothing is set right: in a ledger, a mistake is made good by another
    transfer.
    """
    troubles = commands.check_ledger()
    for found in troubles:
        print(found.sentence)
    if troubles:
        print(f"{len(troubles)} things are not what the transfers say.")
    else:
        print("The ledger balances, and the meters are what it holds.")
    is_equal = not with_providers or _check_providers(since)
    return DONE if is_equal and not troubles else DIFFERENT


def _check_providers(since: date | None) -> bool:
    at = timezone.now()
    moment = timezone.make_aware(datetime.combine(since, time.min)) if since else at - LOOK_BACK
    troubles = commands.check_providers(since=moment, at=at)
    for found in troubles:
        print(found.sentence)
    if not troubles:
        print(f"Since {moment:%Y-%m-%d} the ledger holds what the providers say.")
    return not troubles


def reconcile() -> int:
    """Ask providers now for what no message has told us, post it, and say what was new; answer the exit status.

    1 where one could not be asked.
    """
    at = timezone.now()
    found = commands.reconcile_providers(at=at)
    for transfer in Transfer.objects.filter(posted_at=at).order_by("pk"):
        money = money_text(Money(transfer.amount, transfer.currency), "en")
        print(f"{transfer.key}: {money}")
    print(f"{found} things were new.")
    troubles = Reconciliation.objects.filter(asked_at=at).exclude(trouble="").order_by("provider")
    for kept in troubles:
        print(f"{kept.provider} could not be asked: {kept.trouble}")
    return FAILED if troubles else DONE


def import_export(
    source_code: str,
    file: Path,
    *,
    campaign_slug: str = "",
    columns: Sequence[str] = (),
    days: str = "",
    decimal_mark: str = ".",
    currency: str = "",
    check_only: bool = False,
) -> int:
    """Take over who gave elsewhere from `file`, or only say what that would bring; answer the exit status.

    `columns` say which column holds what where the file is not as usual, each as `amount=Betrag`.
    """
    try:
        kind, table, reading, campaign = _asked(
            source_code, file, campaign_slug, columns, days, decimal_mark, currency
        )
        if check_only:
            report = surveyed(kind, table, reading, campaign)
        else:
            report = commands.import_gifts(
                source=kind, table=table, reading=reading, campaign=campaign, at=timezone.now()
            )
    except Refused as refused:
        return _complain(refused.sentence)
    except (_NotAsked, OSError) as trouble:
        return _complain(str(trouble))
    for line in _lines(report, is_check=check_only):
        print(line)
    return DONE


class _NotAsked(Exception):
    """The command was not given as it has to be; says how."""


def _complain(sentence: str) -> int:
    print(f"broadsheet: {sentence}", file=sys.stderr)
    return FAILED


def _asked(
    source_code: str,
    file: Path,
    campaign_slug: str,
    columns: Sequence[str],
    days: str,
    decimal_mark: str,
    currency: str,
) -> tuple[Source, Table, Reading, Campaign]:
    if source_code not in SOURCES:
        raise _NotAsked(
            _("What the file is must be one of %(codes)s.") % {"codes": ", ".join(SOURCES)}
        )
    campaigns = Campaign.objects.order_by("-is_default", "pk")
    chosen = campaigns.filter(slug=campaign_slug) if campaign_slug else campaigns
    campaign = chosen.first()
    if campaign is None:
        raise _NotAsked(_("There is no such campaign. Open one at the desk first."))
    kind, table = SOURCES[source_code], open_table(file.read_bytes())
    said = {**kind.guess(table.columns), **_columns(columns, table)}
    if missing := kind.missing(said):
        names = ", ".join(f"{field.value} ({field.label})" for field in missing)
        raise _NotAsked(
            _("Say with --column in which columns these stand: %(names)s.") % {"names": names}
        )
    reading = Reading(
        columns=said,
        zone=timezone.get_default_timezone(),
        currency=currency.upper() or campaign.currency,
        today=timezone.localdate(),
        day_order=DayOrder(days) if days else None,
        decimal_mark=DecimalMark(decimal_mark),
    )
    return kind, table, reading, campaign


def _columns(columns: Sequence[str], table: Table) -> dict[Field, str]:
    said = {}
    for column in columns:
        field, _equals, name = column.partition("=")
        if field not in Field.values or name not in table.columns:
            raise _NotAsked(
                _("--column must be FIELD=NAME, such as %(example)s; the file has %(names)s.")
                % {"example": "amount=Betrag", "names": ", ".join(filter(None, table.columns))}
            )
        said[Field(field)] = name
    return said


def _lines(report: ImportReport, *, is_check: bool) -> Iterator[str]:
    yield _("What it would bring. Nothing was written.") if is_check else _("Taken over.")
    counts = (
        ngettext("  %(count)d gift", "  %(count)d gifts", report.gifts),
        ngettext(
            "  %(count)d regular gift that runs on",
            "  %(count)d regular gifts that run on",
            report.pledges,
        ),
        ngettext(
            "  %(count)d person to invite", "  %(count)d people to invite", report.invitations
        ),
        ngettext(
            "  %(count)d row was here before", "  %(count)d rows were here before", report.known
        ),
    )
    numbers = (report.gifts, report.pledges, report.invitations, report.known)
    yield from (line % {"count": count} for line, count in zip(counts, numbers, strict=True))
    language = get_language() or "en"
    for currency, sums in sorted(report.sums.items()):
        given, back = Money(sums.amount, currency), Money(sums.returned, currency)
        yield _("  %(given)s given, of which %(back)s went back") % {
            "given": money_text(given, language),
            "back": money_text(back, language),
        }
    for reason, count in report.left_out.most_common():
        yield _("  left out, %(count)d: %(reason)s") % {"count": count, "reason": reason.label}
        for row in report.shown[reason]:
            where = _("line %(line)d") % {"line": row.line}
            yield "    " + " ".join(
                filter(None, (where, _printable(row.row_id), _printable(row.detail)))
            )


def _printable(cell: str) -> str:
    """What stands in a cell, without what would steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in cell)
