from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("broadsheet_funding", "0009_days_are_sealed")]

    operations = [
        migrations.CreateModel(
            name="LedgerFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.CharField(max_length=400, unique=True)),
                ("found_at", models.DateTimeField()),
            ],
            options={"default_permissions": ()},
        ),
    ]
