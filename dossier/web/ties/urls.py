"""Addresses of ties."""

from django.urls import path

from dossier.web.ties import views

urlpatterns = [
    path("ecrits/<pk:pk>/rattacher/", views.writing_tie, name="writing-tie"),
    path(
        "ecrits/<pk:pk>/rattacher/<pk:notebook>/defaire/",
        views.writing_untie,
        name="writing-untie",
    ),
]
