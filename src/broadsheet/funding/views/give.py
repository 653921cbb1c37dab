"""Giving: the form, and a second look where one is needed."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from broadsheet.accounts.http import reader_of
from broadsheet.core.errors import Refused
from broadsheet.core.http import origin_of
from broadsheet.funding import protection, queries
from broadsheet.funding.forms import GiveForm, Wish
from broadsheet.funding.models import Donation, DonationState, Interval
from broadsheet.funding.money import Money
from broadsheet.funding.queries import IntervalChoice

from .arriving import gift_before, source_path, wished_before
from .beginning import begin
from .leading import just_given, lead_on, quiet

MIGHT_BE_PAID = (DonationState.BEGUN, DonationState.PROMISED, DonationState.SETTLED)
BESIDES = ("campaign", "currency", "from", "ask")


@dataclass(frozen=True, kw_only=True)
class IntervalFields:
    """What of the form belongs to one interval, as it stands: for `funding/give.html`."""

    choice: IntervalChoice
    chosen: str
    typed: str
    error: str


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """Ask what somebody wishes to give; begin it, and lead on to where it is paid."""
    sent = request.POST if request.method == "POST" else request.GET
    before = gift_before(request)
    page = queries.give_page(
        campaign_slug=sent.get("campaign") or (before.campaign.slug if before else ""),
        currency=(sent.get("currency") or (before.currency if before else "")).upper(),
        language=get_language() or "en",
        at=timezone.now(),
    )
    if request.method != "POST":
        wished = wished_before(request, page, before, begun_here=just_given(request))
        return _form_page(request, GiveForm(page, initial=wished))
    form = GiveForm(page, request.POST)
    try:
        submission = protection.submission_of(request.POST.get("form", ""))
        return _go_on(request, form, submission)
    except Refused as refusal:
        return _form_page(request, form, refusal=refusal)


def _go_on(request: HttpRequest, form: GiveForm, submission: str) -> HttpResponse:
    """Lead on, if nothing is left to ask. Raises what the donor has to mend, or to wait for."""
    begun = Donation.objects.filter(submission_key=submission).first()
    if begun:
        return lead_on(request, begun)
    if "change" in request.POST or not form.is_valid():
        return _form_page(request, form)
    sent_proof = request.POST.get("proof", "")
    proof = protection.read_proof(sent_proof) if sent_proof else None
    questions = _questions(request, form.wish, is_proven=proof is not None)
    if questions - set(request.POST.getlist("answered")):
        return _second_look(request, form, questions)
    protection.refuse_too_fast(request.POST["form"], is_proven=proof is not None)
    donation = begin(
        form,
        submission=submission,
        proof=proof,
        origin=origin_of(request),
        person=reader_of(request),
        source_path=source_path(request),
        source_ask=request.POST.get("ask", ""),
        at=timezone.now(),
    )
    return lead_on(request, donation)


def _questions(request: HttpRequest, wish: Wish, *, is_proven: bool) -> set[str]:
    """Why the donor has to look at their gift once more before it is begun."""
    asked = {
        "unproven": not is_proven,
        "uncertain": not wish.is_certain,
        "again": _was_just_given(request, wish),
    }
    return {question for question, is_open in asked.items() if is_open}


def _was_just_given(request: HttpRequest, wish: Wish) -> bool:
    """Whether this very browser has begun the same gift within ten minutes."""
    key = just_given(request)
    same = {"amount": wish.amount, "currency": wish.currency, "interval": wish.interval}
    gifts = Donation.objects.filter(key=key, state__in=MIGHT_BE_PAID, **same)
    return bool(key) and gifts.exists()


def _form_page(
    request: HttpRequest, form: GiveForm, *, refusal: Refused | None = None
) -> HttpResponse:
    """The form as it was sent; where it is not, or cannot be, sent again, with a new key and challenge."""
    page = {
        "page": form.page,
        "form": form,
        "intervals": [_fields(form, choice) for choice in form.page.intervals],
        "mistakes": [] if refusal else _mistakes(form),
        "refusal": refusal,
        "form_key": protection.new_form(),
        "challenge": protection.new_challenge(),
        "source": source_path(request),
        "ask": (request.POST.get("ask") or request.GET.get("ask", ""))[:60],
    }
    status = refusal.status if refusal else 422 if form.errors else 200
    response = render(request, "funding/give.html", page, status=status)
    if refusal and refusal.retry_after:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return quiet(response)


def _mistakes(form: GiveForm) -> list[tuple[str, str]]:
    """Where something is to be mended, by the id of the field, and what."""
    places = {"interval": f"interval_{Interval.ONCE}"}
    for choice in form.page.intervals:
        places[f"amount_{choice.code}"] = places[f"other_{choice.code}"] = f"other_{choice.code}"
    if form.page.ways:
        places["way"] = f"way_{form.page.ways[0].way}"
    in_order = [*places, *(name for name in form.errors if name not in places)]
    return [
        (places.get(name, name), str(form.errors[name][0]))
        for name in in_order
        if name in form.errors
    ]


def _fields(form: GiveForm, choice: IntervalChoice) -> IntervalFields:
    chosen, typed = form[f"amount_{choice.code}"], form[f"other_{choice.code}"]
    errors = [*chosen.errors, *typed.errors] if form.is_bound else []
    return IntervalFields(
        choice=choice,
        chosen=str(chosen.value() or ""),
        typed=str(typed.value() or ""),
        error=str(errors[0]) if errors else "",
    )


def _second_look(request: HttpRequest, form: GiveForm, questions: set[str]) -> HttpResponse:
    wish = form.wish
    page = {
        "page": form.page,
        "form": form,
        "wish": wish,
        "amount": Money(wish.amount, wish.currency),
        "cover": Money(wish.cover, wish.currency),
        "gross": Money(wish.gross, wish.currency),
        "questions": sorted(questions),
        "sent": [
            *form.sent(),
            *((name, request.POST[name]) for name in BESIDES if request.POST.get(name)),
        ],
        "form_key": request.POST["form"],
        "proof": request.POST.get("proof", ""),
    }
    return quiet(render(request, "funding/second_look.html", page))
