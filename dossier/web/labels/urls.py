"""Addresses of headings and tags."""

from django.urls import path

from dossier.notebooks.models import Heading, Tag
from dossier.web.labels import views

urlpatterns = [
    path("mots/", views.label_list, name="label-list"),
    path(
        "mots/<pk:team>/rubriques/<pk:pk>/",
        views.label_change,
        {"model": Heading},
        name="heading-change",
    ),
    path(
        "mots/<pk:team>/etiquettes/<pk:pk>/",
        views.label_change,
        {"model": Tag},
        name="tag-change",
    ),
    path("mots/changements/<pk:pk>/defaire/", views.label_undo, name="label-undo"),
]
