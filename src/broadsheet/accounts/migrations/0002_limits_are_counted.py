from django.db import migrations, models


class Migration(migrations.Migration):
    """Unlogged: counting costs no disk, and may begin anew after a crash of the database."""

    dependencies = [("broadsheet_accounts", "0001_people")]

    operations = [
        migrations.CreateModel(
            name="LimitState",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("due_at", models.DateTimeField()),
            ],
            options={"db_table": "broadsheet_limits"},
        ),
        migrations.RunSQL(
            "ALTER TABLE broadsheet_limits SET UNLOGGED",
            "ALTER TABLE broadsheet_limits SET LOGGED",
        ),
    ]
