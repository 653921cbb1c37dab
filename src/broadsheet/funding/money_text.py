"""How money is written for people: “2,500 $”, “12.50 €”, “2.500 €” in German."""

from decimal import Decimal
from functools import lru_cache

from babel.core import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from .currencies import exponent, units
from .money import Money

_SPACE = "\N{NO-BREAK SPACE}"


def money_text(money: Money, language: str) -> str:
    """Answer `money` as people who read `language` (`en-gb`) write it, with its symbol behind it.

    Whole amounts stand without decimals. In a language that nobody knows, it is written in English.
    """
    return _written(money, "#,##0", language) + _SPACE + currency_text(money.currency, language)


def typed_text(money: Money, language: str) -> str:
    """Answer `money` as people who read `language` type it into a field: “2500”, “12.50”."""
    return _written(money, "0", language)


def number_text(number: int, language: str) -> str:
    """Answer a whole `number` as people who read `language` write it: “2,500”."""
    return format_decimal(number, "#,##0", _locale(language))


@lru_cache(maxsize=1_000)
def currency_text(currency: str, language: str) -> str:
    """Answer the symbol of `currency` for people who read `language`; its code where it has none.

    The short one, “$” and not “US$”, unless it is that of another currency where they live.
    """
    locale = _locale(language)
    symbols = locale.currency_symbols
    theirs = str(symbols.get(currency, currency))
    shortest = str(Locale(locale.language).currency_symbols.get(currency, theirs))
    taken = {symbol for code, symbol in symbols.items() if code != currency}
    return theirs if len(theirs) == 1 or shortest in taken else shortest


@lru_cache(maxsize=100)
def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def _written(money: Money, pattern: str, language: str) -> str:
    decimals = exponent(money.currency) if money.minor % units(money.currency) else 0
    number = Decimal(money.minor).scaleb(-exponent(money.currency))
    whole = pattern + ("." + "0" * decimals if decimals else "")
    return format_decimal(number, whole, _locale(language))
