"""Addresses of documents."""

from django.urls import path

from dossier.web.documents.views import KINDS, writing_document

urlpatterns = [
    path(
        f"ecrits/<pk:pk>/document.{kind}",
        writing_document,
        {"kind": kind},
        name=f"writing-document-{kind}",
    )
    for kind in KINDS
]
