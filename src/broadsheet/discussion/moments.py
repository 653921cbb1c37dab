"""Moments as pages write them, remembered: Django takes a tenth of a millisecond to write a date."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache, partial
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language

MOMENTS_KEPT = 10_000


class WrittenMoment(NamedTuple):
    """A moment in the newspaper's time zone: for machines (ISO 8601), and for people who read its language."""

    iso: str
    text: str


def moment_writer() -> Callable[[datetime], WrittenMoment]:
    """What writes moments, which know their zone, in the language and time zone that are active now.

    To be asked for once, not for each moment: finding out what is active takes longer than writing.
    """
    return partial(_written, get_language(), timezone.get_current_timezone_name())


@lru_cache(maxsize=MOMENTS_KEPT)
def _written(_language: str, _time_zone: str, moment: datetime) -> WrittenMoment:
    local = timezone.localtime(moment)
    return WrittenMoment(iso=local.isoformat(), text=date_format(local, "DATETIME_FORMAT"))
