"""The accounts to which supporters send money. Who comes here is asked for a fresh proof first (web.desk)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.models import BankAccount

from .bank_forms import AccountForm
from .person import person_at


@require_http_methods(["GET", "POST"])
def bank_accounts(request: HttpRequest) -> HttpResponse:
    """Show the accounts, and enter another."""
    actor, now = person_at(request), timezone.now()
    page = queries.bank_accounts_page(viewer=actor, at=now)
    form = AccountForm(request.POST) if request.method == "POST" else AccountForm()
    if request.method == "POST" and form.is_valid():
        try:
            account = commands.enter_bank_account(**form.cleaned_data, actor=actor, at=now)
        except commands.IbanRefused as refusal:
            form.add_error("iban", refusal.sentence)
        except commands.BicRefused as refusal:
            form.add_error("bic", refusal.sentence)
        except Refused as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, _what_happens_next(account))
            return redirect("funding_desk_bank_accounts")
    context = {"page": page, "form": form}
    return TemplateResponse(request, "funding/desk/bank_accounts.html", context)


def _what_happens_next(account: BankAccount) -> str:
    if account.shown_from <= account.entered_at:
        return _("Entered. Supporters are shown it from now on.")
    return _("Entered. Supporters are shown it in a day; all administrators have been written to.")


@require_POST
def stop_bank_account(request: HttpRequest, account_id: int) -> HttpResponse:
    """Do not show an account that was to be shown soon."""
    account = get_object_or_404(BankAccount, pk=account_id)
    try:
        commands.stop_bank_account(account=account, actor=person_at(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Stopped."))
    return redirect("funding_desk_bank_accounts")


@require_POST
def withdraw_bank_account(request: HttpRequest, account_id: int) -> HttpResponse:
    """Show no account in this currency any more."""
    account = get_object_or_404(BankAccount, pk=account_id)
    commands.withdraw_bank_account(
        currency=account.currency, actor=person_at(request), at=timezone.now()
    )
    messages.success(request, _("Withdrawn. Supporters are shown no account in this currency."))
    return redirect("funding_desk_bank_accounts")
