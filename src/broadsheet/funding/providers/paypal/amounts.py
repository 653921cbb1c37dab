"""Money as PayPal writes it: with decimals, as text. Pure.

From “Currency codes” (developer.paypal.com/api/rest/reference/currency-codes). Left out are those that PayPal
takes only from accounts of their country, and those that it takes without decimals and ISO 4217 has with two.
"""

from collections.abc import Mapping
from decimal import Decimal

from broadsheet.funding.currencies import exponent

CURRENCIES = frozenset(
    "AUD CAD CHF CZK DKK EUR GBP HKD ILS JPY MXN NOK NZD PHP PLN SEK SGD THB USD".split()  # noqa: SIM905
)


def to_paypal(minor: int, currency: str) -> dict[str, str]:
    """So many minor units, as PayPal's API has money."""
    value = Decimal(minor).scaleb(-exponent(currency))
    return {"currency_code": currency, "value": f"{value:f}"}


def from_paypal(money: Mapping[str, str], currency: str) -> int:
    """What PayPal says, in minor units. Raises `ValueError` if it is in another currency, or in parts of them."""
    minor = Decimal(money["value"]).scaleb(exponent(currency))
    if money["currency_code"] != currency or minor != minor.to_integral_value():
        raise ValueError(f"{money} is no amount in {currency}.")
    return int(minor)
