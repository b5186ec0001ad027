"""Addresses of meetings, points, papers, councils."""

from django.urls import path

from dossier.web.documents.views import KINDS
from dossier.web.meetings import (
    council_views,
    paper_views,
    point_views,
    views,
    yearly_views,
)
from dossier.web.meetings.paper_views import NAMES

urlpatterns = [
    path("cahiers/<pk:pk>/reunions/", views.meeting_list, name="meeting-list"),
    path("cahiers/<pk:pk>/reunions/nouvelle/", views.meeting_create, name="meeting-create"),
    path("cahiers/<pk:pk>/points/nouveau/", point_views.point_create, name="point-create"),
    path("reunions/<pk:pk>/", views.meeting_detail, name="meeting-detail"),
    path("reunions/<pk:pk>/modifier/", views.meeting_edit, name="meeting-edit"),
    path("reunions/<pk:pk>/annuler/", views.meeting_cancel, name="meeting-cancel"),
    path("reunions/<pk:pk>/noter/", views.meeting_note, name="meeting-note"),
    path("reunions/<pk:pk>/points/", point_views.meeting_point, name="meeting-point"),
    path("points/<pk:pk>/modifier/", point_views.point_edit, name="point-edit"),
    path("points/<pk:pk>/deplacer/", point_views.point_move, name="point-move"),
    path("points/<pk:pk>/remettre/", point_views.point_put_off, name="point-put-off"),
    path("points/<pk:pk>/retirer/", point_views.point_withdraw, name="point-withdraw"),
    path("points/<pk:pk>/delier/", point_views.point_loosen, name="point-loosen"),
    path("points/<pk:pk>/conclure/", point_views.point_conclude, name="point-conclude"),
    path("points/<pk:pk>/reponse/", point_views.point_answer, name="point-answer"),
    path("ecrits/<pk:pk>/mettre-de-cote/", point_views.writing_set_aside, name="writing-set-aside"),
    path("cahiers/<pk:pk>/participation/", council_views.council_detail, name="council-detail"),
    path(
        "cahiers/<pk:pk>/participation/modifier/", council_views.council_edit, name="council-edit"
    ),
    path(
        "cahiers/<pk:pk>/participation/sieges/nouveau/", council_views.seat_edit, name="seat-create"
    ),
    path(
        "cahiers/<pk:pk>/participation/sieges/<pk:seat>/", council_views.seat_edit, name="seat-edit"
    ),
    path(
        "cahiers/<pk:pk>/participation/annee/<int:year>/",
        yearly_views.council_year,
        name="council-year",
    ),
    *(
        path(
            f"cahiers/<pk:pk>/participation/annee/<int:year>/rapport.{kind}",
            yearly_views.council_year_document,
            {"kind": kind},
            name=f"council-year-{kind}",
        )
        for kind in KINDS
    ),
]
for which, name in NAMES.items():
    urlpatterns.append(
        path(
            f"reunions/<pk:pk>/{name}/",
            paper_views.meeting_paper,
            {"which": which},
            name=f"meeting-{which}",
        )
    )
    urlpatterns += [
        path(
            f"reunions/<pk:pk>/{name}.{kind}",
            paper_views.meeting_document,
            {"which": which, "kind": kind},
            name=f"meeting-{which}-{kind}",
        )
        for kind in KINDS
    ]
