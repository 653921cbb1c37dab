from datetime import datetime, timedelta

from broadsheet.accounts.models import Session, User

PLACES_ARE_KEPT = timedelta(days=30)


def end_session(*, person: User, name: str) -> bool:
    """End the session of `person` that `sessions_page` calls `name`; answer whether there was one."""
    return bool(Session.objects.filter(person=person, session_key=name).delete()[0])


def end_other_sessions(*, person: User, current: str | None) -> int:
    """End all sessions of `person` but the one whose key is `current`; answer how many there were."""
    sessions = Session.objects.filter(person=person)
    if current:
        sessions = sessions.exclude(session_key=Session.digest_of(current))
    return sessions.delete()[0]


def end_sessions(*, person: User) -> int:
    """Sign `person` out everywhere, from the next request of each browser; answer of how many."""
    return end_other_sessions(person=person, current=None)


def clear_sessions(*, at: datetime) -> None:
    """Take away what has expired, and from where people signed in more than 30 days ago."""
    Session.objects.filter(expire_date__lt=at).delete()
    old = Session.objects.filter(signed_in_at__lt=at - PLACES_ARE_KEPT).exclude(place="")
    old.update(place="")
