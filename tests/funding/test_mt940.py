"""MT940: statements as banks send them by SWIFT; no line of them is lost."""

import contextlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from broadsheet.funding.statements import NotReadable, is_account, read_mt940
from factories.statements import IBAN, LINES, mt940


def test_mt940_without_structure_is_read():
    content = (
        b":20:X\r\n:25:10020030/1234567\r\n:28C:1\r\n:60F:C250303EUR0,00\r\n"
        b":61:2503040304C12,50NTRFEREF//99\r\n"
        b":86:/TRTP/SEPA/NAME/J. Jansen/REMI/gift BS-ACD-EFK\r\n-LMN/EREF/NOTPROVIDED\r\n"
        b":61:2503040304RC12,50NTRFEREF//98\r\n:86:returned\r\n:62F:C250304EUR0,00\r\n"
    )
    (statement,) = read_mt940(content)
    came, went = statement.entries

    assert (came.amount, came.counterparty, came.is_return) == (1250, "J. Jansen", False)
    assert "BS-ACD-EFK -LMN" in came.text
    assert (went.amount, went.is_return, statement.difference) == (-1250, True, 0)
    assert is_account(statement.account, "DE71100200300001234567")
    assert not is_account(statement.account, IBAN)


def test_an_mt940_line_that_the_library_would_lose_is_noticed():
    content = mt940(*LINES).replace(b"NTRFNONREF//A1", b"")

    with pytest.raises(NotReadable):
        read_mt940(content)


def test_mt940_that_is_the_name_of_a_file_is_no_file(tmp_path):
    path = tmp_path / "statement"
    path.write_bytes(mt940(*LINES))

    with pytest.raises(NotReadable):
        read_mt940(str(path).encode())


@given(st.binary(max_size=300), st.integers(0, 600))
@settings(max_examples=60)
def test_mt940_that_is_broken_is_refused_or_read(noise, place):
    content = mt940(*LINES)

    with contextlib.suppress(NotReadable):
        read_mt940(content[:place] + noise + content[place + len(noise) :])
