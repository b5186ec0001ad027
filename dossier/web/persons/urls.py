"""Addresses of dossiers."""

from django.urls import path

from dossier.web.persons import views

urlpatterns = [
    path("personnes/nouvelle/", views.person_create, name="person-create"),
    path("cahiers/<int:pk>/personne/", views.person_detail, name="person-detail"),
    path("cahiers/<int:pk>/personne/modifier/", views.person_edit, name="person-edit"),
    path("cahiers/<int:pk>/accompagnements/nouveau/", views.stay_edit, name="stay-create"),
    path("cahiers/<int:pk>/accompagnements/<int:stay>/", views.stay_edit, name="stay-edit"),
    path("cahiers/<int:pk>/entourage/nouveau/", views.relation_edit, name="relation-create"),
    path("cahiers/<int:pk>/entourage/<int:relation>/", views.relation_edit, name="relation-edit"),
]
