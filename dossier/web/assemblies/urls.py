"""Addresses of assemblies."""

from django.urls import path

from dossier.web.assemblies import choose_views, views

urlpatterns = [
    path("assemblages/", views.assembly_list, name="assembly-list"),
    path("assembler/", views.assembly_create, name="assembly-create"),
    path("assembler/<uuid:key>/choisir/", choose_views.assembly_choose, name="assembly-choose"),
    path("ecrits/<pk:pk>/reprendre/", views.writing_take_up, name="writing-take-up"),
    path("ecrits/<pk:pk>/recomposer/", views.assembly_edit, name="assembly-edit"),
]
