"""Addresses of the frame of the house."""

from django.urls import path

from dossier.web.frame import views

urlpatterns = [
    path("loi/cadre/", views.house_frame, name="house-frame"),
    path("loi/cadre/modifier/", views.house_frame_edit, name="house-frame-edit"),
    path("loi/cadre/durees/<slug:term>/", views.house_term_change, name="house-term-change"),
]
