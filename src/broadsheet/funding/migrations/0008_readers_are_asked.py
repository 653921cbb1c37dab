"""What readers are asked with around articles, and how often each wording was seen."""

import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_funding", "0007_donors_get_receipts"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ask",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "most_views",
                    models.PositiveSmallIntegerField(
                        default=12,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(50),
                        ],
                        verbose_name="pages with it, on one device, at most",
                    ),
                ),
                (
                    "in_days",
                    models.PositiveSmallIntegerField(
                        default=30,
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(365),
                        ],
                        verbose_name="in so many days",
                    ),
                ),
                ("is_on", models.BooleanField(default=False, verbose_name="shown")),
                ("made_at", models.DateTimeField()),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="asks",
                        to="broadsheet_funding.campaign",
                        verbose_name="campaign",
                    ),
                ),
            ],
            options={
                "verbose_name": "ask",
                "verbose_name_plural": "asks",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_on", True)),
                        fields=("is_on",),
                        name="one_ask_is_shown",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AskVariant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("letter", models.CharField(max_length=1)),
                ("heading", models.CharField(max_length=80, verbose_name="heading")),
                (
                    "words_above",
                    models.CharField(
                        blank=True, max_length=240, verbose_name="words above the text"
                    ),
                ),
                (
                    "words_below",
                    models.TextField(
                        blank=True, max_length=800, verbose_name="words below the text"
                    ),
                ),
                ("button", models.CharField(max_length=40, verbose_name="on the button")),
                ("is_on", models.BooleanField(default=True, verbose_name="shown")),
                (
                    "ask",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="variants",
                        to="broadsheet_funding.ask",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("ask", "letter"), name="a_wording_has_its_letter"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AskHour",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        choices=[("ABOVE", "Above the text"), ("BELOW", "Below the text")],
                        max_length=5,
                    ),
                ),
                ("hour", models.DateTimeField()),
                ("views", models.PositiveIntegerField(default=0)),
                (
                    "variant",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="hours",
                        to="broadsheet_funding.askvariant",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("variant", "place", "hour"),
                        name="an_hour_of_a_wording_is_counted_once",
                    )
                ],
            },
        ),
    ]
