"""Addresses of the drawing."""

from django.urls import path

from dossier.web.drawing import views

urlpatterns = [
    path("liens/", views.tie_list, name="tie-list"),
    path("cahiers/<pk:pk>/liens/", views.notebook_ties, name="notebook-ties"),
]
