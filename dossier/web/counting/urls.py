"""Addresses of figures, and of the register; all are the house's."""

from django.urls import path

from dossier.web.counting import record_views, views
from dossier.web.documents.views import KINDS

urlpatterns = [
    path("loi/chiffres/", views.house_figures, name="house-figures"),
    path("loi/chiffres/<int:year>/", views.house_figures_year, name="house-figures-year"),
    path("loi/chiffres/<int:year>/tableau.csv", views.house_figures_csv, name="house-figures-csv"),
    path(
        "loi/chiffres/<int:year>/rapport/",
        views.house_figures_activity,
        name="house-figures-activity",
    ),
    path("loi/registre/", record_views.house_record, name="house-record"),
    path("loi/registre/texte-clair/", record_views.house_record_easy, name="house-record-easy"),
]
for kind in KINDS:
    urlpatterns += [
        path(
            f"loi/chiffres/<int:year>/document.{kind}",
            views.house_figures_document,
            {"kind": kind},
            name=f"house-figures-{kind}",
        ),
        path(
            f"loi/registre/document.{kind}",
            record_views.house_record_document,
            {"kind": kind},
            name=f"house-record-{kind}",
        ),
        path(
            f"loi/registre/texte-clair/document.{kind}",
            record_views.house_record_document,
            {"kind": kind, "is_easy": True},
            name=f"house-record-easy-{kind}",
        ),
    ]
