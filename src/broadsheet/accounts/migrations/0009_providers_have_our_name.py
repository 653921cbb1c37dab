from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_accounts", "0008_visits_are_signed"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [
        migrations.CreateModel(
            name="SignInProvider",
            fields=[],
            options={
                "verbose_name": "sign-in provider",
                "verbose_name_plural": "sign-in providers",
                "proxy": True,
                "indexes": [],
                "constraints": [],
            },
            bases=("socialaccount.socialapp",),
        ),
    ]
