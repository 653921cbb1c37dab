"""Signing in at an OpenID Connect provider: what allauth does not do, or does otherwise than we want.

Of allauth there are the way to the provider and back, its state and its proof key (PKCE, RFC 7636). Ours are
the nonce, the signature, the issuer that a provider may speak for, and what is asked of it over HTTP. (OpenID
Connect Core 1.0, section 3.1.)
"""

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Self
from urllib.parse import quote_plus, urlencode, urlsplit

import jwt
from allauth.mfa.utils import decrypt, encrypt
from allauth.socialaccount.models import SocialApp, SocialLogin, SocialToken
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.provider import OpenIDConnectProvider
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from broadsheet.core import outbound

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
"""Signatures by a key that only the provider has; never one by a secret that we share with it."""
CLOCK_SKEW_SECONDS = 60
SCOPES = ("openid", "profile", "email")
WELL_KNOWN = "/.well-known/openid-configuration"
ENDPOINTS = ("authorization_endpoint", "token_endpoint", "jwks_uri")
MAY_BE_MISSING = ("userinfo_endpoint",)
LONGEST_SUBJECT = 255
_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class ProviderAway(OAuth2Error):
    """The provider does not answer, or not with what it should."""


class IdentityRefused(OAuth2Error):
    """What the provider said of somebody does not hold."""


# What the newsroom sets down of a provider


def read_configuration(issuer: str) -> dict[str, Any]:
    """Ask the provider at `issuer` where it does what, and answer that; it is kept, and not asked for again.

    So only addresses are asked that an administrator has seen. Raises `ProviderAway`, and `ValueError` with a
    sentence if the provider is another than `issuer`, or would have us talk without TLS.
    """
    with ProviderRequests() as requests:
        said = requests.get(f"{issuer.rstrip('/')}{WELL_KNOWN}").json()
    if said.get("issuer") != issuer:
        raise ValueError(f"It calls itself {said.get('issuer')!r}: write the address exactly so.")
    kept = {name: said.get(name) for name in (*ENDPOINTS, *MAY_BE_MISSING) if said.get(name)}
    for name in ENDPOINTS:
        if name not in kept:
            raise ValueError(f"It does not say its {name}.")
    for address in kept.values():
        if not is_safe_address(str(address)):
            raise ValueError(f"Its address {address} has no TLS.")
    methods = said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return {"issuer": issuer, **kept, "token_endpoint_auth_methods_supported": methods}


def is_safe_address(address: str) -> bool:
    """Whether `address` is one of TLS, or of this machine, for trying things out."""
    place = urlsplit(address)
    on_this_machine = place.scheme == "http" and place.hostname in _THIS_MACHINE
    return bool(place.hostname) and (place.scheme == "https" or on_this_machine)


def seal_secret(app: SocialApp, secret: str) -> None:
    """Keep the `secret` that `app` has in common with us, sealed with a key that is not in the database."""
    app.settings["sealed_secret"] = encrypt(secret)
    app.secret = ""


# The way there and back


class OidcAdapter(OpenIDConnectOAuth2Adapter):
    """Turns a code into an identity, and believes it only if all of it holds."""

    @property
    def openid_config(self) -> dict[str, Any]:
        """Where the provider does what, as it was when it was set up."""
        kept: dict[str, Any] = self.get_provider().app.settings["configuration"]
        return kept

    def get_access_token_data(
        self, request: HttpRequest, app: SocialApp, client: Any, pkce_code_verifier: str
    ) -> Any:
        """Give the code, which works once, for the tokens."""
        self.nonce = nonce_of(pkce_code_verifier)
        return super().get_access_token_data(request, app, client, pkce_code_verifier)

    def complete_login(
        self,
        request: HttpRequest,
        app: SocialApp,
        token: SocialToken,
        response: Mapping[str, Any],
    ) -> SocialLogin:
        """Answer who it is, after all that has to be compared. Raises `IdentityRefused`, `ProviderAway`."""
        claims = self._verified(str(response.get("id_token", "")), client_id=app.client_id)
        if "email" not in claims and "userinfo_endpoint" in self.openid_config:
            claims = self._completed(claims, token.token)
        return self.get_provider().sociallogin_from_response(request, claims)

    def _verified(self, id_token: str, *, client_id: str) -> dict[str, Any]:
        try:
            claims: dict[str, Any] = jwt.decode(
                id_token,
                key=self._key_of(id_token),
                algorithms=ALGORITHMS,
                audience=client_id,
                issuer=self.openid_config["issuer"],
                leeway=CLOCK_SKEW_SECONDS,
                options={"require": ["iss", "sub", "aud", "exp", "iat"]},
            )
        except jwt.PyJWTError as error:
            raise IdentityRefused(type(error).__name__) from error
        if not constant_time_compare(str(claims.get("nonce", "")), self.nonce):
            raise IdentityRefused("another nonce")
        if claims.get("azp", client_id) != client_id:
            raise IdentityRefused("for another site")
        if not 0 < len(str(claims["sub"])) <= LONGEST_SUBJECT:
            raise IdentityRefused("no subject")
        return claims

    def _key_of(self, id_token: str) -> Any:
        with ProviderRequests() as requests:
            said = requests.get(self.openid_config["jwks_uri"]).json()
        keys = jwt.PyJWKSet.from_dict(said).keys
        kid = jwt.get_unverified_header(id_token).get("kid")
        fitting = [key for key in keys if kid is None or key.key_id == kid]
        if len(fitting) != 1:
            raise IdentityRefused("signed by an unknown key")
        return fitting[0].key

    def _completed(self, claims: dict[str, Any], access_token: str) -> dict[str, Any]:
        with ProviderRequests() as requests:
            bearer = {"Authorization": f"Bearer {access_token}"}
            more = requests.get(self.openid_config["userinfo_endpoint"], headers=bearer).json()
        if more.get("sub") != claims["sub"]:
            raise IdentityRefused("about somebody else")
        return {**more, **claims}


