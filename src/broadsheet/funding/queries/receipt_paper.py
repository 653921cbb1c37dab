from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound
from broadsheet.funding.documents import Paper, Table
from broadsheet.funding.given import GivenGift, gifts_of
from broadsheet.funding.models import Receipt, ReceiptKind, Series
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.tokens import Purpose, read_token


@dataclass(frozen=True, kw_only=True)
class ReceiptPage:
    """What `funding/receipt.html` is given: the paper, and by which number it was replaced, or "".

    `token` is the donor's, and nobody else is given it.
    """

    paper: Paper
    number: str
    token: str
    replaced_by: str


def receipt_page(token: str) -> ReceiptPage:
    """The receipt that `token` opens, to whoever holds it, in the language it was issued in.

    Two queries; one more for a yearly statement. Raises `NotFound`.
    """
    receipts = Receipt.objects.select_related("replaces", "donation")
    receipt = receipts.filter(pk=read_token(Purpose.RECEIPT, token)).first()
    if receipt is None:
        raise NotFound
    later = Receipt.objects.filter(replaces=receipt).first()
    return ReceiptPage(
        paper=receipt_paper(receipt),
        number=receipt.written_number,
        token=token,
        replaced_by=later.written_number if later else "",
    )


def receipt_at_desk(receipt_id: int, *, viewer: User) -> tuple[str, Paper]:
    """The number of a receipt and all that stands on it, for who may see who gives.

    One query; one more for a yearly statement. Raises `NotAllowed` and `NotFound`.
    """
    policy.require(Permission.VIEW_DONORS, viewer)
    receipt = Receipt.objects.select_related("replaces", "donation").filter(pk=receipt_id).first()
    if receipt is None:
        raise NotFound
    return receipt.written_number, receipt_paper(receipt)


def receipt_paper(receipt: Receipt) -> Paper:
    """All that stands on `receipt`, as it did when it was issued, less what was erased since."""
    language = receipt.language or str(settings.LANGUAGE_CODE)
    with translation.override(language):
        return Paper(
            language=language,
            title=f"{receipt.get_kind_display()} {receipt.written_number}",
            issuer=tuple(receipt.issuer.splitlines()),
            recipient=tuple(
                line for line in (receipt.name, *receipt.postal_address.splitlines()) if line
            ),
            facts=tuple(_facts(receipt, language)),
            table=_table(receipt, language) if receipt.kind == ReceiptKind.YEAR else None,
            notes=tuple(line for line in receipt.note.splitlines() if line),
            warning=_("TEST – no money was given.") if receipt.series == Series.TEST else "",
        )


def _facts(receipt: Receipt, language: str) -> list[tuple[str, str]]:
    def text(minor: int) -> str:
        return money_text(Money(minor, receipt.currency), language)

    facts = [(_("Number"), receipt.written_number)]
    if receipt.replaces:
        facts.append((_("In place of"), receipt.replaces.written_number))
    facts.append((_("Issued on"), date_format(timezone.localdate(receipt.issued_at))))
    if receipt.covers_year:
        facts.append((_("For the year"), str(receipt.covers_year)))
    donation = receipt.donation
    if donation:
        if donation.settled_at:
            received_on = timezone.localdate(donation.settled_at)
            facts.append((_("Received on"), date_format(received_on)))
        facts.append((_("Reference"), donation.reference))
    facts.append((_("Given"), text(receipt.amount)))
    if receipt.returned or receipt.kind != ReceiptKind.GIFT:
        facts.append((_("Of this, returned"), text(receipt.returned)))
        facts.append((_("Kept"), text(receipt.kept)))
    return facts


def _table(receipt: Receipt, language: str) -> Table | None:
    """Every gift of the year, as the ledger had it; nothing once the donor is forgotten."""
    if receipt.donor_id is None:
        return None
    gifts = [
        gift
        for gift in gifts_of([receipt.donor_id], until=receipt.issued_at)
        if gift.received_on.year == receipt.covers_year
        and gift.currency == receipt.currency
        and not gift.is_test
    ]
    head = (_("Received on"), _("Reference"), _("Of this, returned"), _("Given"))
    return Table(head=head, rows=tuple(_row(gift, language) for gift in gifts))


def _row(gift: GivenGift, language: str) -> tuple[str, ...]:
    def text(minor: int) -> str:
        return money_text(Money(minor, gift.currency), language)

    returned = text(gift.returned) if gift.returned else "–"
    return (date_format(gift.received_on), gift.reference, returned, text(gift.amount))
