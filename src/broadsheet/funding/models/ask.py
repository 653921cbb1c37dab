"""How readers are asked for support, and how often each wording was seen."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .campaign import Campaign


class AskPlace(models.TextChoices):
    """Where around an article it stands."""

    ABOVE = "ABOVE", _("Above the text")
    BELOW = "BELOW", _("Below the text")


class Ask(models.Model):
    """A few words around articles, in one wording or in several that are compared with each other.

    One at most `is_on`. A device shows it on `most_views` pages in `in_days` days at most. Its wordings are not
    changed once it was made: what was counted was counted for these words.
    """

    campaign = models.ForeignKey(
        Campaign, on_delete=models.PROTECT, related_name="asks", verbose_name=_("campaign")
    )
    name = models.CharField(_("name"), max_length=80)
    most_views = models.PositiveSmallIntegerField(
        _("pages with it, on one device, at most"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
    )
    in_days = models.PositiveSmallIntegerField(
        _("in so many days"),
        default=30,
        validators=[MinValueValidator(1), MaxValueValidator(365)],
    )
    is_on = models.BooleanField(_("shown"), default=False)
    made_at = models.DateTimeField()

    class Meta:
        verbose_name = _("ask")
        verbose_name_plural = _("asks")
        constraints = [
            models.UniqueConstraint(
                fields=["is_on"], condition=Q(is_on=True), name="one_ask_is_shown"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class AskVariant(models.Model):
    """One wording of an ask, called A, B, C or D. Those that are on are shown equally often."""

    ask = models.ForeignKey(Ask, on_delete=models.CASCADE, related_name="variants")
    letter = models.CharField(max_length=1)
    heading = models.CharField(_("heading"), max_length=80)
    words_above = models.CharField(_("words above the text"), max_length=240, blank=True)
    words_below = models.TextField(_("words below the text"), max_length=800, blank=True)
    button = models.CharField(_("on the button"), max_length=40)
    is_on = models.BooleanField(_("shown"), default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["ask", "letter"], name="a_wording_has_its_letter"),
        ]

    def __str__(self) -> str:
        return f"{self.letter}: {self.heading}"


class AskHour(models.Model):
    """On how many pages a wording was seen at its place within the hour that begins at `hour`.

    Counted from a sample, and of nobody in particular.
    """

    variant = models.ForeignKey(AskVariant, on_delete=models.CASCADE, related_name="hours")
    place = models.CharField(max_length=5, choices=AskPlace)
    hour = models.DateTimeField()
    views = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["variant", "place", "hour"], name="an_hour_of_a_wording_is_counted_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.variant_id} {self.place} {self.hour}"
