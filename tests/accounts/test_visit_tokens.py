"""Tokens that sign nobody in: the negative set."""

import hashlib
import hmac

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from broadsheet.accounts.commands import VisitRefused, redeem_visit
from broadsheet.accounts.models import RedeemedVisit, User, Visitor
from broadsheet.core.errors import NotFound
from factories.moments import NOON
from factories.visits import claims, forged, make_site, new_key_pair, token

pytestmark = pytest.mark.django_db

NOW = int(NOON.timestamp())


@pytest.fixture
def site():
    return make_site()


def refuse(site, made, *, because=""):
    """Redeeming `made` is refused, and leaves nothing."""
    people = User.objects.count()
    with pytest.raises(VisitRefused) as refusal:
        redeem_visit(site_key=site.key, token=made, at=NOON)
    assert because in refusal.value.details["reason"]
    assert User.objects.count() == people
    assert not Visitor.objects.exists()
    assert not RedeemedVisit.objects.exists()


def test_the_good_one_is_good(site):
    """Each of the others differs from it in one thing."""
    assert redeem_visit(site_key=site.key, token=token(site), at=NOON).person


@pytest.mark.parametrize("none", ["none", "None", "NONE", "nOnE", ""])
def test_unsigned(site, none):
    refuse(site, forged({"alg": none, "typ": "JWT"}, claims(site)), because="alg")
    signed = token(site)
    refuse(site, f"{signed.rpartition('.')[0]}.", because="signature")


@pytest.mark.parametrize("algorithm", ["HS384", "HS512"])
def test_signed_by_another_algorithm_with_the_right_secret(site, algorithm):
    made = forged({"alg": algorithm, "typ": "JWT"}, claims(site)).rpartition(".")[0]
    digest = hmac.digest(site.secret.encode(), made.encode(), f"sha{algorithm[2:]}")
    refuse(site, f"{made}.{forged({}, {}, digest).split('.')[2]}", because="alg")


def test_signed_by_a_key_of_its_own_choice(site):
    private = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    refuse(site, token(site, key=private, algorithm="RS256"), because="alg")
    refuse(site, token(site, key="x" * 32), because="signature")
    refuse(site, token(make_site("another"), aud=site.key), because="signature")


def test_signed_with_the_public_key_as_if_it_were_a_secret():
    """The confusion of HS256 with RS256 and EdDSA (RFC 8725, section 2.1)."""
    private, public = new_key_pair()
    site = make_site(algorithm="EdDSA", public_key=public)
    for secret in (site.public_key, site.public_key.strip(), public):
        for said in ("HS256", "EdDSA"):
            header, payload, _signature = forged({"alg": said, "typ": "JWT"}, claims(site)).split(
                "."
            )
            words = f"{header}.{payload}".encode()
            digest = hmac.digest(secret.encode(), words, hashlib.sha256)
            signature = forged({}, {}, digest).split(".")[2]
            refuse(site, f"{header}.{payload}.{signature}")
    assert redeem_visit(site_key=site.key, token=token(site, key=private), at=NOON).person


def test_signed_by_another_private_key():
    _private, public = new_key_pair()
    other, _public = new_key_pair()
    site = make_site(algorithm="EdDSA", public_key=public)

    refuse(site, token(site, key=other), because="signature")


@pytest.mark.parametrize(
    "kid", ["../../../../dev/null", "/proc/sys/kernel/randomize_va_space", "x' UNION SELECT ''--"]
)
def test_naming_a_key_by_path_or_query(site, kid):
    """The header leads to no key: an empty one, or the one that the query would answer, is none of ours."""
    for secret in ("", "0", "2\n"):
        header = {"alg": "HS256", "typ": "JWT", "kid": kid}
        head, payload, _signature = forged(header, claims(site)).split(".")
        digest = hmac.digest(secret.encode(), f"{head}.{payload}".encode(), hashlib.sha256)
        refuse(
            site, f"{head}.{payload}.{forged({}, {}, digest).split('.')[2]}", because="signature"
        )


def test_naming_a_key_that_is_ours_anyway_does_no_harm(site):
    made = token(site, headers={"kid": "2026-11"})
    assert redeem_visit(site_key=site.key, token=made, at=NOON).person


@pytest.mark.parametrize(
    "header",
    [
        {"jku": "https://evil.example/keys.json"},
        {"x5u": "https://evil.example/cert.pem"},
        {"jwk": {"kty": "oct", "k": "AAAA"}},
        {"x5c": ["MIIB"]},
        {"crit": ["exp"]},
        {"b64": False, "crit": ["b64"]},
        {"zip": "DEF"},
        {"cty": "JWT"},
        {"typ": "at+jwt"},
        {"kid": 7},
    ],
)
def test_with_headers_that_lead_elsewhere(site, header):
    made = forged({"alg": "HS256", "typ": "JWT", **header}, claims(site)).rpartition(".")[0]
    digest = hmac.digest(site.secret.encode(), made.encode(), hashlib.sha256)
    refuse(site, f"{made}.{forged({}, {}, digest).split('.')[2]}")


@pytest.mark.parametrize("claim", ["aud", "exp", "iat", "jti", "sub"])
def test_without_what_must_be_in_it(site, claim):
    refuse(site, token(site, without=[claim]), because=f"{claim} must be in it")


