"""Addresses of reading together, of what is looked at before, and of the copy."""

from django.urls import path

from dossier.web.reading import copy_views, look_views, views

urlpatterns = [
    path("cahiers/<pk:pk>/a-deux/", views.reading_together, name="reading-together"),
    path("cahiers/<pk:pk>/a-deux/dire/", views.reading_say, name="reading-say"),
    path(
        "cahiers/<pk:pk>/a-deux/fichiers/<pk:attachment>/", views.reading_file, name="reading-file"
    ),
    path("cahiers/<pk:pk>/a-deux/regarder/", look_views.reading_waiting, name="reading-waiting"),
    path(
        "cahiers/<pk:pk>/a-deux/regarder/plusieurs/",
        look_views.reading_several,
        name="reading-several",
    ),
    path(
        "cahiers/<pk:pk>/a-deux/regarder/<pk:writing>/",
        look_views.reading_look,
        name="reading-look",
    ),
    path("cahiers/<pk:pk>/copie/a-cote/", look_views.reading_beside, name="reading-beside"),
    path("cahiers/<pk:pk>/copie/", copy_views.person_copy, name="person-copy"),
    *(
        path(
            f"cahiers/<pk:pk>/copie/copie.{kind}",
            copy_views.person_copy_file,
            {"kind": kind},
            name=f"person-copy-{kind}",
        )
        for kind in copy_views.KINDS
    ),
]
