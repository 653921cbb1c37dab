"""Numbers without a gap: for the commands that issue receipts, and for nobody else."""

from datetime import datetime

from django.conf import settings
from django.utils import timezone
from django.utils.translation import check_for_language
from wagtail.models import Page

from broadsheet.core.statements import Statement
from broadsheet.funding.models import Donor, Receipt, ReceiptCounter, ReceiptWording, Series

# Whoever takes a number holds the row until they commit, and gives it back by not doing so: so there is no gap.
_TAKE = Statement(
    """
    INSERT INTO {Counter} AS kept (series, year, last) VALUES (%(series)s, %(year)s, 1)
    ON CONFLICT (series, year) DO UPDATE SET last = kept.last + 1
    RETURNING kept.last
    """,
    counter=ReceiptCounter,
)


def issued(receipt: Receipt, *, series: Series, donor: Donor, at: datetime) -> Receipt:
    """Save `receipt` with the next number of `series`, the words of the newsroom, and the name of `donor`.

    The number is of the year of `at`, in the newspaper's time zone. To be called last in a transaction that is
    as short as can be: others who issue receipts wait for it.
    """
    wording = ReceiptWording.objects.first() or ReceiptWording()
    receipt.series = series
    receipt.year = timezone.localdate(at).year
    receipt.donor = donor
    receipt.issued_at = at
    receipt.language = language_of(donor)
    receipt.name, receipt.postal_address = donor.name, donor.postal_address
    receipt.issuer = wording.issuer or _paper_name()
    receipt.note = wording.note
    taken = _TAKE.first(series=series.value, year=receipt.year)
    assert taken is not None
    (receipt.number,) = taken
    receipt.save(force_insert=True)
    return receipt


def language_of(donor: Donor) -> str:
    """Answer the language that `donor` is written to in: theirs, if we speak it, else the newspaper's."""
    known = donor.language and check_for_language(donor.language)
    return donor.language if known else str(settings.LANGUAGE_CODE)


def _paper_name() -> str:
    """What the front page is called; the page that Wagtail itself brings is none."""
    fronts = Page.objects.filter(sites_rooted_here__is_default_site=True)
    front = fronts.exclude(content_type__app_label="wagtailcore").first()
    return str(front.title) if front else str(settings.WAGTAIL_SITE_NAME)
