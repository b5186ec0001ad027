"""Addresses of reports."""

from django.urls import path

from dossier.web.reports import text_views, told_views, views

urlpatterns = [
    path("cahiers/<pk:pk>/rapports/", views.person_reports, name="person-reports"),
    path("cahiers/<pk:pk>/rapports/nouveau/", views.person_report, name="person-report"),
    path("rapports/<pk:pk>/", views.report_detail, name="report-detail"),
    path("rapports/<pk:pk>/modifier/", views.report_edit, name="report-edit"),
    path("rapports/<pk:pk>/texte/", text_views.report_text, name="report-text"),
    path("rapports/<pk:pk>/erreur/", views.report_mark, name="report-mark"),
    path("rapports/<pk:pk>/dire/", told_views.report_tell, name="report-tell"),
    path("rapports/<pk:pk>/dire/<pk:line>/erreur/", told_views.report_untell, name="report-untell"),
]
