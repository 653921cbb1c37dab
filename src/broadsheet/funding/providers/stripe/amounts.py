"""Money as Stripe writes it: currencies, how many decimals it gives them, least amounts. Pure.

From “Supported currencies” (docs.stripe.com/currencies). Left out are the ariary, which Stripe takes without
decimals and ISO 4217 with two, and currencies with three, of which Stripe takes only amounts that end in 0.
"""

from broadsheet.funding.currencies import EXPONENTS, units

_TAKEN = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY "
    "COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS "
    "INR ISK JMD JPY KES KGS KHR KMF KRW KYD KZT LAK LBP LKR LRD LSL MAD MDL MKD MMK MNT MOP MUR MVR MWK MXN "
    "MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RWF SAR SBD SCR SEK SGD SHP SLE "
    "SOS SRD SZL THB TJS TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
CURRENCIES = frozenset(_TAKEN.split()) & frozenset(EXPONENTS)

_HUNDREDTHS_OF_WHOLE = frozenset({"ISK", "UGX"})
"""Without decimals in ISO 4217, but Stripe writes them with two, which must be 00."""

_LEAST = {
    "AED": 200,
    "CZK": 1_500,
    "DKK": 250,
    "GBP": 30,
    "HKD": 400,
    "HUF": 17_500,
    "JPY": 50,
    "MXN": 1_000,
    "MYR": 200,
    "NOK": 300,
    "PLN": 200,
    "RON": 200,
    "SEK": 300,
    "THB": 1_000,
    **dict.fromkeys(("AUD", "BRL", "CAD", "CHF", "EUR", "INR", "NZD", "SGD", "USD"), 50),
}
_MOST_DIGITS = 8


def least(currency: str) -> int:
    """The smallest charge Stripe takes, in minor units; where it names none, one whole unit."""
    return _LEAST.get(currency, units(currency))


def most(currency: str) -> int:
    """The largest amount Stripe takes, in minor units: eight digits as it writes them."""
    return from_stripe(10**_MOST_DIGITS - 1, currency)


def to_stripe(amount: int, currency: str) -> int:
    """`amount` minor units as Stripe writes them."""
    return amount * 100 if currency in _HUNDREDTHS_OF_WHOLE else amount


def from_stripe(amount: int, currency: str) -> int:
    """What Stripe writes as `amount`, in minor units."""
    return amount // 100 if currency in _HUNDREDTHS_OF_WHOLE else amount
