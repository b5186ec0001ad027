"""Addresses of logging in and out, and of the machine's own question."""

from django.urls import path

from dossier.web.accounts import views

urlpatterns = [
    path("connexion/", views.worker_login, name="login"),
    path("au-revoir/", views.worker_logout, name="logout"),
    path("sante", views.health, name="health"),
]
