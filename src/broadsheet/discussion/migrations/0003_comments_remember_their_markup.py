from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_discussion", "0002_discussions_count_their_changes"),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="markup_version",
            field=models.PositiveSmallIntegerField(db_default=1, default=1),
        ),
    ]
