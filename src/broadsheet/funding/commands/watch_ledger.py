"""Checking the ledger night after night, and telling those who can do something about it."""

import logging
from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from broadsheet.funding.models import LedgerFinding

from .check_ledger import check_ledger
from .check_providers import check_providers
from .tell_administrators import tell_administrators

logger = logging.getLogger(__name__)

LOOK_BACK = timedelta(days=35)
"""How far back providers are compared: a month, and some days for what is on its way."""
SUBJECT_LENGTH = 400
MOST_WRITTEN = 20
"""Of more sentences than that, a letter has only the number."""


def watch_ledger(*, at: datetime) -> int:
    """Check the ledger, and providers against it; answer how much is wrong that was not the night before.

    All of it is an error in the log; about what is new the administrators get one letter. A provider that is
    away is a warning, and what is known to be wrong with it stays known.
    """
    found = {
        f"{trouble.check}: {trouble.subject}"[:SUBJECT_LENGTH]: trouble.sentence
        for trouble in check_ledger()
    }
    away = Q()
    for trouble in check_providers(since=at - LOOK_BACK, at=at):
        if trouble.is_away:
            logger.warning("The ledger: %s", trouble.sentence)
            away |= Q(subject__startswith=f"{trouble.provider}:")
        found.update({key[:SUBJECT_LENGTH]: trouble.sentence for key in trouble.keys})
    for sentence in dict.fromkeys(found.values()):
        logger.error("The ledger: %s", sentence)
    return _note(found, away=away, at=at)


@transaction.atomic
def _note(found: Mapping[str, str], *, away: Q, at: datetime) -> int:
    """Remember what was `found`, by its subject, and write about what is new."""
    gone = LedgerFinding.objects.exclude(subject__in=list(found))
    (gone.exclude(away) if away else gone).delete()
    known = set(LedgerFinding.objects.values_list("subject", flat=True))
    new = [subject for subject in found if subject not in known]
    LedgerFinding.objects.bulk_create(
        [LedgerFinding(subject=subject, found_at=at) for subject in new]
    )
    if new:
        _tell(list(dict.fromkeys(found[subject] for subject in new)))
    return len(new)


def _tell(sentences: list[str]) -> None:
    context = {
        "sentences": sentences[:MOST_WRITTEN],
        "more": max(0, len(sentences) - MOST_WRITTEN),
    }
    tell_administrators("ledger_differs", context)
