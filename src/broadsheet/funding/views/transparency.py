"""What the newspaper accounts for in public, month by month. The same for everybody."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from broadsheet.core.shared import declare
from broadsheet.funding import queries, shows
from broadsheet.funding.money import Money
from broadsheet.funding.queries import CurrencyAccount, MonthAccount
from broadsheet.funding.spreadsheets import Cell, csv_text

SHOWN = (shows.METERS, shows.CAMPAIGNS, shows.ACCOUNTS, shows.DIGESTS)
HEADING = ("part", "of", "people", "gifts", "amount", "currency", "notes")


@require_safe
def transparency(request: HttpRequest) -> HttpResponse:
    """Show which months there are."""
    page = queries.transparency_index(at=timezone.now())
    declare(request, *SHOWN, until=page.until)
    return render(request, "funding/transparency.html", {"page": page})


@require_safe
def transparency_month(request: HttpRequest, month: date) -> HttpResponse:
    """Show one month."""
    page = _page(request, month)
    return render(request, "funding/transparency_month.html", {"page": page})


@require_safe
def transparency_json(request: HttpRequest, month: date) -> JsonResponse:
    """Answer one month for programs: amounts in minor units; null is what is not told."""
    page = _page(request, month)
    account = page.account
    return JsonResponse(
        {
            "month": f"{page.month:%Y-%m}",
            "is_complete": not page.is_running,
            "gifts": account.gifts if account else None,
            "supporters": account.supporters if account else None,
            "currencies": [_currency(one) for one in account.currencies] if account else None,
            "goals": [
                {
                    "title": line.title,
                    "from": line.starts_on,
                    "before": line.ends_before,
                    "currency": line.goal.currency,
                    "goal": line.goal.minor,
                    "raised": line.raised.minor,
                }
                for line in page.goals
            ],
            "ledger": {"day": page.digest_day, "sha256": page.digest or None},
        },
        json_dumps_params={"ensure_ascii": False},
    )


@require_safe
def transparency_csv(request: HttpRequest, month: date) -> HttpResponse:
    """Answer one month as a table."""
    page = _page(request, month)
    rows = [] if page.account is None else list(_rows(page.account))
    goals: list[tuple[Cell, ...]] = [
        (part, line.title, None, None, amount, amount.currency, "")
        for line in page.goals
        for part, amount in (("goal", line.goal), ("raised", line.raised))
    ]
    return HttpResponse(csv_text(HEADING, [*rows, *goals]), content_type="text/csv; charset=utf-8")


def _page(request: HttpRequest, month: date) -> queries.TransparencyMonth:
    declare(request, *SHOWN)
    page = queries.transparency_month(month, at=timezone.now())
    declare(request, until=page.until)
    return page


def _sums(one: CurrencyAccount) -> dict[str, Money]:
    flow = one.flow
    return {
        "gross": flow.gross,
        "cover": flow.cover,
        "fees": -flow.fees,
        "refunds": -flow.refunds,
        "disputed": -flow.disputed,
        "chargebacks": -flow.chargebacks,
        "net": flow.net,
    }


def _currency(one: CurrencyAccount) -> dict[str, Any]:
    return {
        "currency": one.flow.currency,
        **{name: amount.minor for name, amount in _sums(one).items()},
        "gifts": one.gifts,
        "recurring_percent": one.recurring_percent,
        "middle_gift": one.middle.minor if one.middle else None,
        "ways": [
            {
                "way": line.label or None,
                "people": line.people,
                "gifts": line.gifts,
                "total": line.total.minor,
            }
            for line in one.ways
        ],
        "sizes": [
            {
                "from": line.least,
                "below": line.below,
                "people": line.people,
                "gifts": line.gifts,
                "total": line.total.minor,
            }
            for line in one.sizes
        ],
        "spent": one.spent.minor,
        "spending": [
            {"category": line.category, "amount": line.spent.minor, "notes": line.notes}
            for line in one.spending
        ],
    }


def _rows(account: MonthAccount) -> Iterator[tuple[Cell, ...]]:
    people = account.supporters
    yield ("supporters", "", people, account.gifts, None, "", "" if people else "fewer than 5")
    for one in account.currencies:
        currency = one.flow.currency
        for name, amount in _sums(one).items():
            yield (name, "", None, None, amount, currency, "")
        for line in one.ways:
            yield ("way", line.label or "others", line.people, line.gifts, line.total, currency, "")
        for size in one.sizes:
            sizes = f"{size.least} to {size.below}" if size.below else f"{size.least} and more"
            yield ("size", sizes, size.people, size.gifts, size.total, currency, "")
        for spent in one.spending:
            notes = "; ".join(spent.notes)
            yield ("spent", spent.category, None, None, -spent.spent, currency, notes)
