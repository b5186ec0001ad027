"""Addresses of the application, one list an area."""

from django.urls import include, path, register_converter

from dossier.web.converters import Pk

register_converter(Pk, "pk")

urlpatterns = [
    path("", include(f"dossier.web.{area}.urls"))
    for area in (
        "home",
        "accounts",
        "notebooks",
        "persons",
        "rights",
        "reading",
        "texts",
        "contracts",
        "retention",
        "counting",
        "collectives",
        "causes",
        "projects",
        "ties",
        "meetings",
        "drawing",
        "handover",
        "calendar",
        "files",
        "bricabrac",
        "labels",
        "outlines",
        "assemblies",
        "documents",
        "words",
        "notes",
        "requests",
        "disclosures",
        "search",
        "awaits",
        "frame",
        "reports",
        "sharing",
        "traces",
        "people",
        "doors",
    )
]
handler400 = "dossier.web.rescue.bad_request"
handler403 = handler404 = "dossier.web.rescue.not_found"
handler500 = "dossier.web.rescue.server_error"
