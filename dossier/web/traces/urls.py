"""Addresses of the journal."""

from django.urls import path

from dossier.web.documents.views import KINDS
from dossier.web.traces import views

urlpatterns = [
    path("cahiers/<pk:pk>/trace/", views.journal_detail, name="journal-detail"),
    *(
        path(
            f"cahiers/<pk:pk>/trace/trace.{kind}",
            views.journal_document,
            {"kind": kind},
            name=f"journal-document-{kind}",
        )
        for kind in KINDS
    ),
    path("trace/demander/", views.journal_ask, name="journal-ask"),
    path("ma-trace/", views.journal_own, name="journal-own"),
]
