"""Addresses of sharing, circles and opening at once."""

from django.urls import path

from dossier.web.sharing import urgent_views, views

ROOT = "cahiers/<pk:pk>/partage/"

urlpatterns = [
    path(ROOT, views.notebook_sharing, name="notebook-sharing"),
    path(f"{ROOT}ouvrir/", views.sharing_open, name="sharing-open"),
    path(f"{ROOT}confier/", views.sharing_hand_over, name="sharing-hand-over"),
    path(f"{ROOT}pro/<pk:worker>/", views.sharing_worker, name="sharing-worker-change"),
    path(
        f"{ROOT}pro/<pk:worker>/refermer/",
        views.sharing_worker_withdraw,
        name="sharing-worker-withdraw",
    ),
    path(f"{ROOT}equipe/<pk:team>/", views.sharing_team, name="sharing-team-change"),
    path(
        f"{ROOT}equipe/<pk:team>/refermer/",
        views.sharing_team_withdraw,
        name="sharing-team-withdraw",
    ),
    path("cahiers/<pk:pk>/cercles/nouveau/", views.circle_create, name="circle-create"),
    path("urgence/", urgent_views.urgent_open, name="urgent-open"),
    path("urgence/<pk:pk>/vu/", urgent_views.urgent_seen, name="urgent-seen"),
]
