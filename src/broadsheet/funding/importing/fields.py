"""What a column of an export may hold."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Field(TextChoices):
    """One thing that we read, whatever the file calls it."""

    ROW_ID = "row_id", _("Number of the payment or membership")
    OTHER_ID = "other_id", _("Another number, where the first is missing")
    NAME = "name", _("Name")
    FIRST_NAME = "first_name", _("First name")
    LAST_NAME = "last_name", _("Last name")
    EMAIL = "email", _("E-mail address")
    AMOUNT = "amount", _("Amount")
    COVER = "cover", _("Of it, added for the fee")
    CURRENCY = "currency", _("Currency")
    FEE = "fee", _("Fee kept by the provider")
    FEE_CURRENCY = "fee_currency", _("Currency of the fee")
    REFUNDED = "refunded", _("Amount refunded")
    REFUNDED_ON = "refunded_on", _("Refunded on")
    DISPUTED = "disputed", _("Amount disputed")
    DISPUTED_ON = "disputed_on", _("Disputed on")
    DISPUTE_STATUS = "dispute_status", _("Outcome of the dispute")
    DATE = "date", _("Date")
    TIME = "time", _("Time of day")
    STATUS = "status", _("Status")
    MODE = "mode", _("Live or test")
    INTERVAL = "interval", _("Month or year")
    FREQUENCY = "frequency", _("Every how many of them")
    QUANTITY = "quantity", _("How many at once")
    GATEWAY = "gateway", _("Way of paying")
    BEGAN_ON = "began_on", _("Since")
    NEXT_ON = "next_on", _("Next payment on")
    PAID_UNTIL = "paid_until", _("Paid until")
    CANCEL_AT_END = "cancel_at_end", _("Ends with what is paid for")
    CANCELLED_AT = "cancelled_at", _("Cancelled on")
    ENDED_AT = "ended_at", _("Ended on")
