from collections.abc import Iterable
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from broadsheet.exchange.archive import Loss, LossKind
from broadsheet.exchange.report import Report

LENGTH = 255


def redirect_old_addresses(addresses: Iterable[str], *, page: Page, report: Report) -> None:
    """Let `addresses`, paths with their queries, lead to `page` for good.

    The address `page` has anyway needs none. One that leads elsewhere already stays as it is and is
    noted in `report`.
    """
    own = Redirect.normalise_path(urlsplit(page.url or "").path)
    for address in dict.fromkeys(Redirect.normalise_path(address) for address in addresses):
        if address == own:
            continue
        if len(address) > LENGTH:
            report.lose(_loss(page, _("%(address)s is too long to lead here."), address[:LENGTH]))
            continue
        redirect, is_new = Redirect.objects.get_or_create(
            old_path=address, site=None, defaults={"redirect_page": page, "is_permanent": True}
        )
        report.redirects += is_new
        if not is_new and redirect.redirect_page_id != page.pk:
            report.lose(_loss(page, _("%(address)s leads to something else already."), address))


def _loss(page: Page, detail: str, address: str) -> Loss:
    return Loss(
        kind=LossKind.LEFT_OUT,
        what=_("Old addresses"),
        item=_("“%(headline)s”") % {"headline": page.title},
        detail=detail % {"address": address},
    )
