"""Every address of the money at the desk, under /desk/money/."""

from django.urls import path

from . import imports, spending

urlpatterns = [
    path("imports/", imports.imports, name="funding_desk_imports"),
    path("imports/<int:file_id>/", imports.one_import, name="funding_desk_import"),
    path("imports/<int:file_id>/begin/", imports.begin_import, name="funding_desk_begin_import"),
    path(
        "imports/<int:file_id>/discard/",
        imports.discard_import,
        name="funding_desk_discard_import",
    ),
    path("invitations/", imports.invitations, name="funding_desk_invitations"),
    path("spending/", spending.spending, name="funding_desk_spending"),
    path(
        "spending/<int:spending_id>/withdraw/",
        spending.withdraw_spending,
        name="funding_desk_withdraw_spending",
    ),
]
