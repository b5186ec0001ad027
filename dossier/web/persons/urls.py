"""Addresses of dossiers."""

from django.urls import path

from dossier.web.persons import views

urlpatterns = [
    path("personnes/nouvelle/", views.person_create, name="person-create"),
    path("cahiers/<pk:pk>/personne/", views.person_detail, name="person-detail"),
    path("cahiers/<pk:pk>/personne/modifier/", views.person_edit, name="person-edit"),
    path("cahiers/<pk:pk>/accompagnements/nouveau/", views.stay_edit, name="stay-create"),
    path("cahiers/<pk:pk>/accompagnements/<pk:stay>/", views.stay_edit, name="stay-edit"),
    path("cahiers/<pk:pk>/entourage/nouveau/", views.relation_edit, name="relation-create"),
    path("cahiers/<pk:pk>/entourage/<pk:relation>/", views.relation_edit, name="relation-edit"),
]
