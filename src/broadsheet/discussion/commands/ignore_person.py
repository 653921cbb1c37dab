from datetime import datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.discussion.models import IgnoredPerson


class OwnWordsIgnored(Refused):
    """Somebody wants to ignore themselves."""

    code = "own-words-ignored"
    status = 409
    message = _("These are your own words. Nobody can ignore themselves.")


class NewsroomIgnored(Refused):
    """Somebody wants to ignore a person who speaks for the paper, and by whom the rules of the house are said."""

    code = "newsroom-ignored"
    status = 409
    message = _(
        "The newsroom cannot be ignored: it is its part to say here what holds for everybody."
    )


def ignore_person(*, person: User, reader: User, at: datetime) -> None:
    """Fold the comments of `person` for `reader`. Done twice, it is done once; `person` is never told.

    Raises `OwnWordsIgnored`, `NewsroomIgnored`.
    """
    if reader.same_person(person):
        raise OwnWordsIgnored
    if person.speaks_for_the_paper:
        raise NewsroomIgnored
    IgnoredPerson.objects.get_or_create(reader=reader, person=person, defaults={"ignored_at": at})


def stop_ignoring_person(*, person: User, reader: User) -> None:
    """Let `reader` see the comments of `person` again as everybody does."""
    IgnoredPerson.objects.filter(reader=reader, person=person).delete()
