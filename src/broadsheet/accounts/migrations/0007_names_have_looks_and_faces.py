import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

MAY_BE_PROTECTED = models.Q(
    ("strength__in", ["CONFIRMED", "ACCOUNT"]),
    ("is_staff", True),
    ("is_newsroom", True),
    _connector="OR",
)


class Migration(migrations.Migration):
    """What names look like is filled in after migrating (`accounts.commands.fill_name_skeletons`)."""

    dependencies = [("broadsheet_accounts", "0006_people_become_one")]

    operations = [
        migrations.AddField(
            model_name="user",
            name="name_skeleton",
            field=models.CharField(default="", editable=False, max_length=120),
        ),
        migrations.AddField(
            model_name="user",
            name="name_drawing",
            field=models.CharField(default="", editable=False, max_length=120),
        ),
        migrations.AddField(
            model_name="user",
            name="avatar",
            field=models.CharField(blank=True, default="", editable=False, max_length=60),
        ),
        migrations.AddField(
            model_name="user",
            name="is_profile_public",
            field=models.BooleanField(
                default=True,
                help_text="Their name leads to a page of what they have said.",
                verbose_name="has a public page",
            ),
        ),
        migrations.AddField(
            model_name="user",
            name="is_profile_listed",
            field=models.BooleanField(default=True, verbose_name="search engines may list it"),
        ),
        migrations.AddField(
            model_name="user",
            name="profile_links",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=200),
                blank=True,
                default=list,
                editable=False,
                size=3,
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                condition=MAY_BE_PROTECTED, fields=["name_skeleton"], name="protected_skeleton"
            ),
        ),
        migrations.AddIndex(
            model_name="user",
            index=models.Index(
                condition=MAY_BE_PROTECTED, fields=["name_drawing"], name="protected_drawing"
            ),
        ),
        migrations.CreateModel(
            name="NameChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name before")),
                ("name_skeleton", models.CharField(max_length=120)),
                ("name_drawing", models.CharField(max_length=120)),
                ("was_protected", models.BooleanField()),
                ("changed_at", models.DateTimeField()),
                (
                    "changed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="name_changes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["name_skeleton"], name="former_skeleton"),
                    models.Index(fields=["name_drawing"], name="former_drawing"),
                ],
            },
        ),
    ]
