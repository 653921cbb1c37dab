"""Which currencies there are, and how many decimals each has (ISO 4217, list one, of 2025).

Ours, because what libraries say is for showing: the CLDR gives the dinar of Serbia no decimals, ISO 4217 two.
"""

_DECIMALS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    2: (
        "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
        "CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
        "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT "
        "MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB "
        "SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH "
        "USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG"
    ),
    3: "BHD IQD JOD KWD LYD OMR TND",
}

EXPONENTS = {code: decimals for decimals, codes in _DECIMALS.items() for code in codes.split()}
"""How many decimals a currency has, by its code in capitals."""


class UnknownCurrency(ValueError):
    """ISO 4217 does not list it."""


def exponent(currency: str) -> int:
    """Answer how many decimals `currency` has: 2 where a hundred minor units are one.

    Raises `UnknownCurrency`.
    """
    try:
        return EXPONENTS[currency]
    except KeyError:
        raise UnknownCurrency(currency) from None


def units(currency: str) -> int:
    """Answer how many minor units make one whole unit of `currency`. Raises `UnknownCurrency`."""
    return int(10 ** exponent(currency))
