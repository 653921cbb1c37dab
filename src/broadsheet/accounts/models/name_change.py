"""A name that somebody had before."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.skeletons import SkeletonField

from .user import NAME_LENGTH, User


class NameChange(models.Model):
    """One change of name: `name` is what the person gave up. Rows are only added.

    `was_protected` says whether nobody else could have had that name; if so, nobody may for a while.
    """

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="name_changes")
    name = models.CharField(_("name before"), max_length=NAME_LENGTH)
    name_skeleton = SkeletonField()
    name_drawing = SkeletonField(drawing=True)
    was_protected = models.BooleanField()
    changed_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    changed_at = models.DateTimeField()

    class Meta:
        indexes = (
            models.Index(fields=["name_skeleton"], name="former_skeleton"),
            models.Index(fields=["name_drawing"], name="former_drawing"),
        )

    def __str__(self) -> str:
        return self.name
