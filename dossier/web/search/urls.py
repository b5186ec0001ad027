"""Address of the search page."""

from django.urls import path

from dossier.web.search import views

urlpatterns = [path("chercher/", views.writing_search, name="writing-search")]
