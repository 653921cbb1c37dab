import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

REFUSE = """
CREATE FUNCTION refuse_to_change_the_ledger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What happened to money is kept as it was written: % of % refused.', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
"""
ALLOW = "DROP FUNCTION refuse_to_change_the_ledger();"

REFUSE_FOR = """
CREATE TRIGGER the_ledger_is_not_changed BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION refuse_to_change_the_ledger();
CREATE TRIGGER the_ledger_is_not_emptied BEFORE TRUNCATE ON {table}
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_ledger();
"""
ALLOW_FOR = """
DROP TRIGGER the_ledger_is_not_emptied ON {table};
DROP TRIGGER the_ledger_is_not_changed ON {table};
"""
TABLES = [
    "broadsheet_funding_transfer",
    "broadsheet_funding_ledgeraccount",
    "broadsheet_funding_daydigest",
    "broadsheet_funding_exchangerate",
]

# The accounts are already there by their keys; with the currency beside them, both have the transfer's own.
ONE_CURRENCY = """
ALTER TABLE broadsheet_funding_transfer
    ADD CONSTRAINT what_is_debited_is_in_its_currency FOREIGN KEY (debit_id, currency)
        REFERENCES broadsheet_funding_ledgeraccount (id, currency),
    ADD CONSTRAINT what_is_credited_is_in_its_currency FOREIGN KEY (credit_id, currency)
        REFERENCES broadsheet_funding_ledgeraccount (id, currency);
"""
ANY_CURRENCY = """
ALTER TABLE broadsheet_funding_transfer
    DROP CONSTRAINT what_is_debited_is_in_its_currency,
    DROP CONSTRAINT what_is_credited_is_in_its_currency;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_funding", "0002_the_desk_keeps_what_it_did"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ExchangeRate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("currency", models.CharField(max_length=3, verbose_name="currency")),
                ("into", models.CharField(max_length=3, verbose_name="into")),
                (
                    "rate",
                    models.DecimalField(
                        decimal_places=9,
                        max_digits=18,
                        validators=[django.core.validators.MinValueValidator(0)],
                        verbose_name="rate",
                    ),
                ),
                ("since", models.DateTimeField()),
                (
                    "set_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("currency"),
                        models.F("into"),
                        models.OrderBy(models.F("since"), descending=True),
                        name="rates_by_time",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rate__gt", 0)), name="a_currency_is_worth_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("currency", models.F("into")), _negated=True),
                        name="a_currency_is_worth_itself",
                    ),
                ],
            },
        ),
        migrations.RunSQL(ONE_CURRENCY, ANY_CURRENCY),
        migrations.RunSQL(REFUSE, ALLOW),
        *(
            migrations.RunSQL(REFUSE_FOR.format(table=table), ALLOW_FOR.format(table=table))
            for table in TABLES
        ),
    ]
