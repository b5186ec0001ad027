"""Addresses of agreements for something to leave."""

from django.urls import path

from dossier.web.disclosures import mission_views, outgoing_views, sending_views, views

SENDING = "envois/<pk:pk>/"
MISSION = "evaluations/<pk:pk>/"
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
    path(f"{PLACE}<pk:line>/preparer/", sending_views.consent_send, name="consent-send"),
    path(SENDING, sending_views.disclosure_detail, name="disclosure-detail"),
    path(f"{SENDING}choisir/", sending_views.disclosure_choose, name="disclosure-choose"),
    path(f"{SENDING}pieces/<pk:line>/", sending_views.disclosure_piece, name="disclosure-piece"),
    path(
        f"{SENDING}pieces/<pk:line>/enlever/",
        sending_views.disclosure_take_out,
        name="disclosure-take-out",
    ),
    path(f"{SENDING}noms/", sending_views.disclosure_names, name="disclosure-names"),
    path(f"{SENDING}noms/reprendre/", sending_views.disclosure_name_again, name="disclosure-again"),
    path(f"{SENDING}defaire/", sending_views.disclosure_abandon, name="disclosure-abandon"),
    path(f"{SENDING}apercu/", outgoing_views.disclosure_preview, name="disclosure-preview"),
    path(f"{SENDING}sceller/", outgoing_views.disclosure_seal, name="disclosure-seal"),
    path(f"{SENDING}avancement/", outgoing_views.disclosure_progress, name="disclosure-progress"),
    path(f"{SENDING}remise/", outgoing_views.disclosure_hand, name="disclosure-hand"),
    path(f"{SENDING}relire/", outgoing_views.disclosure_kept, name="disclosure-kept"),
    path(
        f"{SENDING}fichier.html",
        outgoing_views.disclosure_file,
        {"ending": "html"},
        "disclosure-file",
    ),
    path(
        f"{SENDING}fichier.zip.age",
        outgoing_views.disclosure_file,
        {"ending": "zip.age"},
        name="disclosure-archive",
    ),
    path(
        f"{SENDING}lettre.pdf",
        outgoing_views.disclosure_letter,
        {"kind": "pdf"},
        "disclosure-letter",
    ),
    path(
        f"{SENDING}lettre.odt",
        outgoing_views.disclosure_letter,
        {"kind": "odt"},
        name="disclosure-letter-odt",
    ),
    path("evaluations/", mission_views.mission_list, name="house-mission-list"),
    path("evaluations/nouvelle/", mission_views.mission_create, name="house-mission-create"),
    path(MISSION, mission_views.mission_detail, name="house-mission-detail"),
    path(f"{MISSION}modifier/", mission_views.mission_edit, name="house-mission-edit"),
    path(f"{MISSION}envoi/", mission_views.mission_send, name="house-mission-send"),
]
