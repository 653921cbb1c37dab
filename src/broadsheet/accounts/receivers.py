"""The only place where accounts hears Django's and allauth's signals; each becomes an event or a command."""

from typing import Any

from allauth.account.signals import password_changed, password_reset, password_set
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from django.contrib.auth.signals import user_logged_in
from django.db.models.signals import m2m_changed, post_save
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone

from broadsheet.core.events import publish

from . import commands
from .events import PersonChanged
from .models import Session, Standing, User
from .proof import note_proof, note_sign_in
from .staff import works_here


@receiver(post_save, sender=User)
def tell_that_a_person_changed(
    *, instance: User, created: bool, update_fields: frozenset[str] | None, **_signal: Any
) -> None:
    """Publish `PersonChanged` when the desk's form has saved a person whole.

    Our commands save the fields they mean, of people who have said nothing yet.
    """
    if not created and update_fields is None:
        publish(PersonChanged(person_id=instance.pk))


@receiver(post_save, sender=User)
def sign_out_who_may_not_stay(
    *, instance: User, created: bool, update_fields: frozenset[str] | None, **_signal: Any
) -> None:
    """End the sessions of who was banned or deactivated, and of who has other powers than at sign-in."""
    if created or (update_fields is not None and not update_fields & _WHAT_DECIDES):
        return
    if not instance.is_active or instance.standing == Standing.BANNED:
        commands.end_sessions(person=instance)
    else:
        _end_sessions_of_other_powers(instance.pk)


_WHAT_DECIDES = {"is_active", "standing", "is_staff", "is_superuser"}


@receiver(m2m_changed, sender=User.groups.through)
@receiver(m2m_changed, sender=User.user_permissions.through)
def sign_out_who_has_other_powers(
    *, instance: Any, action: str, reverse: bool, pk_set: set[int] | None, **_signal: Any
) -> None:
    """End the sessions of people who were put into groups, or taken out of them, and so got or lost the desk."""
    if not action.startswith("post_"):
        return
    for person_id in (pk_set or ()) if reverse else (instance.pk,):
        _end_sessions_of_other_powers(person_id)


def _end_sessions_of_other_powers(person_id: int) -> None:
    sessions = Session.objects.filter(person=person_id, signed_in_at__isnull=False)
    if sessions.exists():
        # Read anew: what was asked of the instance before may be remembered by it.
        person = User.objects.get(pk=person_id)
        sessions.exclude(for_desk=works_here(person)).delete()


@receiver(user_logged_in)
def keep_how_they_signed_in(*, request: HttpRequest, user: User, **_signal: Any) -> None:
    """Write into the session what limits it, and by what its owner will know it."""
    note_sign_in(request, user, at=timezone.now())


@receiver([password_changed, password_set, password_reset])
def sign_out_elsewhere_after_another_password(
    *, request: HttpRequest, user: User, **_signal: Any
) -> None:
    """Whoever knew the old password is signed in nowhere any more."""
    _end_other_sessions(request, user)


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def sign_out_elsewhere_after_another_second_factor(
    *, request: HttpRequest, user: User, **_signal: Any
) -> None:
    """Whoever came in by the old way is signed in nowhere any more."""
    _end_other_sessions(request, user)


@receiver(authenticator_added)
def count_setting_up_as_using(
    *, request: HttpRequest, user: User, authenticator: Authenticator, **_signal: Any
) -> None:
    """A passkey or TOTP that has just been set up was used to do so: nobody is asked for it again at once."""
    if authenticator.type != Authenticator.Type.RECOVERY_CODES:
        note_proof(request, user, method="mfa", id=authenticator.pk, type=authenticator.type)


def _end_other_sessions(request: HttpRequest, user: User) -> None:
    is_their_own = request.user.is_authenticated and request.user.pk == user.pk
    current = request.session.session_key if is_their_own else None
    commands.end_other_sessions(person=user, current=current)
