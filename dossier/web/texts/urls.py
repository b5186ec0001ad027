"""Addresses of the texts of the house."""

from django.urls import path

from dossier.web.texts import holder_views, paper_views, views

urlpatterns = [
    path("textes/", views.house_text_list, name="house-text-list"),
    path("textes/nouveau/", views.house_text_open, name="house-text-open"),
    path("textes/<pk:pk>/", views.house_text_detail, name="house-text-detail"),
    path("textes/<pk:pk>/publier/", views.house_text_publish, name="house-text-publish"),
    path("textes/<pk:pk>/qui/", holder_views.house_text_holders, name="house-text-holders"),
    path("textes/<pk:pk>/retirer/", views.house_text_retire, name="house-text-retire"),
    path("textes/editions/<pk:pk>/", views.house_text_edition, name="house-text-edition"),
    path(
        "textes/editions/<pk:pk>/comparer/",
        paper_views.house_text_compare,
        name="house-text-compare",
    ),
    path("textes/editions/<pk:pk>/fichier/", paper_views.house_text_file, name="house-text-file"),
    path(
        "textes/editions/<pk:pk>/fichier/grand/",
        paper_views.house_text_file,
        {"size": "large"},
        name="house-text-large",
    ),
    *(
        path(
            f"textes/editions/<pk:pk>/document.{kind}",
            paper_views.house_text_document,
            {"kind": kind},
            name=f"house-text-document-{kind}",
        )
        for kind in paper_views.KINDS
    ),
]
