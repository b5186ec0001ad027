"""Addresses of requests."""

from django.urls import path

from dossier.web.requests import views

PLACE = "cahiers/<pk:pk>/demandes/"

urlpatterns = [
    path("demandes/", views.request_list, name="request-list"),
    path(f"{PLACE}nouvelle/", views.request_create, name="request-create"),
    path(f"{PLACE}<pk:line>/", views.request_detail, name="request-detail"),
    path(f"{PLACE}<pk:line>/preciser/", views.request_complete, name="request-complete"),
    path(f"{PLACE}<pk:line>/erreur/", views.request_mark, name="request-mark"),
    path(f"{PLACE}<pk:line>/lettre/", views.request_letter, name="request-letter"),
    path(f"{PLACE}<pk:line>/repondre/", views.reply_create, name="reply-create"),
    path(f"{PLACE}<pk:line>/reponses/<pk:reply>/erreur/", views.reply_mark, name="reply-mark"),
]
