import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import (
    NAME_LENGTH,
    RedeemedVisit,
    Strength,
    User,
    Visitor,
    VisitRole,
    VisitSite,
)
from broadsheet.accounts.names import NameRefused, check_name
from broadsheet.accounts.sso.sites import open_site
from broadsheet.accounts.sso.token import Visit, VisitRefused, read_visit
from broadsheet.accounts.staff import may_enter_the_desk, works_here
from broadsheet.core.errors import Refused

from .confirm_email import holder_of

CLOCKS_GO_BACK = timedelta(hours=1)
"""Used tokens are remembered for so long after they have expired."""


class VisitNotForStaff(Refused):
    """The account works here: no other site's word opens it."""

    code = "visit-not-for-staff"
    status = 403
    message = _("This account works at the newspaper. Sign in here, by its own ways in.")


class VisitorKnown(Refused):
    """The site's member has an account here already."""

    code = "visitor-known"
    status = 409
    message = _("You have an account here already. Go back and try again.")


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """Who has come; nobody yet where they first have to say whether the account under their address is theirs."""

    visit: Visit
    person: User | None


@transaction.atomic
def redeem_visit(*, site_key: str, token: str, at: datetime) -> Arrival:
    """Spend the token by which a site vouches for its member, and answer who that is here.

    A member is known by the site and its `sub` alone. Somebody new gets an account, under the name the site
    says or one like it; unless the e-mail address is that of an account here, which only its owner joins
    (`join_visit`). The site's role is given and taken back at each visit. Raises `NotFound` for a site that is
    not there or retired, `VisitRefused`, and `VisitNotForStaff`.
    """
    visit = read_visit(token, site=open_site(site_key), at=at)
    _spend(visit)
    _wait_for_others(visit.site, visit.subject)
    visitor = _visitor(visit.site, visit.subject)
    if visitor is None and visit.email and holder_of(visit.email):
        return Arrival(visit=visit, person=None)
    if visitor is None:
        visitor = _new_visitor(visit.site, visit.subject, name=visit.name, email=visit.email, at=at)
    return Arrival(visit=visit, person=_let_in(visitor, visit.role, at=at))


@transaction.atomic
def join_visit(*, site_key: str, subject: str, email: str, person: User, at: datetime) -> User:
    """Let a site's member in as `person`, who is signed in here, from now on, and whose address the site said.

    Raises `NotFound`, `VisitorKnown`, and `VisitNotForStaff`, also where the address is not `person`'s.
    """
    site = open_site(site_key)
    _wait_for_others(site, subject)
    person = User.objects.select_for_update().get(pk=person.pk)
    if works_here(person) or not person.email or person.email.lower() != email:
        raise VisitNotForStaff
    if _visitor(site, subject) is not None:
        raise VisitorKnown
    Visitor.objects.create(site=site, subject=subject, person=person, first_at=at, latest_at=at)
    return person


@transaction.atomic
def begin_visitor(*, site_key: str, subject: str, name: str, at: datetime) -> User:
    """Make a site's member an account apart from the one with their address. Raises `NotFound`, `VisitorKnown`."""
    site = open_site(site_key)
    _wait_for_others(site, subject)
    if _visitor(site, subject) is not None:
        raise VisitorKnown
    visitor = _new_visitor(site, subject, name=name, email="", at=at)
    return visitor.person


def forget_redeemed_visits(*, at: datetime) -> int:
    """Delete what is known of tokens that have expired an hour ago; answer how many there were."""
    return RedeemedVisit.objects.filter(expires_at__lt=at - CLOCKS_GO_BACK).delete()[0]


def _spend(visit: Visit) -> None:
    """Of any number at once, one gets through: the others wait for it, and find the row."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {RedeemedVisit._meta.db_table} (site_id, digest, expires_at)"  # noqa: S608
            " VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            [visit.site.pk, RedeemedVisit.digest_of(visit.token_id), visit.expires_at],
        )
        if not cursor.rowcount:
            raise VisitRefused(site=visit.site.name, reason="it was used before (jti)")


def _wait_for_others(site: VisitSite, subject: str) -> None:
    """Have others who come as the same member at the same moment wait until this transaction ends."""
    with connection.cursor() as cursor:
        words = f"visit:{site.pk}:{subject}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [words])


def _visitor(site: VisitSite, subject: str) -> Visitor | None:
    visitors = Visitor.objects.select_for_update(of=("self",)).select_related("person")
    return visitors.filter(site=site, subject=subject).first()


def _new_visitor(site: VisitSite, subject: str, *, name: str, email: str, at: datetime) -> Visitor:
    person = User(
        name=_name_like(name, site), claimed_email=email, strength=Strength.ACCOUNT, joined_at=at
    )
    person.set_unusable_password()
    person.save()
    return Visitor.objects.create(
        site=site, subject=subject, person=person, first_at=at, latest_at=at
    )


def _name_like(name: str, site: VisitSite) -> str:
    """The name, or one like it that nobody else has; its owner may choose another one."""
    number = f"{secrets.randbelow(10**6):06}"
    for candidate in (name, f"{name[: NAME_LENGTH // 2]} ({site.name})", f"{name[:40]} {number}"):
        with suppress(NameRefused):
            return check_name(candidate if name else "")
    return f"{gettext('Reader')} {number}"


def _let_in(visitor: Visitor, role: VisitRole, *, at: datetime) -> User:
    """Give and take the role, and refuse whoever has more than a site can give, or has it from elsewhere."""
    person = visitor.person
    if _has_more_than_a_role(person) or (person.is_staff and not visitor.has_role):
        raise VisitNotForStaff
    is_moderator = role == VisitRole.MODERATOR
    if person.is_staff != is_moderator:
        person.is_staff = is_moderator
        person.save(update_fields=["is_staff"])
    visitor.has_role, visitor.latest_at = is_moderator, at
    visitor.save(update_fields=["has_role", "latest_at"])
    return person


def _has_more_than_a_role(person: User) -> bool:
    return person.is_superuser or may_enter_the_desk(person)
