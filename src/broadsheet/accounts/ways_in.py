"""The addresses of the ways in that allauth asks for by name. Ours are in `urls`."""

from django.urls import path

from .views import (
    passkey_sign_in,
    passkeys,
    proof,
    providers,
    second_factor,
    security,
    sign_in,
    sign_out,
)

SECURITY = "account/security/"

urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="account_login"),
    path("sign-in/", sign_in.sign_in, name="account_signup"),
    path("sign-in/", sign_in.sign_in, name="account_request_login_code"),
    path("sign-in/code/", sign_in.sign_in_code, name="account_confirm_login_code"),
    path("sign-in/passkey/", passkey_sign_in.passkey_sign_in, name="mfa_login_webauthn"),
    path("sign-in/second-factor/", second_factor.second_factor, name="mfa_authenticate"),
    path(
        "sign-in/with/<slug:provider_id>/",
        providers.begin_at_provider,
        name="openid_connect_login",
    ),
    path(
        "sign-in/with/<slug:provider_id>/back/",
        providers.back_from_provider,
        name="openid_connect_callback",
    ),
    path("sign-out/", sign_out.sign_out, name="account_logout"),
    path("account/proof/", proof.proof, name="account_reauthenticate"),
    path("account/proof/", proof.proof, name="mfa_reauthenticate"),
    path("account/proof/", proof.proof, name="mfa_reauthenticate_webauthn"),
    path(SECURITY, security.security, name="mfa_index"),
    path(SECURITY, security.security, name="account_email"),
    path(f"{SECURITY}app/", security.add_app, name="mfa_activate_totp"),
    path(f"{SECURITY}app/remove/", security.remove_app, name="mfa_deactivate_totp"),
    path(f"{SECURITY}codes/", security.recovery_codes, name="mfa_view_recovery_codes"),
    path(f"{SECURITY}passkeys/add/", passkeys.add_passkey, name="mfa_add_webauthn"),
    path(f"{SECURITY}passkeys/<int:pk>/rename/", passkeys.rename_passkey, name="mfa_edit_webauthn"),
    path(
        f"{SECURITY}passkeys/<int:pk>/remove/", passkeys.remove_passkey, name="mfa_remove_webauthn"
    ),
]
