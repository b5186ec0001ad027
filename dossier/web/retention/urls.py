"""Addresses of archives, slips and certificates."""

from django.urls import path

from dossier.web.retention import slip_views, views

urlpatterns = [
    path("archives/", views.archive_list, name="archive-list"),
    path("cahiers/<pk:pk>/archiver/", views.archive_close, name="archive-close"),
    path("archives/<pk:pk>/", views.archive_detail, name="archive-detail"),
    path("archives/<pk:pk>/ouvrir/", views.archive_open, name="archive-open"),
    path("archives/<pk:pk>/refermer/", views.archive_shut, name="archive-shut"),
    path("archives/<pk:pk>/reprendre/", views.archive_back, name="archive-back"),
    path("archives/<pk:pk>/garder/", views.archive_hold, name="archive-hold"),
    path("bordereaux/nouveau/", slip_views.slip_create, name="slip-create"),
    path("bordereaux/<pk:pk>/", slip_views.slip_detail, name="slip-detail"),
    path("bordereaux/<pk:pk>/bordereau.pdf", slip_views.slip_pdf, name="slip-pdf"),
    path("bordereaux/<pk:pk>/visa/", slip_views.slip_visa, name="slip-visa"),
    path("bordereaux/<pk:pk>/lignes/<pk:line>/", slip_views.slip_line, name="slip-line"),
    path(
        "bordereaux/<pk:pk>/lignes/<pk:line>/versement.zip",
        slip_views.slip_deposit,
        name="slip-deposit",
    ),
    path("bordereaux/<pk:pk>/detruire/", slip_views.slip_destroy, name="slip-destroy"),
    path("certificats/", slip_views.house_certificates, name="house-certificates"),
    path("certificats/<pk:pk>/", slip_views.house_certificate, name="house-certificate"),
    path(
        "certificats/<pk:pk>/certificat.pdf",
        slip_views.house_certificate_pdf,
        name="house-certificate-pdf",
    ),
]
