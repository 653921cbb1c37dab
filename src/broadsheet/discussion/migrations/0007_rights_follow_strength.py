from django.db import migrations, models

ALL = ("COMMENT", "VOTE_COUNTED", "POST_LINKS", "SKIP_QUEUE")
GRANTED = {"GUEST": ("COMMENT", "SKIP_QUEUE"), "CONFIRMED": ALL, "ACCOUNT": ALL}


def grant_what_is_usual(apps, schema_editor):
    Grant = apps.get_model("broadsheet_discussion", "Grant")
    Grant.objects.bulk_create(
        (
            Grant(strength=strength, right=right)
            for strength, rights in GRANTED.items()
            for right in rights
        ),
        ignore_conflicts=True,
    )


class Migration(migrations.Migration):
    dependencies = [("broadsheet_discussion", "0006_readers_follow_and_ignore")]

    operations = [
        migrations.CreateModel(
            name="Grant",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        choices=[
                            ("IMPORTED", "imported"),
                            ("GUEST", "guest"),
                            ("CONFIRMED", "e-mail confirmed"),
                            ("ACCOUNT", "account"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "right",
                    models.CharField(
                        choices=[
                            ("COMMENT", "Comment"),
                            ("VOTE_COUNTED", "Votes count"),
                            ("POST_LINKS", "Post links"),
                            ("SKIP_QUEUE", "Skip the queue"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("strength", "right"), name="a_right_is_granted_once_to_a_strength"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("strength", "IMPORTED"), _negated=True),
                        name="nobody_imported_has_rights",
                    ),
                ],
            },
        ),
        migrations.RunPython(grant_what_is_usual, migrations.RunPython.noop),
    ]
