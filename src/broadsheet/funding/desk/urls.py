"""Every address of the money at the desk, under /desk/money/."""

from django.urls import path

from . import spending

urlpatterns = [
    path("spending/", spending.spending, name="funding_desk_spending"),
    path(
        "spending/<int:spending_id>/withdraw/",
        spending.withdraw_spending,
        name="funding_desk_withdraw_spending",
    ),
]
