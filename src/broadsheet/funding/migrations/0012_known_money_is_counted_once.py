import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_funding", "0010_what_is_known_to_be_wrong"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="bankstatement",
            name="closed_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="bankstatement",
            name="closing",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="bankstatement",
            name="opened_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="bankstatement",
            name="opening",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddField(
            model_name="entrymatch",
            name="known",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="ties",
                to="broadsheet_funding.transfer",
            ),
        ),
        migrations.AddField(
            model_name="entrymatch",
            name="request",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bank_matches",
                to="broadsheet_funding.refundrequest",
            ),
        ),
        migrations.AlterField(
            model_name="entrymatch",
            name="donation",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bank_matches",
                to="broadsheet_funding.donation",
            ),
        ),
        migrations.AlterField(
            model_name="entrymatch",
            name="transfer",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="bank_match",
                to="broadsheet_funding.transfer",
            ),
        ),
        migrations.AddConstraint(
            model_name="entrymatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("transfer", None), _negated=True),
                    models.Q(("known", None), _negated=True),
                    _connector="OR",
                ),
                name="a_match_is_in_the_ledger",
            ),
        ),
        migrations.AddConstraint(
            model_name="entrymatch",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("donation", None), _negated=True),
                    models.Q(("known", None), _negated=True),
                    _connector="OR",
                ),
                name="a_match_is_of_a_gift_or_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="entrymatch",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("known",),
                name="what_is_known_is_one_entry",
            ),
        ),
        migrations.AddConstraint(
            model_name="entrymatch",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at", None)),
                fields=("request",),
                name="a_refund_is_sent_by_one_entry",
            ),
        ),
    ]
