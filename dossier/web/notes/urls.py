"""Addresses of personal notes: a key, for a number would tell how many others there are."""

from django.urls import path

from dossier.web.notes import views

urlpatterns = [
    path("notes/", views.note_list, name="note-list"),
    path("notes/nouvelle/", views.note_create, name="note-create"),
    path("notes/emporter/", views.note_take_away, name="note-take-away"),
    path("notes/<uuid:key>/", views.note_edit, name="note-edit"),
    path("notes/<uuid:key>/porter/", views.note_carry, name="note-carry"),
    path("notes/<uuid:key>/jeter/", views.note_drop, name="note-drop"),
]
