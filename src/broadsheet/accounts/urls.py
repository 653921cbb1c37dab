from django.urls import path

from .views import (
    desk_link,
    own,
    passkey_sign_in,
    passkeys,
    proof,
    second_factor,
    security,
    sessions,
    settings,
    sign_in,
)

app_name = "accounts"
urlpatterns = [
    path("account/", own.overview, name="overview"),
    path("account/settings/", settings.settings, name="settings"),
    path("account/settings/name/", settings.rename, name="rename"),
    path("account/settings/email/", settings.change_email, name="change_email"),
    path(
        "account/settings/email/code/",
        settings.confirm_email_change,
        name="confirm_email_change",
    ),
    path("account/sessions/", own.sessions, name="sessions"),
    path("sign-in/again/", sign_in.sign_in_again, name="sign_in_again"),
    path("sign-in/name/", sign_in.sign_in_name, name="sign_in_name"),
    path("sign-in/link/<str:secret>/", sign_in.sign_in_link, name="sign_in_link"),
    path(
        "sign-in/passkey/begin/",
        passkey_sign_in.begin_passkey_sign_in,
        name="begin_passkey_sign_in",
    ),
    path(
        "sign-in/second-factor/begin/",
        second_factor.begin_second_factor,
        name="begin_second_factor",
    ),
    path("sign-in/<str:secret>/", desk_link.desk_link, name="desk_link"),
    path("account/security/", security.security, name="security"),
    path("account/security/passkeys/begin/", passkeys.begin_passkey, name="begin_passkey"),
    path("account/proof/", proof.proof, name="proof"),
    path("account/proof/passkey/", proof.begin_proof_by_passkey, name="begin_proof_by_passkey"),
    path("account/proof/letter/", proof.send_proof_letter, name="send_proof_letter"),
    path("account/sessions/end/", sessions.end_session, name="end_session"),
    path("account/sessions/end-others/", sessions.end_other_sessions, name="end_other_sessions"),
]
