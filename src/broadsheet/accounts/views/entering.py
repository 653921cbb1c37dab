"""What all ways in have in common: where they lead, how often they may be tried, and the last step."""

from urllib.parse import urlsplit

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.account.models import Login
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.models import Authenticator
from django.http import HttpRequest, HttpResponse

from broadsheet.accounts.limits import SIGN_IN_ADDRESS, SIGN_IN_ALL, SIGN_IN_MAIL
from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.http import is_own_path, origin_of
from broadsheet.core.limits import take

HOME = "/"
OWN_PLACES = ("/sign-in/", "/sign-out/")
EVERYBODY = "everybody"


def leads_to(request: HttpRequest) -> str:
    """Where somebody wants to be afterwards: what the address or form says, else the page they come from."""
    said = request.POST.get("next") or request.GET.get("next")
    if said is None:
        said = _page_before(request)
    return said if is_own_path(said) and not said.startswith(OWN_PLACES) else ""


def _page_before(request: HttpRequest) -> str:
    """The path of the page whose link was followed, if it is ours; browsers say it within one origin."""
    page = request.headers.get("Referer", "")
    origin = f"{request.scheme}://{request.get_host()}"
    if not page.startswith(f"{origin}/"):
        return ""
    path, query = urlsplit(page)[2:4]
    return f"{path}?{query}" if query else path


def here(request: HttpRequest) -> str:
    """Whom the limits count by their network address."""
    return f"address:{origin_of(request)}"


def count_try(request: HttpRequest, subject: str) -> None:
    """Count one try to come in as `subject`. Raises `TooOften`."""
    take(
        (SIGN_IN_MAIL, subject),
        (SIGN_IN_ADDRESS, here(request)),
        (SIGN_IN_ALL, EVERYBODY),
    )


def enter(
    request: HttpRequest,
    person: User,
    *,
    to: str,
    email: str | None = None,
    method: str = "code",
    passkey: Authenticator | None = None,
) -> HttpResponse:
    """Sign `person` in, who has proved who they are: by `method`, or alone by a `passkey`.

    Asks for the second factor of those who have one. Whoever was signed in in this browser before is
    signed out.
    """
    if request.user.is_authenticated and request.user.pk != person.pk:
        logout(request)
    if passkey is None:
        record_authentication(request, person, method=method, email=email)
    else:
        post_authentication(request, passkey, passwordless=True)
    answer = perform_login(request, Login(user=person, redirect_url=to or HOME, email=email))
    assert isinstance(answer, HttpResponse)
    return answer


def refused(page: HttpResponse, refusal: Refused) -> HttpResponse:
    """Answer `page`, which says the refusal's sentence, with the time after which it is worth trying again."""
    if refusal.retry_after is not None:
        page.headers["Retry-After"] = str(refusal.retry_after)
    return page
