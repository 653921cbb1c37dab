"""Why a row is left out."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Reason(TextChoices):
    """In words for the report; the first ones say that a row is in order, and not ours to take."""

    NOT_RECEIVED = "not_received", _("The money was not received")
    TEST_MONEY = "test_money", _("Test money")
    ALL_RETURNED = "all_returned", _("All of it went back")
    IS_DISPUTED = "is_disputed", _("A dispute about it is not decided")
    GAVE_NOTHING = "gave_nothing", _("Gives nothing regularly")
    LONG_OVER = "long_over", _("Ended, and nothing paid for is left")
    NOT_OVER_YET = (
        "not_over_yet",
        _("Given in the period that is running: import the file again once it is over"),
    )
    MISSING = "missing", _("A column that is needed is empty")
    NUMBER_TOO_LONG = "number_too_long", _("The number is too long to be one")
    TWICE = "twice", _("The same number stands in the file before")
    AMOUNT_UNCLEAR = "amount_unclear", _("The amount cannot be read")
    DATE_UNCLEAR = "date_unclear", _("The date cannot be read without saying what comes first")
    DATE_UNREADABLE = "date_unreadable", _("The date cannot be read")
    CURRENCY_UNKNOWN = "currency_unknown", _("The currency is not known")
    NO_RATE = "no_rate", _("There is no exchange rate for the currency")
    STATUS_UNKNOWN = "status_unknown", _("The status is not one we know")
    INTERVAL_UNKNOWN = "interval_unknown", _("Neither each month nor each year")
    EMAIL_UNREADABLE = "email_unreadable", _("The e-mail address is none")
