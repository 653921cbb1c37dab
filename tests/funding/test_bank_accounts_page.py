"""bank_accounts_page: where supporters send money, at the desk."""

import pytest

from broadsheet.funding.models import (
    BankAccount,
)
from factories.money_desk import at_desk, may
from factories.statements import IBAN

pytestmark = pytest.mark.django_db
BANK = "/desk/money/bank/"


def test_an_account_is_entered_and_stopped(ed):
    browser = at_desk(may(ed, "configure"))
    said = {"currency": "EUR", "holder": "The Paper", "iban": IBAN, "bic": "", "details": ""}

    wrong = browser.post("/desk/money/bank-accounts/", {**said, "iban": IBAN[:-1] + "1"})
    assert "This is not an IBAN" in wrong.content.decode()
    browser.post("/desk/money/bank-accounts/", said)
    browser.post("/desk/money/bank-accounts/", {**said, "iban": "AT611904300234573201"})
    second = BankAccount.objects.get(iban__startswith="AT")
    assert b"Shown soon" in browser.get("/desk/money/bank-accounts/").content
    browser.post(f"/desk/money/bank-accounts/{second.pk}/stop/")
    browser.post(f"/desk/money/bank-accounts/{BankAccount.objects.first().pk}/withdraw/")

    second.refresh_from_db()
    assert second.stopped_at
    assert b"None. Gifts by bank transfer" in browser.get("/desk/money/bank-accounts/").content


def test_others_at_the_desk_see_no_accounts(ed):
    assert at_desk(may(ed, "export")).get("/desk/money/bank-accounts/").status_code == 403
