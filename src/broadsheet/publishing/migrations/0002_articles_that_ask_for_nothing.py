"""Under some articles nobody is asked for support."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_publishing", "0001_the_first_tables"),
    ]

    operations = [
        migrations.AddField(
            model_name="article",
            name="is_sensitive",
            field=models.BooleanField(
                default=False,
                help_text=(
                    "For obituaries, disasters and the like: without the meter and what asks for support."
                ),
                verbose_name="readers are asked for nothing here",
            ),
        ),
    ]
