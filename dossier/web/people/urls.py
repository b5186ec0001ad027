"""Addresses of who works here."""

from django.urls import path

from dossier.web.people import guide, team_views, views

urlpatterns = [
    path("maison/gens/", views.people_list, name="people-list"),
    path("maison/gens/nouveau/", views.people_open, name="people-open"),
    path("maison/gens/moi/", views.people_self, name="people-self"),
    path("maison/gens/direction/", views.people_heads, name="people-heads"),
    path("maison/gens/<pk:pk>/code/", views.people_code, name="people-code"),
    path("maison/gens/<pk:pk>/depart/", views.people_leave, name="people-leave"),
    path("maison/equipes/", team_views.team_list, name="team-list"),
    path("maison/equipes/nouvelle/", team_views.team_create, name="team-create"),
    path("maison/equipes/<pk:pk>/", team_views.team_detail, name="team-detail"),
    path("maison/equipes/<pk:pk>/modifier/", team_views.team_edit, name="team-edit"),
    path("maison/equipes/<pk:pk>/accueillir/", team_views.team_welcome, name="team-welcome"),
    path("maison/equipes/<pk:pk>/<pk:worker>/partir/", team_views.team_leave, name="team-leave"),
    path("machine/guide/", guide.machine_guide, name="machine-guide"),
    path("machine/guide/<slug:name>/", guide.machine_guide, name="guide-detail"),
]
