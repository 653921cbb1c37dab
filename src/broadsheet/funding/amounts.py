"""Amounts as people type them, in any language: 1,000.50 · 1.000,50 · 1 000,50 · CHF 1’000.– · ١٬٠٠٠٫٥٠.

A mistake here is a hundredfold or a thousandfold one. So what can be meant in two ways is read as the language
has it and called uncertain: then it is shown, and asked about, before anything is begun. Of files it is known what
stands before the decimals, and nothing is uncertain (`exact_amount`).
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

from .currencies import exponent, units
from .money import LARGEST

LONGEST = 40
GROUP = 3

_SIGNS = str.maketrans({"’": "'", "٬": "'", "٫": ";", "‚": ",", "·": ".", "˙": "."})
_NUMBER = re.compile(r"\d+(?:[ .,';]\d+)*")
_NOTHING_AFTER = re.compile(r"[.,;]?\s*[-–—]*$")
_INDIAN_GROUPS = re.compile(r"\d{1,2}(?: \d\d)+ \d{3}")
_GROUPS = re.compile(r"\d{1,3}(?: \d{3})+")


class AmountUnreadable(ValueError):
    """What was typed is no amount, or could be anything."""


class AmountTooFine(AmountUnreadable):
    """It has more decimals than the currency has."""


class AmountTooLarge(AmountUnreadable):
    """It is more than anybody is meant to move at once."""


@dataclass(frozen=True, slots=True)
class ReadAmount:
    """So many `minor` units; not `is_certain` if what was typed may have meant something else."""

    minor: int
    is_certain: bool


def read_amount(text: str, *, currency: str, language: str) -> ReadAmount:
    """Answer which amount of `currency` somebody who reads `language` (de, en-gb) means by `text`.

    Raises `AmountUnreadable`, of which `AmountTooFine` and `AmountTooLarge` are kinds.
    """
    number = _number_in(text, currency=currency, language=language)
    whole, decimals, is_certain = _taken_apart(number, currency=currency, language=language)
    kept, beyond = decimals[: exponent(currency)], decimals[exponent(currency) :]
    if beyond.strip("0"):
        raise AmountTooFine(text)
    minor = int(whole) * units(currency) + int(kept.ljust(exponent(currency), "0") or 0)
    if minor > LARGEST:
        raise AmountTooLarge(text)
    return ReadAmount(minor, is_certain)


def exact_amount(written: str, *, currency: str, decimal_mark: str) -> int:
    """Answer how many minor units of `currency` a program means that writes `decimal_mark` before decimals.

    Its sign may stand before or after it. The other mark, a space or an apostrophe may stand between thousands
    (or, as in India, hundreds of thousands), and nowhere else. Raises `AmountUnreadable`, of which
    `AmountTooFine` and `AmountTooLarge` are kinds, and `UnknownCurrency`.
    """
    finest = exponent(currency)
    found = _EXACT[decimal_mark].fullmatch(written.strip())
    if found is None or (found["before"] and found["after"]):
        raise AmountUnreadable(written[:LONGEST])
    decimals = (found["decimals"] or "").rstrip("0")
    if len(decimals) > finest:
        raise AmountTooFine(written[:LONGEST])
    amount = int("".join(filter(str.isdigit, found["whole"])) + decimals.ljust(finest, "0"))
    if amount > LARGEST:
        raise AmountTooLarge(written[:LONGEST])
    return -amount if (found["before"] or found["after"]) in {"-", "−"} else amount


def _exact(mark: str, other: str) -> re.Pattern[str]:
    gap = rf"(?P<gap>[\s'’{re.escape(other)}])"
    thousands = rf"[0-9]{{1,3}}{gap}[0-9]{{3}}(?:(?P=gap)[0-9]{{3}}){{0,4}}"
    lakhs = rf"[0-9]{{1,2}}(?:{re.escape(other)}[0-9]{{2}}){{1,5}}{re.escape(other)}[0-9]{{3}}"
    sign = r"[+\-−]"
    return re.compile(
        rf"(?P<before>{sign}?)\s*(?P<whole>{thousands}|{lakhs}|[0-9]{{1,15}})"
        rf"(?:{re.escape(mark)}(?:(?P<decimals>[0-9]{{1,9}})|$))?\s*(?P<after>{sign}?)"
    )


_EXACT = {".": _exact(".", ","), ",": _exact(",", ".")}


def _number_in(text: str, *, currency: str, language: str) -> str:
    """What is left of `text` without the currency: ASCII digits, and separators between them."""
    if len(text) > LONGEST:
        raise AmountUnreadable(text[:LONGEST])
    plain = unicodedata.normalize("NFKC", text.translate(_SIGNS)).translate(_SIGNS)
    plain = "".join(_plain_digit(character) for character in plain)
    for name in (currency, get_currency_symbol(currency, _locale(language))):
        plain = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", plain, flags=re.IGNORECASE)
    plain = "".join(" " if unicodedata.category(sign) == "Sc" else sign for sign in plain)
    plain = _NOTHING_AFTER.sub("", " ".join(plain.split()))
    if not _NUMBER.fullmatch(plain):
        raise AmountUnreadable(text)
    return plain


def _plain_digit(character: str) -> str:
    digit = unicodedata.decimal(character, None)
    return character if digit is None else str(digit)


def _taken_apart(number: str, *, currency: str, language: str) -> tuple[str, str, bool]:
    """The digits before the decimal separator, those after it, and whether that is certain."""
    separators = re.sub(r"\d", "", number)
    last = separators[-1:]
    if not last:
        return number, "", True
    if last in " '" or separators.count(last) > 1:
        return _grouped(number), "", True
    before, after = number.rsplit(last, 1)
    if last == ";" or len(separators) > 1 or len(after) != GROUP or not _may_be_group(before):
        return _grouped(before), after, True
    return _one_way_of_two(before, after, last, currency=currency, language=language)


def _one_way_of_two(
    before: str, after: str, separator: str, *, currency: str, language: str
) -> tuple[str, str, bool]:
    """1.000 is a thousand to some, and one to others."""
    locale = _locale(language)
    is_decimal_there = separator == get_decimal_symbol(locale)
    is_group_there = separator == get_group_symbol(locale)
    if exponent(currency) == 0:
        return before + after, "", True
    if is_decimal_there:
        return before, after, exponent(currency) == GROUP
    return before + after, "", is_group_there and exponent(currency) < GROUP


def _may_be_group(before: str) -> bool:
    return 1 <= len(before) <= GROUP and not before.startswith("0")


def _grouped(digits: str) -> str:
    """The digits without what stands between groups of them. Raises `AmountUnreadable` for other groups."""
    kinds = set(re.sub(r"\d", "", digits))
    if not kinds:
        return digits
    spaced = re.sub(r"\D", " ", digits)
    if len(kinds) > 1 or not (_GROUPS.fullmatch(spaced) or _INDIAN_GROUPS.fullmatch(spaced)):
        raise AmountUnreadable(digits)
    return spaced.replace(" ", "")


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError, TypeError):
        return Locale("en")
