from django.db import migrations, models


class Migration(migrations.Migration):
    """A letter to somebody who was erased keeps no address once it is sent."""

    dependencies = [("broadsheet_notify", "0001_letters")]

    operations = [
        migrations.AddField(
            model_name="queuedletter",
            name="leaves_no_trace",
            field=models.BooleanField(default=False),
        ),
    ]
