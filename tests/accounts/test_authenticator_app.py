"""authenticator_app …"""

import re

from broadsheet.accounts import queries
from factories.people import confirmed


def test_draws_the_secret_of_an_app(db):
    app = queries.authenticator_app(confirmed(), "ABCDEFGH")
    assert app.secret == "ABCD EFGH"
    assert app.address.startswith("otpauth://totp/cleo%40example.org?secret=ABCDEFGH&issuer=")
    assert re.fullmatch(r"(M\d+ \d+h1v1h-1z)+", app.picture)
    assert app.size > 21 + 8
