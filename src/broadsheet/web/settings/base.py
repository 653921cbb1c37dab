"""What holds for every Broadsheet, and what follows from the options an operator has set.

Read by `production` (everything that runs) and `test`. Whatever is not an option (`web.options`) is
decided here.
"""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from broadsheet.web.hosts import allowed_hosts
from broadsheet.web.options import OptionValues

# Not here, because nothing needs them: embeds (oEmbed asks other people's servers) and forms. Documents
# stand here because Wagtail's desk does not open without them; nothing serves any.
INSTALLED_APPS = [
    "broadsheet.web",
    "broadsheet.exchange",
    "broadsheet.notify",
    "broadsheet.publishing",
    "broadsheet.discussion",
    "broadsheet.funding",
    "broadsheet.accounts",
    "broadsheet.core",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "broadsheet.web.headers.HeadersMiddleware",
    "broadsheet.core.shared.SharedAnswerMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "broadsheet.web.static_files.StaticFilesMiddleware",
    "broadsheet.core.middleware.OwnOriginMiddleware",
    "broadsheet.web.sessions.ClosedSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "broadsheet.web.desk.DeskTokenMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "broadsheet.web.desk.DeskGateMiddleware",
    "broadsheet.core.middleware.RefusalMiddleware",
    "broadsheet.exchange.middleware.OldQueryMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

ROOT_URLCONF = "broadsheet.web.urls"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# People

AUTH_USER_MODEL = "broadsheet_accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {"NAME": "broadsheet.accounts.passwords.KnownPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"

# Ways in are allauth's; who may do what, and how often, is ours

ACCOUNT_ADAPTER = "broadsheet.accounts.adapter.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "broadsheet.accounts.social_adapter.SocialAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # commands.confirm_email is the only proof of an address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = False  # core.limits counts for all workers together
ACCOUNT_REAUTHENTICATION_TIMEOUT = 10 * 60
MFA_ADAPTER = "broadsheet.accounts.adapter.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = False
MFA_TOTP_TOLERANCE = 1  # half a minute late or early, as RFC 6238 advises

# Sessions: how long they last is said by the store

SESSION_ENGINE = "broadsheet.accounts.session_store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True  # Wagtail's scripts have the token from the page
CSRF_COOKIE_SAMESITE = "Lax"

# Words and moments

USE_I18N = True
USE_TZ = True

# Files

STATIC_URL = "/static/"
MEDIA_URL = "/media/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "broadsheet.web.static_files.StaticFiles"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000  # Wagtail's editor sends that many for a long article

# Answers

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
APPEND_SLASH = True

# Wagtail

WAGTAILIMAGES_IMAGE_MODEL = "broadsheet_publishing.Photo"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
WAGTAILADMIN_RICH_TEXT_EDITORS = {
    "default": {"WIDGET": "wagtail.admin.rich_text.DraftailRichTextArea"},
}
WAGTAIL_ENABLE_UPDATE_CHECK = False  # nothing of ours calls home
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# People sign in, and change how they do, on our own pages.
WAGTAILADMIN_LOGIN_URL = "account_login"
WAGTAIL_FRONTEND_LOGIN_URL = "/sign-in/"
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False

# Who judges what readers want to say (broadsheet.discussion.screening)

DISCUSSION_SCREENER = "broadsheet.discussion.screening.hold_what_must_wait"

# Who can take money for us, in the order in which donors are offered them (broadsheet.funding.providers)

FUNDING_PROVIDERS = [
    "broadsheet.funding.providers.bank.BankProvider",
    "broadsheet.funding.providers.stripe.StripeProvider",
    "broadsheet.funding.providers.paypal.PayPalProvider",
    "broadsheet.funding.providers.btcpay.BTCPayProvider",
    "broadsheet.funding.providers.test.TestProvider",
]

# Jobs

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "tasks"


# What follows from the options; `settings_following` gives the values.
BROADSHEET: OptionValues
WAGTAIL_SITE_NAME: str
WAGTAILADMIN_BASE_URL: str


def settings_following(values: OptionValues) -> dict[str, Any]:
    """Answer the Django settings that follow from the options' `values`."""
    data = Path(str(values["data"]))
    base_url = str(values["base_url"]).rstrip("/")
    address = urlsplit(base_url)
    over_tls = address.scheme == "https"
    return {
        "BROADSHEET": values,
        "ALLOWED_HOSTS": allowed_hosts(values),
        "CSRF_TRUSTED_ORIGINS": [base_url] if base_url else [],
        "SESSION_COOKIE_SECURE": over_tls,
        "CSRF_COOKIE_SECURE": over_tls,
        "SESSION_COOKIE_NAME": "__Host-bs_session" if over_tls else "bs_session",
        "CSRF_COOKIE_NAME": "__Host-bs_desk" if over_tls else "bs_desk",
        "SECURE_HSTS_SECONDS": 365 * 24 * 60 * 60 if over_tls else 0,
        "LANGUAGE_CODE": str(values["language"]),
        "TIME_ZONE": str(values["time_zone"]),
        "STATIC_ROOT": data / "static",
        "MEDIA_ROOT": data / "media",
        "WAGTAIL_SITE_NAME": values["site_name"],
        "WAGTAILADMIN_BASE_URL": base_url or f"http://localhost:{values['port']}",
    }
