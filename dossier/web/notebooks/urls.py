"""Addresses of notebooks, writings and drafts."""

from django.urls import path

from dossier.web.notebooks import draft_views, reread_views, views, writing_views

urlpatterns = [
    path("cahiers/", views.notebook_list, name="notebook-list"),
    path("cahiers/<pk:pk>/", views.notebook_detail, name="notebook-detail"),
    path("cahiers/<pk:pk>/ecrire/", writing_views.writing_create, name="writing-create"),
    path("ecrire/", writing_views.writing_place, name="writing-place"),
    path("ecrire/relire/", reread_views.writing_reread, name="writing-reread"),
    path("ecrire/pour-etre-lu/", reread_views.house_charter, name="house-charter"),
    path("ecrits/<pk:pk>/", writing_views.writing_detail, name="writing-detail"),
    path("ecrits/<pk:pk>/corriger/", writing_views.writing_correct, name="writing-correct"),
    path("ecrits/<pk:pk>/versions/", writing_views.writing_versions, name="writing-versions"),
    path("brouillons/", draft_views.draft_list, name="draft-list"),
    path("brouillons/garder/", draft_views.draft_keep, name="draft-keep"),
    path("brouillons/<uuid:key>/", draft_views.draft_resume, name="draft-resume"),
    path("brouillons/<uuid:key>/ranger/", draft_views.draft_place, name="draft-place"),
    path("brouillons/<uuid:key>/jeter/", draft_views.draft_drop, name="draft-drop"),
    path("marque-page/", views.bookmark_place, name="bookmark-place"),
    path("noms/", views.mention_suggest, name="mention-suggest"),
    path("rubriques/", views.heading_suggest, name="heading-suggest"),
]
