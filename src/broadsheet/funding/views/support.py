"""The page of one's gifts, and what one can do with those that come again.

Who comes by a letter has a cookie for an hour, which opens this page and nothing else; who is signed in sees what
was given with the address they have proven.
"""

from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from broadsheet.accounts.http import reader_of
from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound
from broadsheet.core.http import origin_of
from broadsheet.core.limits import TooOften, mailbox, take
from broadsheet.funding import commands, queries
from broadsheet.funding.limits import PORTAL_ADDRESS, PORTAL_MAIL
from broadsheet.funding.models import Donor, Pledge
from broadsheet.funding.periods import in_months
from broadsheet.funding.providers import provider
from broadsheet.funding.support_forms import AddressForm, DonorForm, PledgeAmountForm
from broadsheet.funding.tokens import Purpose, new_token

from .sparing import spare

COOKIE: Final = "bs_support"
COOKIE_PATH: Final = "/support/"
COOKIE_AGE: Final = 60 * 60
PAUSES: Final = (1, 3, 6)
"""For how many months a gift may be paused."""

_SALT: Final = "broadsheet.funding.portal"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def support(request: HttpRequest) -> HttpResponse:
    """Show somebody's gifts; write a letter with a link to who is not known."""
    if request.method == "POST":
        return _send_link(request)
    page = queries.support_page(_donor_of(request), viewer=_viewer(request))
    if page is None:
        return _ask_for_address(request, AddressForm())
    return render(request, "funding/support.html", {"page": page, "pauses": PAUSES})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def open_support(request: HttpRequest, secret: str) -> HttpResponse:
    """Let in who has the letter. It is asked for a click, because programs look at what letters link to."""
    if request.method != "POST":
        return render(request, "funding/open_support.html")
    donor = commands.use_portal_link(secret=secret, at=timezone.now())
    answer = redirect("funding:support")
    answer.set_cookie(
        COOKIE,
        signing.dumps(donor.pk, salt=_SALT),
        max_age=COOKIE_AGE,
        path=COOKIE_PATH,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return spare(answer, comes_again=True)


@require_POST
def leave_support(request: HttpRequest) -> HttpResponse:
    """Forget in this browser who came by a letter."""
    answer = redirect("funding:support")
    answer.delete_cookie(COOKIE, path=COOKIE_PATH)
    return answer


@require_POST
def yearly_statement(request: HttpRequest, year: int) -> HttpResponse:
    """Issue the statement of a year, unless there is one that still holds, and show it.

    Of several, one for each currency, the page of one's gifts shows which there are.
    """
    now = timezone.now()
    statements = [
        statement
        for donor in queries.own_donors(_donor_of(request), viewer=_viewer(request))
        for statement in commands.issue_yearly_statement(donor=donor, year=year, at=now)
    ]
    if not statements:
        raise NotFound
    if len(statements) > 1:
        return redirect("funding:support")
    return redirect("funding:receipt", token=new_token(Purpose.RECEIPT, statements[0].pk))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change_donor(request: HttpRequest) -> HttpResponse:
    """Ask for the name and the address that receipts are to bear."""
    donors = queries.own_donors(_donor_of(request), viewer=_viewer(request))
    if not donors:
        return redirect("funding:support")
    known = {"name": donors[0].name, "postal_address": donors[0].postal_address}
    form = DonorForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_bound and form.is_valid():
        for donor in donors:
            commands.change_donor(donor=donor, **form.cleaned_data)
        return redirect("funding:support")
    status = 422 if form.errors else 200
    return render(request, "funding/donor.html", {"form": form}, status=status)


@require_POST
def change_badge(request: HttpRequest) -> HttpResponse:
    """Let others see, or not, that who is signed in supports the newspaper."""
    viewer = _viewer(request)
    if viewer is None:
        raise NotFound
    change = commands.show_support if request.POST.get("show") else commands.hide_support
    change(person=viewer, at=timezone.now())
    return redirect("funding:support")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pledge(request: HttpRequest, token: str) -> HttpResponse:
    """From a letter: say what is so with one recurring gift, and pause or end it."""
    found = queries.pledge_behind(token)
    if request.method == "POST":
        _steer(request, found)
        return redirect("funding:pledge", token=token)
    context = {"line": queries.pledge_line(found), "pauses": PAUSES}
    return render(request, "funding/pledge.html", context)


@require_POST
def steer_pledge(request: HttpRequest, pledge_id: int) -> HttpResponse:
    """From the page of one's gifts: pause, resume or end one."""
    _steer(request, _own_pledge(request, pledge_id))
    return redirect("funding:support")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def change_amount(request: HttpRequest, pledge_id: int) -> HttpResponse:
    """Ask how much is to be taken from now on, and have it taken."""
    found = _own_pledge(request, pledge_id)
    form = PledgeAmountForm(request.POST if request.method == "POST" else None, pledge=found)
    status = 200
    if form.is_bound and form.is_valid():
        amount = form.cleaned_data["amount"]
        try:
            commands.change_pledge_amount(
                pledge=found, amount=amount, actor=_viewer(request), at=timezone.now()
            )
        except commands.PledgeAmountRefused as refusal:
            form.add_error("amount", refusal.sentence)
        else:
            return redirect("funding:support")
    if form.errors:
        status = 422
    context = {"form": form, "line": queries.pledge_line(found)}
    return render(request, "funding/pledge_amount.html", context, status=status)


@never_cache
@require_safe
def change_card(request: HttpRequest, pledge_id: int) -> HttpResponse:
    """Lead to the provider's page on which the card is changed, and from there back."""
    found = _own_pledge(request, pledge_id)
    return_to = request.build_absolute_uri(reverse("funding:support"))
    return redirect(provider(found.provider).portal_url(found, return_to=return_to))


def _send_link(request: HttpRequest) -> HttpResponse:
    form = AddressForm(request.POST)
    if not form.is_valid():
        return _ask_for_address(request, form, status=422)
    email, now = form.cleaned_data["email"], timezone.now()
    try:
        take(
            (PORTAL_MAIL, mailbox(email)),
            (PORTAL_ADDRESS, f"address:{origin_of(request)}"),
        )
    except TooOften as refusal:
        form.add_error("email", refusal.sentence)
        answer = _ask_for_address(request, form, status=refusal.status)
        answer.headers["Retry-After"] = str(refusal.retry_after)
        return answer
    commands.send_portal_link(email=email, at=now)
    return render(request, "funding/support_sent.html", {"email": email})


def _ask_for_address(request: HttpRequest, form: AddressForm, *, status: int = 200) -> HttpResponse:
    return render(request, "funding/support_door.html", {"form": form}, status=status)


def _steer(request: HttpRequest, pledge: Pledge) -> None:
    """Do with `pledge` what the form says. Who holds its link may as well: that it was them is not known."""
    said, actor, now = request.POST.get("do", ""), _viewer(request), timezone.now()
    if said == "end":
        commands.end_pledge(pledge=pledge, actor=actor, reason="donor", at=now)
    elif said == "resume":
        commands.resume_pledge(pledge=pledge, actor=actor, at=now)
    elif said.removeprefix("pause-") in map(str, PAUSES):
        months = int(said.removeprefix("pause-"))
        until = in_months(timezone.localdate(now), months)
        commands.pause_pledge(pledge=pledge, until=until, actor=actor, at=now)
    else:
        raise NotFound


def _own_pledge(request: HttpRequest, pledge_id: int) -> Pledge:
    return queries.own_pledge(pledge_id, _donor_of(request), viewer=_viewer(request))


def _viewer(request: HttpRequest) -> User | None:
    """Who is signed in. A guest has proven no address, and so has given nothing that is theirs."""
    reader = reader_of(request)
    return None if reader is None or reader.is_guest else reader


def _donor_of(request: HttpRequest) -> Donor | None:
    """Who came by a letter, within the last hour."""
    try:
        donor = signing.loads(request.COOKIES.get(COOKIE, ""), salt=_SALT, max_age=COOKIE_AGE)
    except signing.BadSignature:
        return None
    return Donor.objects.filter(pk=donor, erased_at=None).first()
