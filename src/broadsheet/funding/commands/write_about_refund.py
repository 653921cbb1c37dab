"""Letters about refunds that need two persons: to those who may agree, and then to who asked."""

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse

from broadsheet.accounts.models import User
from broadsheet.core.mail import Letter, send
from broadsheet.funding.models import DeskRight, RefundRequest, RefundState
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.policy import Permission, policy


def tell_who_may_agree(request: RefundRequest) -> None:
    """Write to everybody who may agree to `request`, which waits: in the transaction in which it was asked for."""
    for person in _given(DeskRight.APPROVE_REFUND):
        if policy.allows(Permission.APPROVE_REFUND, person, request):
            _write(person, "refund_waits", request, who=request.asked_by)


def tell_who_asked(request: RefundRequest, *, is_by_hand: bool) -> None:
    """Write to who asked for `request` that somebody else has decided it; `is_by_hand`: they have to send it."""
    asker, who = request.asked_by, request.decided_by
    if asker.is_active and asker.email and who is not None:
        is_agreed = request.state == RefundState.AGREED
        context = {"is_agreed": is_agreed, "is_by_hand": is_by_hand}
        _write(asker, "refund_decided", request, who=who, **context)


def _given(right: DeskRight) -> QuerySet[User]:
    """Who has `right` and can be written to; what they may do with it besides is for the policy to say."""
    app, name = right.permission.split(".")
    by_group = Q(
        groups__permissions__content_type__app_label=app, groups__permissions__codename=name
    )
    alone = Q(user_permissions__content_type__app_label=app, user_permissions__codename=name)
    given = User.objects.filter(by_group | alone | Q(is_superuser=True))
    return given.filter(is_active=True, email__isnull=False).distinct().order_by("pk")


def _write(person: User, name: str, request: RefundRequest, *, who: User, **context: Any) -> None:
    assert person.email is not None
    gift = request.donation
    context |= {
        "who": who.name,
        "amount": money_text(Money(request.amount, gift.currency), str(settings.LANGUAGE_CODE)),
        "reference": gift.reference,
        "reason": request.reason,
        "path": reverse("funding_desk_refunds"),
    }
    send(Letter(to=person.email, template=f"funding/mail/{name}", context=context))
