from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.events import publish
from broadsheet.discussion.events import RightsChanged
from broadsheet.discussion.models import Grant, Right
from broadsheet.discussion.policy import Permission, policy
from broadsheet.discussion.rights import forget_rights, who_can_have_rights


@transaction.atomic
def change_rights(*, granted: Mapping[str, AbstractSet[Right]], administrator: User) -> None:
    """Let people of each strength in `granted` have these rights, and no others.

    Strengths that are not named keep theirs; nobody imported is given any. It counts in this process at once,
    in the others within a second. Publishes `RightsChanged` if that changes anything. Raises `NotAllowed`.
    """
    policy.require(Permission.CHANGE_RIGHTS, administrator)
    wanted = {
        (strength.value, right.value)
        for strength in who_can_have_rights()
        for right in granted.get(strength, ())
    }
    named = [strength.value for strength in who_can_have_rights() if strength in granted]
    before = set(
        Grant.objects.select_for_update()
        .filter(strength__in=named)
        .values_list("strength", "right")
    )
    if wanted == before:
        return
    for strength, right in before - wanted:
        Grant.objects.filter(strength=strength, right=right).delete()
    Grant.objects.bulk_create(
        (Grant(strength=strength, right=right) for strength, right in sorted(wanted - before)),
        ignore_conflicts=True,
    )
    transaction.on_commit(forget_rights)
    publish(RightsChanged())
