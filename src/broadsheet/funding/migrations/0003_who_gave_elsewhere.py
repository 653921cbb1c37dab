"""Exports of other systems on their way in, and whom they let us invite."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_funding", "0002_the_desk_keeps_what_it_did"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=300, unique=True)),
                ("amount", models.PositiveBigIntegerField(verbose_name="amount")),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                (
                    "interval",
                    models.CharField(
                        choices=[("ONCE", "Once"), ("MONTH", "Monthly"), ("YEAR", "Yearly")],
                        max_length=5,
                        verbose_name="how often",
                    ),
                ),
                ("since_on", models.DateField(null=True, verbose_name="since")),
                ("paid_until", models.DateField(null=True, verbose_name="paid until")),
                ("made_at", models.DateTimeField()),
                (
                    "donor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="broadsheet_funding.donor",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("amount__gt", 0)),
                        name="an_invitation_is_to_give_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("interval", "ONCE"), _negated=True),
                        name="an_invitation_is_to_give_again",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=40, verbose_name="what it is")),
                ("name", models.CharField(max_length=200, verbose_name="file")),
                ("content", models.BinaryField()),
                ("columns", models.JSONField(default=dict)),
                (
                    "day_order",
                    models.CharField(blank=True, max_length=5, verbose_name="dates in figures"),
                ),
                (
                    "decimal_mark",
                    models.CharField(default=".", max_length=1, verbose_name="decimal mark"),
                ),
                (
                    "currency",
                    models.CharField(
                        max_length=3, verbose_name="currency, where no column says it"
                    ),
                ),
                ("uploaded_at", models.DateTimeField(verbose_name="uploaded")),
                ("begun_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("report", models.JSONField(default=dict)),
                (
                    "campaign",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="broadsheet_funding.campaign",
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("finished_at", None), ("begun_at__isnull", False), _connector="OR"
                        ),
                        name="a_file_taken_over_was_begun",
                    ),
                ],
            },
        ),
    ]
