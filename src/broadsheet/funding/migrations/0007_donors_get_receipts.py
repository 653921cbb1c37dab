import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

# Numbers have no gap, and what was said stays as it was said: only who it was said to may be forgotten.
KEEP = """
CREATE FUNCTION keep_receipts_as_they_are() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND
        to_jsonb(NEW) - ARRAY['donor_id', 'name', 'postal_address']
        = to_jsonb(OLD) - ARRAY['donor_id', 'name', 'postal_address'] THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Receipts are kept as they were issued: % refused.', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER receipts_are_not_changed BEFORE UPDATE OR DELETE ON broadsheet_funding_receipt
    FOR EACH ROW EXECUTE FUNCTION keep_receipts_as_they_are();
"""
CHANGE = """
DROP TRIGGER receipts_are_not_changed ON broadsheet_funding_receipt;
DROP FUNCTION keep_receipts_as_they_are();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("broadsheet_accounts", "__first__"),
        ("broadsheet_funding", "0006_the_bank_says_what_came"),
    ]

    operations = [
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("GIFT", "Receipt for a gift"),
                            ("CORRECTION", "Corrected receipt"),
                            ("YEAR", "Yearly statement"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "series",
                    models.CharField(
                        choices=[("R", "Gifts"), ("Y", "Years"), ("T", "Test money")], max_length=1
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField(verbose_name="number")),
                (
                    "donor",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="receipts",
                        to="broadsheet_funding.donor",
                    ),
                ),
                (
                    "donation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="broadsheet_funding.donation",
                    ),
                ),
                ("covers_year", models.PositiveSmallIntegerField(null=True)),
                (
                    "replaces",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="broadsheet_funding.receipt",
                    ),
                ),
                ("amount", models.PositiveBigIntegerField(verbose_name="amount")),
                ("returned", models.PositiveBigIntegerField(default=0)),
                ("currency", models.CharField(max_length=3)),
                ("issued_at", models.DateTimeField(verbose_name="issued")),
                ("language", models.CharField(blank=True, max_length=15)),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("postal_address", models.TextField(blank=True, max_length=500)),
                ("issuer", models.TextField(blank=True, max_length=500)),
                ("note", models.TextField(blank=True, max_length=1000)),
            ],
            options={
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        models.F("donor"), models.F("issued_at"), name="receipts_of_a_donor"
                    ),
                    models.Index(
                        models.F("donor"), models.F("covers_year"), name="yearly_statements"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "year", "number"), name="a_receipt_has_its_own_number"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "GIFT")),
                        fields=("donation",),
                        name="a_gift_has_one_first_receipt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gt", 0)), name="receipts_are_counted_from_one"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("covers_year__isnull", False), ("donation", None), ("kind", "YEAR")
                            ),
                            models.Q(
                                models.Q(("kind", "YEAR"), _negated=True),
                                ("covers_year", None),
                                ("donation__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="a_receipt_is_for_a_gift_or_a_year",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("returned__lte", models.F("amount"))),
                        name="no_more_goes_back_than_was_given",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceiptCounter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "series",
                    models.CharField(
                        choices=[("R", "Gifts"), ("Y", "Years"), ("T", "Test money")], max_length=1
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("series", "year"), name="a_series_is_counted_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReceiptWording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "issuer",
                    models.TextField(
                        blank=True,
                        help_text="Name, address and registration of the newsroom, each on its own line.",
                        max_length=500,
                        verbose_name="issued by",
                    ),
                ),
                (
                    "note",
                    models.TextField(
                        blank=True,
                        help_text="What the law wants a receipt to say, such as that it cannot be deducted.",
                        max_length=1000,
                        verbose_name="note",
                    ),
                ),
                (
                    "sends_yearly",
                    models.BooleanField(
                        default=True,
                        help_text="In January every donor gets a letter about the year before.",
                        verbose_name="send yearly statements",
                    ),
                ),
                ("only", models.BooleanField(default=True, editable=False, unique=True)),
            ],
            options={
                "verbose_name": "wording of receipts",
                "default_permissions": (),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("only", True)), name="receipts_are_worded_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PortalLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "donor",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="portal_links",
                        to="broadsheet_funding.donor",
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("expires_at", models.DateTimeField(db_index=True)),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="PledgeLetter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pledge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="letters",
                        to="broadsheet_funding.pledge",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("RENEWAL", "Renewal"), ("FAILED", "Failed"), ("ENDED", "Ended")],
                        max_length=7,
                    ),
                ),
                ("about", models.CharField(max_length=255)),
                ("sent_at", models.DateTimeField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("pledge", "kind", "about"),
                        name="a_letter_about_a_pledge_is_sent_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="BadgeWish",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="badge_wish",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("wished_at", models.DateTimeField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.RunSQL(KEEP, CHANGE),
    ]
