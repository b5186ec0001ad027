"""Addresses of agreements for something to leave."""

from django.urls import path

from dossier.web.disclosures import views

PLACE = "cahiers/<pk:pk>/sorties/"

urlpatterns = [
    path(f"{PLACE}demander/", views.consent_ask, name="consent-ask"),
    path(f"{PLACE}<pk:line>/", views.consent_detail, name="consent-detail"),
    path(f"{PLACE}<pk:line>/ecrits/", views.consent_writings, name="consent-writings"),
    path(f"{PLACE}<pk:line>/enlever/", views.consent_take_out, name="consent-take-out"),
    path(f"{PLACE}<pk:line>/reponse/", views.consent_answer, name="consent-answer"),
    path(f"{PLACE}<pk:line>/reprendre/", views.consent_withdraw, name="consent-withdraw"),
    path(f"{PLACE}<pk:line>/erreur/", views.consent_mark, name="consent-mark"),
    path(f"{PLACE}<pk:line>/feuille.pdf", views.consent_sheet, name="consent-sheet"),
]
