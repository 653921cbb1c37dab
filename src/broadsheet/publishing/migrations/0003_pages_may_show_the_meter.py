"""Sections and standing pages may show the meter, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_publishing", "0002_articles_that_ask_for_nothing"),
    ]

    operations = [
        migrations.AddField(
            model_name="section",
            name="shows_meter",
            field=models.BooleanField(
                default=False,
                help_text="Above the page: how much has been given.",
                verbose_name="show the meter",
            ),
        ),
        migrations.AddField(
            model_name="standingpage",
            name="shows_meter",
            field=models.BooleanField(
                default=False,
                help_text="Above the page: how much has been given.",
                verbose_name="show the meter",
            ),
        ),
    ]
