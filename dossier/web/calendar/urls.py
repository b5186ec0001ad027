"""Addresses of the calendar."""

from django.urls import path

from dossier.web.calendar import views

urlpatterns = [
    path("calendrier/", views.calendar, name="calendar"),
    path("calendrier/mois.ics", views.calendar_month, name="calendar-month"),
    path("calendrier/six-mois.ics", views.calendar_coming, name="calendar-coming"),
]
