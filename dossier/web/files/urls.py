"""Addresses of what is joined to writings."""

from django.urls import path

from dossier.web.files import views

urlpatterns = [
    path("pieces/joindre/", views.attachment_join, name="attachment-join"),
    path("pieces/<pk:pk>/", views.attachment_detail, name="attachment-detail"),
    path(
        "pieces/<pk:pk>/grande/",
        views.attachment_detail,
        {"size": "large"},
        name="attachment-large",
    ),
    path(
        "pieces/<pk:pk>/petite/",
        views.attachment_detail,
        {"size": "small"},
        name="attachment-small",
    ),
    path("pieces/<pk:pk>/retirer/", views.attachment_take_off, name="attachment-take-off"),
    path("pieces/<pk:pk>/decrire/", views.attachment_describe, name="attachment-describe"),
]
