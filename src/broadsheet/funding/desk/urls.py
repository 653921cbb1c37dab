"""Every address of the money at the desk, under /desk/money/."""

from django.urls import path

from . import (
    amounts,
    asks,
    campaigns,
    figures,
    gifts,
    imports,
    ledger,
    refunds,
    spending,
    supporters,
)

urlpatterns = [
    path("amounts/", amounts.amounts, name="funding_desk_amounts"),
    path("asks/", asks.asks, name="funding_desk_asks"),
    path("asks/new/", asks.write_ask, name="funding_desk_write_ask"),
    path("asks/<int:ask_id>/", asks.ask, name="funding_desk_ask"),
    path("asks/<int:ask_id>/switch/", asks.switch_ask, name="funding_desk_switch_ask"),
    path(
        "asks/wordings/<int:variant_id>/switch/",
        asks.switch_wording,
        name="funding_desk_switch_wording",
    ),
    path("campaigns/", campaigns.campaigns, name="funding_desk_campaigns"),
    path("campaigns/new/", campaigns.open_campaign, name="funding_desk_open_campaign"),
    path("campaigns/rate/", campaigns.set_rate, name="funding_desk_set_rate"),
    path("campaigns/<int:campaign_id>/", campaigns.campaign, name="funding_desk_campaign"),
    path(
        "campaigns/<int:campaign_id>/close/",
        campaigns.close_campaign,
        name="funding_desk_close_campaign",
    ),
    path("imports/", imports.imports, name="funding_desk_imports"),
    path("imports/<int:file_id>/", imports.one_import, name="funding_desk_import"),
    path("imports/<int:file_id>/begin/", imports.begin_import, name="funding_desk_begin_import"),
    path(
        "imports/<int:file_id>/discard/",
        imports.discard_import,
        name="funding_desk_discard_import",
    ),
    path("invitations/", imports.invitations, name="funding_desk_invitations"),
    path("today/", figures.today, name="funding_desk_today"),
    path("month/", figures.month, name="funding_desk_month"),
    path("sources/", figures.sources, name="funding_desk_sources"),
    path("gifts/", gifts.gifts, name="funding_desk_gifts"),
    path("gifts/record/", gifts.record_gift, name="funding_desk_record_gift"),
    path("gifts/<int:gift_id>/", gifts.gift, name="funding_desk_gift"),
    path(
        "gifts/<int:gift_id>/received/",
        gifts.receive_promised,
        name="funding_desk_receive_promised",
    ),
    path("refunds/", refunds.refunds, name="funding_desk_refunds"),
    path("refunds/of/<int:gift_id>/", refunds.ask_refund, name="funding_desk_ask_refund"),
    path("refunds/<int:refund_id>/", refunds.decide_refund, name="funding_desk_decide_refund"),
    path("corrections/<int:transfer_id>/", ledger.correct, name="funding_desk_correct"),
    path("exports/", ledger.exports, name="funding_desk_exports"),
    path("acts/", ledger.acts, name="funding_desk_acts"),
    path("spending/", spending.spending, name="funding_desk_spending"),
    path(
        "spending/<int:spending_id>/withdraw/",
        spending.withdraw_spending,
        name="funding_desk_withdraw_spending",
    ),
    path("supporters/", supporters.wall, name="funding_desk_wall"),
    path("supporters/<int:gift_id>/", supporters.decide_words, name="funding_desk_decide_words"),
    path("receipts/", supporters.receipts, name="funding_desk_receipts"),
]
