"""camt.053: statements as banks write them in XML; whatever cannot be what they say is refused whole."""

import pytest

from broadsheet.funding.statements import NotReadable, read_camt053
from factories.statements import LINES, Line, camt053


@pytest.mark.parametrize("amount", ["12.345", "1e5", "NaN", "", "١٢", "0x10", "9" * 14, "-1-"])
def test_camt053_with_an_amount_that_is_none_is_refused(amount):
    content = camt053(Line(amount=100)).replace(b">1.00<", f">{amount}<".encode())

    with pytest.raises(NotReadable):
        read_camt053(content)


def test_decimals_beyond_the_cent_must_be_nothing():
    (statement,) = read_camt053(camt053(Line(amount=100)).replace(b">1.00<", b">1.00000<"))

    assert statement.entries[0].amount == 100


def test_a_currency_without_decimals_has_none():
    content = camt053(Line(amount=50_000), currency="JPY").replace(b".00<", b"<")

    (statement,) = read_camt053(content)

    assert statement.entries[0].amount == 500


def batch(*amounts):
    parts = "".join(
        f'<TxDtls><Amt Ccy="EUR">{amount}</Amt><RmtInf><Strd><CdtrRefInf><Ref>RF{place}</Ref>'
        "</CdtrRefInf></Strd></RmtInf></TxDtls>"
        for place, amount in enumerate(amounts)
    )
    whole = camt053(Line(amount=1000, text="batch")).decode()
    before, after = whole.split("<NtryDtls>")[0], whole.split("</NtryDtls>")[1]
    return f"{before}<NtryDtls>{parts}</NtryDtls>{after}".encode()


def test_a_batch_is_taken_apart_where_its_parts_add_up():
    (statement,) = read_camt053(batch("4.00", "6.00"))

    assert [(entry.amount, entry.text) for entry in statement.entries] == [
        (400, "RF0"),
        (600, "RF1"),
    ]


def test_a_batch_stays_whole_where_its_parts_do_not_add_up():
    (statement,) = read_camt053(batch("4.00", "5.00"))

    assert [(entry.amount, entry.text) for entry in statement.entries] == [(1000, "RF0 RF1")]


def test_what_is_only_announced_does_not_count():
    content = camt053(Line(amount=100)).replace(b"BOOK", b"PDNG")

    assert read_camt053(content)[0].entries == ()


def test_money_that_came_back_is_known_as_such():
    content = camt053(Line(amount=100)).replace(b"</Sts>", b"</Sts><RvslInd>true</RvslInd>")

    assert read_camt053(content)[0].entries[0].is_return


@pytest.mark.parametrize(
    "content",
    [
        b"<html></html>",
        camt053(*LINES)[:-40],
        b'<!DOCTYPE x [<!ENTITY a "b">]>' + camt053(*LINES).partition(b"?>")[2],
        camt053(*LINES).replace(b"<CdtDbtInd>CRDT</CdtDbtInd>", b""),
        camt053(*LINES).replace(b"2025-03-04", b"2025-02-30"),
        camt053(*LINES).replace(b'Ntry><Amt Ccy="EUR"', b'Ntry><Amt Ccy="USD"'),
        camt053(*LINES).replace(b"UTF-8", b"no-such-encoding"),
    ],
)
def test_camt053_that_is_broken_is_refused_whole(content):
    with pytest.raises(NotReadable):
        read_camt053(content)
