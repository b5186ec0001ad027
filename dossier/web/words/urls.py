"""Addresses of the words of the house."""

from django.urls import path

from dossier.web.words import views

urlpatterns = [
    path("mots-de-la-maison/", views.house_word_list, name="house-word-list"),
    path("mots-de-la-maison/<slug:word>/", views.house_word_change, name="house-word-change"),
    path(
        "mots-de-la-maison/changements/<pk:pk>/defaire/",
        views.house_word_undo,
        name="house-word-undo",
    ),
]
