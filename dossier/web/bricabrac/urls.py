"""Addresses of the bric-à-brac."""

from django.urls import path

from dossier.web.bricabrac import views

urlpatterns = [
    path("bric-a-brac/", views.fragment_keep, name="fragment-keep"),
    path("ecrits/<pk:pk>/ranger/", views.fragment_file, name="fragment-file"),
    path("ecrits/<pk:pk>/remettre/", views.fragment_put_back, name="fragment-put-back"),
]
