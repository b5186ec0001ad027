"""Addresses of causes."""

from django.urls import path

from dossier.web.causes import views

urlpatterns = [
    path("causes/nouvelle/", views.cause_create, name="cause-create"),
    path("causes/<pk:pk>/plaider/", views.cause_plead, name="cause-plead"),
    path("ecrits/<pk:pk>/sans-les-noms/", views.writing_nameless, name="writing-nameless"),
    path("ecrits/<pk:pk>/retirer/", views.telling_withdraw, name="telling-withdraw"),
]
