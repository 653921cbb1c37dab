from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_accounts", "0009_providers_have_our_name"),
    ]

    operations = [
        migrations.AddField(
            model_name="user",
            name="is_supporter",
            field=models.BooleanField(default=False, editable=False),
        ),
    ]
