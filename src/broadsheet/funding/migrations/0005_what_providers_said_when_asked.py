from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_funding", "0004_gifts_are_begun"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reconciliation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("provider", models.CharField(max_length=20, unique=True)),
                ("asked_until", models.DateTimeField()),
                ("asked_at", models.DateTimeField()),
                ("found", models.PositiveIntegerField(default=0)),
                ("trouble", models.CharField(blank=True, max_length=300)),
            ],
        ),
        migrations.AddField(
            model_name="pledge",
            name="asked_at",
            field=models.DateTimeField(null=True),
        ),
    ]
