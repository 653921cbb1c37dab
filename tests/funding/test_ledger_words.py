"""kind_in_words and account_in_words …"""

import pytest

from broadsheet.funding import queries
from broadsheet.funding.ledger import RETURNING


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("asset:bank", "Bank account"),
        ("asset:cash", "Cash"),
        ("asset:stripe", "Card and more"),
        ("asset:gone", "gone"),
        ("expense:fees:stripe", "Fees: Card and more"),
        ("income:gifts", "Gifts"),
        ("test:income:gifts", "Gifts (test)"),
        ("liability:unmatched", "Not matched yet"),
        ("another:thing", "another:thing"),
    ],
)
def test_an_account_is_called_as_people_call_it(code, name):
    assert queries.account_in_words(code) == name


def test_every_kind_of_transfer_has_a_name_besides_what_nobody_knows():
    written = {
        "gift",
        "cover",
        "fee",
        "payout",
        "unmatched",
        "set_aside",
        "put_back",
        "known_before",
        *RETURNING,
    }

    assert not [kind for kind in written if queries.kind_in_words(kind) == kind]
    assert queries.kind_in_words("another") == "another"
