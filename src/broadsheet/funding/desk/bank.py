"""What the bank says: its files imported, and entries of which nobody knows yet whose they are."""

from typing import Any

from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import (
    BankAccount,
    BankEntry,
    BankStatement,
    Donation,
    EntryMatch,
    Transfer,
)
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.statements import NotReadable, Table, guess_columns, read_table

from .bank_forms import (
    PARTS,
    SAMPLES,
    ColumnsForm,
    NewGiftForm,
    SharesForm,
    StatementForm,
    as_typed,
    sealed,
    unsealed,
)
from .gift_forms import ReasonForm
from .person import person_at

MATCHED_AT_ONCE = 300
"""Of so many new entries the gifts are found while somebody waits for the page; else a job does it."""


@require_http_methods(["GET", "POST"])
def bank(request: HttpRequest) -> HttpResponse:
    """Show what waits, and take another file."""
    viewer = person_at(request)
    policy.require(Permission.RECONCILE, viewer)
    form = (
        StatementForm(request.POST, request.FILES) if request.method == "POST" else StatementForm()
    )
    if request.method == "POST" and form.is_valid():
        account, file = form.cleaned_data["account"], form.cleaned_data["file"]
        content = file.read()
        try:
            return _imported(request, content=content, file_name=file.name, account=account)
        except commands.ColumnsUnknown:
            return _ask_columns(request, content, file.name, account)
        except Refused as refusal:
            form.add_error("file", refusal.sentence)
    context = {"page": queries.bank_page(viewer=viewer), "form": form}
    return TemplateResponse(request, "funding/desk/bank.html", context)


