"""Addresses of the two pages about the law."""

from django.urls import path

from dossier.web.rights import views

urlpatterns = [
    path("cahiers/<pk:pk>/droits/", views.person_rights, name="person-rights"),
    path("loi/", views.law, name="law"),
]
