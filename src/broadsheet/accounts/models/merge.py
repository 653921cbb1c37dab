"""That two people turned out to be one."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .user import User


class MergeReason(models.TextChoices):
    """Why we believe that two people are one."""

    LETTER = "LETTER", _("confirmed the address they wrote under")
    SAME_ADDRESS = "SAME_ADDRESS", _("wrote under the confirmed address, elsewhere")
    SAME_BROWSER = "SAME_BROWSER", _("wrote in the same browser")
    STAFF = "STAFF", _("said by the newsroom")


class MergeQuerySet(models.QuerySet["Merge"]):
    """How merges are asked for."""

    def standing(self) -> "MergeQuerySet":
        """That have not been refused."""
        return self.filter(refused_at=None)

    def refusable(self) -> "MergeQuerySet":
        """That rest on less than a proof: on an address another system knew, or on a browser."""
        return self.standing().filter(why__in=(MergeReason.SAME_ADDRESS, MergeReason.SAME_BROWSER))


class Merge(models.Model):
    """One merge: `source` is an emptied row since, `target` has all that was theirs. Only ever added to.

    `moved` is what each app's `Belongings` said of it, by their names. A merge that was refused by the one it
    concerned keeps its row: `refused_at` says when it was undone.
    """

    source = models.ForeignKey(User, on_delete=models.PROTECT, related_name="merges_away")
    target = models.ForeignKey(User, on_delete=models.PROTECT, related_name="merges")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=12, choices=MergeReason)
    moved = models.JSONField(default=dict)
    at = models.DateTimeField()
    refused_at = models.DateTimeField(null=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["source"],
                condition=models.Q(refused_at=None),
                name="a_person_is_merged_into_one",
            ),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("target")),
                name="nobody_is_merged_into_themselves",
            ),
        )
        indexes = (models.Index(fields=["at"], name="merge_at"),)

    def __str__(self) -> str:
        return f"{self.source_id} is {self.target_id}"


def present_person(person: User) -> User:
    """Answer who `person` is today, after all merges: perhaps somebody else."""
    seen = {person.pk}
    while merge := Merge.objects.standing().filter(source=person).select_related("target").first():
        person = merge.target
        if person.pk in seen:
            break
        seen.add(person.pk)
    return person
