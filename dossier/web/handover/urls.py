"""Addresses of the handover."""

from django.urls import path

from dossier.web.handover import views

urlpatterns = [
    path("transmission/", views.handover, name="handover"),
]
