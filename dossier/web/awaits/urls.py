"""Addresses of what the law awaits, and of the table one prints."""

from django.urls import path

from dossier.web.awaits import table_views, views
from dossier.web.documents.views import KINDS

urlpatterns = [
    path("loi/ce-qui-est-attendu/", views.law_awaits, name="law-awaits"),
    path("loi/ce-qui-est-attendu/classeur/", views.law_binder, name="law-binder"),
    path("cahiers/<pk:pk>/attendu/<slug:what>/", views.person_explain, name="person-explain"),
    path("loi/tableau/", table_views.law_table, name="law-table"),
    *(
        path(
            f"loi/tableau.{kind}",
            table_views.law_document,
            {"kind": kind},
            name=f"law-table-{kind}",
        )
        for kind in KINDS
    ),
]