class OidcProvider(OpenIDConnectProvider):
    """A provider as the newsroom has set it up. What the visitor's address says of it is not read."""

    oauth2_adapter_class = OidcAdapter
    pkce_enabled_default = True

    def __init__(self, request: HttpRequest, app: SocialApp) -> None:
        """Take `app`, whose secret is unsealed here and saved nowhere."""
        app.secret = decrypt(app.settings["sealed_secret"])
        super().__init__(request, app)

    def get_pkce_params(self) -> dict[str, Any]:
        """Answer what binds the code to this session, and the nonce that binds the identity to it."""
        proof: dict[str, Any] = super().get_pkce_params()
        return {**proof, "nonce": nonce_of(proof["code_verifier"])}

    def get_scope_from_request(self, request: HttpRequest) -> list[str]:  # noqa: ARG002 - allauth's
        """Answer what is asked of every reader."""
        return list(SCOPES)

    def get_auth_params_from_request(self, *_visit: Any) -> dict[str, Any]:
        """Answer nothing more."""
        return {}

    def extract_uid(self, data: Mapping[str, Any]) -> str:
        """Answer the identity: issuer and subject, in one digest, whatever the provider is called here."""
        return hashlib.sha256(json.dumps([data["iss"], data["sub"]]).encode()).hexdigest()

    def extract_extra_data(self, _claims: Mapping[str, Any]) -> dict[str, Any]:
        """Answer nothing: what the provider says of somebody is used, and not kept."""
        return {}

    def extract_common_fields(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Answer what an account may begin with."""
        return {"email": data.get("email"), "name": data.get("name")}

    def extract_email_addresses(self, data: Mapping[str, Any]) -> list[Any]:
        """Answer the address; it is verified only if the provider says so in so many words."""
        said = {**data, "email_verified": data.get("email_verified") is True}
        addresses: list[Any] = super().extract_email_addresses(said)
        return addresses


def nonce_of(code_verifier: str) -> str:
    """Answer the nonce that goes with a secret which only this session has."""
    return hashlib.sha256(f"nonce {code_verifier}".encode()).hexdigest()


# What is asked of it over HTTP


class ProviderRequests:
    """What allauth needs of a `requests.Session`, asked by `core.outbound`, with its bounds."""

    def __enter__(self) -> Self:
        """Open nothing: each question has its own connection."""
        return self

    def __exit__(self, *_error: object) -> None:
        """Close nothing."""

    def get(self, address: str, headers: Mapping[str, str] | None = None) -> "ProviderAnswer":
        """Ask for what is at `address`. Raises `ProviderAway` if it is not answered with success."""
        with _as_away():
            answer = outbound.get(
                address, headers={"Accept": "application/json", **(headers or {})}
            )
        return ProviderAnswer(answer).succeeded()

    def request(
        self,
        _method: str,
        address: str,
        *,
        data: Mapping[str, str],
        headers: Mapping[str, str] | None = None,
        auth: Any = None,
        **_params: None,
    ) -> "ProviderAnswer":
        """POST a form, as allauth does to change a code for tokens. Raises `ProviderAway`."""
        asked = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Accept": "application/json",
            **(headers or {}),
        }
        if auth is not None:
            asked["Authorization"] = _basic(auth.username, auth.password)
        with _as_away():
            answer = outbound.post(address, content=urlencode(data).encode(), headers=asked)
        return ProviderAnswer(answer)


class ProviderAnswer:
    """What allauth reads of an answer."""

    headers = {"content-type": "application/json"}

    def __init__(self, answer: outbound.Answer) -> None:
        """Take what came back."""
        self.status_code = answer.status
        self.content = b""  # allauth writes it into messages
        self._said = answer.content

    def succeeded(self) -> Self:
        """Answer itself. Raises `ProviderAway` if it says anything else than success."""
        if self.status_code != 200:  # noqa: PLR2004
            raise ProviderAway(f"status {self.status_code}")
        return self

    def json(self) -> dict[str, Any]:
        """Answer the object in it. Raises `ProviderAway` if there is none."""
        try:
            said = json.loads(self._said)
        except (ValueError, RecursionError) as error:
            raise ProviderAway("an answer that is not JSON") from error
        if not isinstance(said, dict):
            raise ProviderAway("an answer that is no object")
        return said


@contextmanager
def _as_away() -> Iterator[None]:
    try:
        yield
    except outbound.OutboundFailed as error:
        raise ProviderAway(str(error)) from error


def _basic(name: str, password: str) -> str:
    """Both are written as in a form before they are put together (RFC 6749, section 2.3.1)."""
    written = f"{quote_plus(name)}:{quote_plus(password)}"
    return f"Basic {base64.b64encode(written.encode()).decode()}"
