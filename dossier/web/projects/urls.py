"""Addresses of projects."""

from django.urls import path

from dossier.web.projects import views

urlpatterns = [
    path("projets/nouveau/", views.project_create, name="project-create"),
    path("cahiers/<pk:pk>/projet/", views.project_detail, name="project-detail"),
    path("cahiers/<pk:pk>/projet/modifier/", views.project_edit, name="project-edit"),
]
