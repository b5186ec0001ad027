"""Addresses of logging in and out, and of the machine's own question."""

from django.urls import path

from dossier.web.accounts import first, sittings, views

urlpatterns = [
    path("connexion/", views.worker_login, name="login"),
    path("au-revoir/", views.worker_logout, name="logout"),
    path("premiere-fois/", first.login_first, name="login-first"),
    path("ma-porte/sessions/", sittings.sittings, name="sittings"),
    path("sante", views.health, name="health"),
]