@require_POST
def bank_columns(request: HttpRequest) -> HttpResponse:
    """Read a CSV file with the columns as somebody says they are."""
    policy.require(Permission.RECONCILE, person_at(request))
    try:
        content = unsealed(request.POST.get("content", ""))
        table = read_table(content)
    except (signing.BadSignature, NotReadable):
        messages.error(request, _("Please choose the file again."))
        return redirect("funding_desk_bank")
    form = ColumnsForm(table, request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            return _imported(
                request,
                content=content,
                file_name=said["file_name"],
                account=said["account"],
                columns=form.columns,
            )
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
    return _columns_page(request, table, form)


def _imported(request: HttpRequest, **what: Any) -> HttpResponseRedirect:
    now = timezone.now()
    statement = commands.import_statement(importer=person_at(request), at=now, **what)
    if statement.entries_new <= MATCHED_AT_ONCE:
        commands.match_entries(at=now)
    _say_what_came(request, statement)
    _say_what_is_missing(request, statement)
    return redirect("funding_desk_bank")


def _say_what_came(request: HttpRequest, statement: BankStatement) -> None:
    said = _("New entries: %(new)d. There already: %(repeated)d.") % {
        "new": statement.entries_new,
        "repeated": statement.repeated,
    }
    messages.success(request, said)
    if statement.difference:
        messages.warning(
            request, _("The balances in this file say more than its entries: some are missing.")
        )


def _say_what_is_missing(request: HttpRequest, statement: BankStatement) -> None:
    """Say of the days between this file and those beside it that they are in none."""
    for gap in queries.statement_gaps(viewer=person_at(request)):
        if statement.pk in (gap.before_id, gap.after_id):
            said = _("No file holds all entries from %(from)s to %(to)s: please import those days.")
            messages.warning(
                request,
                said % {"from": date_format(gap.from_day), "to": date_format(gap.to_day)},
            )


def _ask_columns(
    request: HttpRequest, content: bytes, file_name: str, account: BankAccount
) -> HttpResponse:
    table = read_table(content)
    guessed = guess_columns(table)
    first = {"content": sealed(content), "file_name": file_name, "account": account}
    form = ColumnsForm(table, initial={**first, **(guessed.as_plain() if guessed else {})})
    return _columns_page(request, table, form)


def _columns_page(request: HttpRequest, table: Table, form: ColumnsForm) -> HttpResponse:
    context = {"names": table.names, "rows": table.rows[:SAMPLES], "form": form}
    return TemplateResponse(request, "funding/desk/bank_columns.html", context)


@require_safe
def entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Show an entry, what it could be, and what was said of it."""
    return _entry_page(request, entry_id)


def _entry_page(request: HttpRequest, entry_id: int, **forms: Any) -> HttpResponse:
    page = queries.entry_page(entry_id, viewer=person_at(request))
    context = {
        "page": page,
        "shares": SharesForm(currency=page.entry.amount.currency, initial=_parts(page.entry)),
        "new_gift": NewGiftForm(),
        "reason": ReasonForm(),
        **forms,
    }
    return TemplateResponse(request, "funding/desk/entry.html", context)


def _parts(line: queries.EntryLine) -> dict[str, str]:
    """What to fill in where an entry names several gifts: each with what was promised."""
    named = [each for each in line.suggestions if each.is_part and each.why == _("its reference")]
    filled: dict[str, str] = {}
    for number, each in enumerate(named[:PARTS], start=1):
        filled[f"reference_{number}"] = each.reference
        filled[f"amount_{number}"] = as_typed(each.part, line.amount.currency)
    return filled


@require_POST
def match_entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Say which gifts an entry is: one that was suggested, or those written down."""
    found = get_object_or_404(BankEntry, pk=entry_id)
    form = SharesForm(request.POST, currency=found.currency)
    if suggested := request.POST.get("suggested", ""):
        reference, _colon, part = suggested.partition(":")
        gift = get_object_or_404(Donation, reference=reference)
        shares = [(gift, int(part))] if part.isdecimal() and len(part) < 14 else []  # noqa: PLR2004
    elif form.is_valid():
        shares = form.shares
    else:
        return _entry_page(request, entry_id, shares=form)
    return _done(
        request,
        entry_id,
        lambda now: commands.match_entry(
            entry=found,
            shares=[commands.Share(gift=gift, amount=amount) for gift, amount in shares],
            actor=person_at(request),
            at=now,
        ),
        _("Matched."),
    )


@require_POST
def tie_entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Say that an entry is what the ledger has already."""
    found = get_object_or_404(BankEntry, pk=entry_id)
    known = request.POST.get("known", "")
    transfer = get_object_or_404(Transfer, pk=int(known) if known.isdecimal() else 0)
    return _done(
        request,
        entry_id,
        lambda now: commands.tie_entry(
            entry=found, known=transfer, actor=person_at(request), at=now
        ),
        _("Matched. It was counted already, and is counted once."),
    )


@require_POST
def record_entry(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Say that an entry is a gift nobody had promised."""
    found = get_object_or_404(BankEntry, pk=entry_id)
    form = NewGiftForm(request.POST)
    if not form.is_valid():
        return _entry_page(request, entry_id, new_gift=form)
    said = form.cleaned_data
    return _done(
        request,
        entry_id,
        lambda now: commands.record_entry(
            entry=found,
            campaign=said["campaign"],
            name=said["name"],
            email=said["email"],
            actor=person_at(request),
            at=now,
        ),
        _("Recorded as a new gift."),
    )


@require_POST
def set_entry_aside(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Say that an entry is no gift."""
    found = get_object_or_404(BankEntry, pk=entry_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return _entry_page(request, entry_id, reason=form)
    return _done(
        request,
        entry_id,
        lambda now: commands.set_entry_aside(
            entry=found, reason=form.cleaned_data["reason"], actor=person_at(request), at=now
        ),
        _("Set aside. It is not counted."),
    )


@require_POST
def put_entry_back(request: HttpRequest, entry_id: int) -> HttpResponse:
    """Have an entry that was set aside wait again."""
    found = get_object_or_404(BankEntry, pk=entry_id)
    return _done(
        request,
        entry_id,
        lambda now: commands.put_entry_back(entry=found, actor=person_at(request), at=now),
        _("It waits again."),
    )


@require_POST
def undo_match(request: HttpRequest, match_id: int) -> HttpResponse:
    """Take back that an entry was a gift."""
    match = get_object_or_404(EntryMatch, pk=match_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please say why."))
        return redirect("funding_desk_entry", match.entry_id)
    return _done(
        request,
        match.entry_id,
        lambda now: commands.undo_match(
            match=match, reason=form.cleaned_data["reason"], actor=person_at(request), at=now
        ),
        _("Taken back. The entry waits again."),
    )


def _done(request: HttpRequest, entry_id: int, act: Any, said: str) -> HttpResponse:
    """Do it and go back to where entries wait; where it is refused, to the entry, and say why."""
    try:
        act(timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
        return redirect("funding_desk_entry", entry_id)
    messages.success(request, said)
    return redirect("funding_desk_bank")
