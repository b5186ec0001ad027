"""Addresses of collectives."""

from django.urls import path

from dossier.web.collectives import views

urlpatterns = [
    path("collectifs/nouveau/", views.collective_create, name="collective-create"),
    path("cahiers/<pk:pk>/collectif/", views.collective_detail, name="collective-detail"),
    path("cahiers/<pk:pk>/collectif/modifier/", views.collective_edit, name="collective-edit"),
    path("cahiers/<pk:pk>/membres/nouveau/", views.membership_create, name="membership-create"),
    path("cahiers/<pk:pk>/membres/<pk:membership>/", views.membership_edit, name="membership-edit"),
    path(
        "cahiers/<pk:pk>/membres/<pk:membership>/fin/",
        views.membership_end,
        name="membership-end",
    ),
    path(
        "cahiers/<pk:pk>/membres/<pk:membership>/retirer/",
        views.membership_drop,
        name="membership-drop",
    ),
]