@pytest.mark.parametrize(
    ("said", "because"),
    [
        ({"exp": NOW}, "expired"),
        ({"exp": NOW - 1}, "expired"),
        ({"exp": NOW + 301}, "5 minutes"),
        ({"exp": NOW + 86_400}, "5 minutes"),
        ({"exp": NOW + 200, "iat": NOW - 101}, "5 minutes"),
        ({"iat": NOW + 61, "exp": NOW + 120}, "iat lies in the future"),
        ({"nbf": NOW + 61}, "nbf lies in the future"),
    ],
)
def test_out_of_time(site, said, because):
    refuse(site, token(site, **said), because=because)


@pytest.mark.parametrize(
    "said", [{"exp": NOW + 300}, {"iat": NOW + 60}, {"nbf": NOW + 60}, {"exp": NOW + 1}]
)
def test_just_in_time_is_good(site, said):
    assert redeem_visit(site_key=site.key, token=token(site, **said), at=NOON).person


@pytest.mark.parametrize(
    "audience", ["another", "", "MEMBERS", ["members"], ["members", "x"], None, 7, {}]
)
def test_for_another_site(site, audience):
    make_site("another")
    made = forged({"alg": "HS256", "typ": "JWT"}, claims(site, aud=audience)).rpartition(".")[0]
    digest = hmac.digest(site.secret.encode(), made.encode(), hashlib.sha256)
    refuse(site, f"{made}.{forged({}, {}, digest).split('.')[2]}", because="aud")


def signed(site, payload):
    made = forged({"alg": "HS256", "typ": "JWT"}, payload).rpartition(".")[0]
    digest = hmac.digest(site.secret.encode(), made.encode(), hashlib.sha256)
    return f"{made}.{forged({}, {}, digest).split('.')[2]}"


@pytest.mark.parametrize("claim", ["exp", "iat", "nbf"])
@pytest.mark.parametrize(
    "value",
    [None, True, "1", f"{NOW + 60}", NOW + 60.5, float("inf"), float("nan"), -1, 0, 10**30, [], {}],
)
def test_with_a_moment_of_the_wrong_type(site, claim, value):
    refuse(site, signed(site, claims(site, **{claim: value})))


@pytest.mark.parametrize("claim", ["jti", "sub", "name", "email", "role"])
@pytest.mark.parametrize(
    "value", [7, True, [], ["a"], {"a": 1}, "a\x00b", "a\nb", "\u202ea", "x" * 256]
)
def test_with_a_word_of_the_wrong_type(site, claim, value):
    refuse(site, signed(site, claims(site, **{claim: value})))


@pytest.mark.parametrize("claim", ["jti", "sub"])
@pytest.mark.parametrize("value", ["", None])
def test_with_an_empty_id(site, claim, value):
    refuse(site, signed(site, claims(site, **{claim: value})))


def test_whose_member_is_an_address(site):
    refuse(site, token(site, sub="ada@example.org"), because="sub")


def test_with_what_is_no_address(site):
    refuse(site, token(site, email="ada at example"), because="email")


@pytest.mark.parametrize(
    "made",
    [
        "",
        "a",
        "a.b",
        "a.b.c",
        "..",
        "a.b.c.d",
        "é.é.é",
        "x" * 5_000,
        "\x00.\x00.\x00",
        forged([], {}),
        forged("alg", {}),
        forged({"alg": ["HS256"]}, {}),
        forged(b"[" * 2_900, {}),
        forged(b'{"a":' * 500, {}),
        forged(b"\xff\xfe", {}),
        forged({"alg": "HS256"}, b"not json"),
        forged({"alg": "HS256", "kid": 10**400}, {}),
    ],
)
def test_that_are_none(site, made):
    refuse(site, made)


@pytest.mark.parametrize("payload", [[], "sub", 7, None, b"[" * 2_000, b"\xff"])
def test_that_are_signed_nonsense(site, payload):
    refuse(site, signed(site, payload))


def test_with_a_signature_bent_in_any_place(site):
    made = token(site)
    head, payload, signature = made.split(".")
    for place in range(len(signature) - 1):
        other = "A" if signature[place] != "A" else "B"
        refuse(site, f"{head}.{payload}.{signature[:place]}{other}{signature[place + 1 :]}")


def test_of_a_site_that_is_not_there(site):
    with pytest.raises(NotFound):
        redeem_visit(site_key="nobody", token=token(site), at=NOON)


def test_used_before(site):
    made = token(site)
    redeem_visit(site_key=site.key, token=made, at=NOON)

    with pytest.raises(VisitRefused, match="visit-refused") as refusal:
        redeem_visit(site_key=site.key, token=made, at=NOON)
    assert "used before" in refusal.value.details["reason"]


def test_used_before_under_the_same_id_with_other_words(site):
    redeem_visit(site_key=site.key, token=token(site, jti="one", sub="a"), at=NOON)

    with pytest.raises(VisitRefused):
        redeem_visit(site_key=site.key, token=token(site, jti="one", sub="b"), at=NOON)


def test_an_id_that_another_site_has_used_is_good(site):
    other = make_site("another")
    redeem_visit(site_key=site.key, token=token(site, jti="one"), at=NOON)

    assert redeem_visit(site_key=other.key, token=token(other, jti="one"), at=NOON).person


def test_the_secret_has_256_bits(site):
    assert len(jwt.utils.base64url_decode(site.secret)) * 8 == 256
