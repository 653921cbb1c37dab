"""Every address of funding."""

from django.urls import URLPattern, path, register_converter

from .views import (
    asks,
    digests,
    gift_in_words,
    give,
    hooks,
    meters,
    pretending,
    receipts,
    support,
    supporters,
    thanks,
    transfers,
    transparency,
)
from .views.months import MonthConverter

app_name = "funding"
register_converter(MonthConverter, "month")

urlpatterns: list[URLPattern] = [
    path("give/", give.give, name="give"),
    path("give/in-words/", gift_in_words.gift_in_words, name="gift_in_words"),
    path("give/pretend/<slug:name>/", pretending.pretend, name="pretend"),
    path("give/<slug:key>/thanks/", thanks.thanks, name="thanks"),
    path("give/<slug:key>/thanks/look/", thanks.look_again, name="look_again"),
    # Reading: the same bytes for everybody.
    path("funding/meter/", meters.meter_page, name="meter_page"),
    path("funding/meter/part/", meters.meter_part, name="meter_part"),
    path("funding/meter.json", meters.meter_json, name="meter_json"),
    path("funding/meter.svg", meters.meter_svg, name="meter_svg"),
    path("funding/meter.js", meters.meter_script, name="meter_script"),
    path("funding/ledger/", digests.digests_page, name="digests_page"),
    path("funding/ledger.json", digests.digests_json, name="digests_json"),
    path("funding/asks/seen/", asks.asks_seen, name="asks_seen"),
    path("funding/hooks/<slug:provider>/", hooks.hook, name="hook"),
    path("give/<slug:key>/transfer/", transfers.transfer_page, name="transfer_page"),
    path("give/<slug:key>/transfer/withdraw/", transfers.withdraw_promise, name="withdraw_promise"),
    path("transparency/", transparency.transparency, name="transparency"),
    path(
        "transparency/<month:month>/",
        transparency.transparency_month,
        name="transparency_month",
    ),
    path(
        "transparency/<month:month>.json",
        transparency.transparency_json,
        name="transparency_json",
    ),
    path(
        "transparency/<month:month>.csv",
        transparency.transparency_csv,
        name="transparency_csv",
    ),
    path("supporters/", supporters.supporters, name="supporters"),
    # One's own gifts.
    path("support/", support.support, name="support"),
    path("support/open/<str:secret>/", support.open_support, name="open_support"),
    path("support/leave/", support.leave_support, name="leave_support"),
    path("support/years/<int:year>/", support.yearly_statement, name="yearly_statement"),
    path("support/name/", support.change_donor, name="change_donor"),
    path("support/badge/", support.change_badge, name="change_badge"),
    path("support/gifts/<int:pledge_id>/", support.steer_pledge, name="steer_pledge"),
    path("support/gifts/<int:pledge_id>/amount/", support.change_amount, name="change_amount"),
    path("support/gifts/<int:pledge_id>/card/", support.change_card, name="change_card"),
    # From letters: whoever holds the link.
    path("support/gift/<str:token>/", support.pledge, name="pledge"),
    path("support/receipt/<str:token>/", receipts.receipt, name="receipt"),
    path("support/receipt/<str:token>/pdf/", receipts.receipt_pdf, name="receipt_pdf"),
]
