"""Addresses of outlines."""

from django.urls import path

from dossier.web.outlines import views

urlpatterns = [
    path("trames/", views.outline_list, name="outline-list"),
    path("trames/nouvelle/", views.outline_edit, name="outline-create"),
    path("trames/<pk:pk>/", views.outline_edit, name="outline-edit"),
    path("trames/<pk:pk>/texte/", views.outline_text, name="outline-text"),
]
