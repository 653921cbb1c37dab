"""The QR code for banks' apps: read back, it says what was asked for, to the cent."""

import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from broadsheet.funding.providers.bank import epc_qr

IBAN = "DE89370400440532013000"
MADE = {
    "holder": "Broadsheet e. V.",
    "iban": IBAN,
    "bic": "",
    "amount": 1000,
    "text": "BS-ACD-EFK-LMN",
}


def read(code):
    """What a camera reads of `code`."""
    picture = Image.new("L", (code.size, code.size), 255)
    for module in code.picture.strip("Mz").replace("h1v1h-1", "").split("zM"):
        picture.putpixel(tuple(map(int, module.split())), 0)
    (found,) = zxingcpp.read_barcodes(picture.resize((code.size * 8, code.size * 8)))
    return found.bytes.decode().split("\n")


def test_says_all_that_a_transfer_needs():
    assert read(epc_qr(**MADE)) == [
        "BCD", "002", "1", "SCT", "", "Broadsheet e. V.", IBAN, "EUR10", "", "", "BS-ACD-EFK-LMN",
    ]  # fmt: skip


@given(st.integers(1, 99_999_999_999))
@settings(max_examples=25, deadline=None)
def test_asks_for_the_amount_to_the_cent(amount):
    said = read(epc_qr(**{**MADE, "amount": amount}))[7]

    whole, _point, cents = said.removeprefix("EUR").partition(".")
    assert int(whole) * 100 + int(cents.ljust(2, "0")) == amount


@pytest.mark.parametrize("holder", ["Zeitung für Straßenbäume", "Газета", "新聞"])
def test_names_of_any_script_are_read_back(holder):
    assert read(epc_qr(**{**MADE, "holder": holder}))[5] == holder


@pytest.mark.parametrize(
    "wrong",
    [
        {"iban": "DE88370400440532013000"},
        {"amount": 0},
        {"amount": 100_000_000_000},
        {"holder": "x" * 71},
        {"holder": "Paper\nDE02120300000000202051"},
        {"holder": ""},
        {"text": "x" * 141},
        {"text": "新" * 120},
        {"bic": "SHORT"},
    ],
)
def test_what_a_code_cannot_hold_is_refused(wrong):
    with pytest.raises(ValueError, match=r"."):
        epc_qr(**{**MADE, **wrong})
