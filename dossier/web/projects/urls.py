"""Addresses of projects."""

from django.urls import path

from dossier.web.projects import agreement_views, step_views, text_views, views

urlpatterns = [
    path("projets/nouveau/", views.project_create, name="project-create"),
    path("cahiers/<pk:pk>/projet/", views.project_detail, name="project-detail"),
    path("cahiers/<pk:pk>/projet/modifier/", views.project_edit, name="project-edit"),
    path("cahiers/<pk:pk>/projet/texte/", text_views.project_text, name="project-text"),
    path("cahiers/<pk:pk>/projet/facile/", text_views.project_easy, name="project-easy"),
    path(
        "cahiers/<pk:pk>/accords/nouveau/",
        agreement_views.agreement_create,
        name="agreement-create",
    ),
    path(
        "cahiers/<pk:pk>/accords/<pk:line>/erreur/",
        agreement_views.agreement_mark,
        name="agreement-mark",
    ),
    path("cahiers/<pk:pk>/etapes/nouvelle/", step_views.step_edit, name="step-create"),
    path("cahiers/<pk:pk>/etapes/<pk:step>/", step_views.step_edit, name="step-edit"),
    path("cahiers/<pk:pk>/etapes/<pk:step>/faite/", step_views.step_mark, name="step-mark"),
    path("cahiers/<pk:pk>/etapes/<pk:step>/retirer/", step_views.step_drop, name="step-drop"),
]
