"""Addresses of contracts, of what was given, of who is trusted."""

from django.urls import path

from dossier.web.contracts import contract_views, giving_views, paper_views, text_views
from dossier.web.documents.views import KINDS

CONTRACT = "cahiers/<pk:pk>/contrats"
GIVING = "cahiers/<pk:pk>/remises"
TRUST = "cahiers/<pk:pk>/confiance"

urlpatterns = [
    path(f"{CONTRACT}/lequel/", contract_views.contract_which, name="contract-which"),
    path(f"{CONTRACT}/nouveau/", contract_views.contract_create, name="contract-create"),
    path(f"{CONTRACT}/<pk:contract>/", contract_views.contract_detail, name="contract-detail"),
    path(f"{CONTRACT}/<pk:contract>/modifier/", contract_views.contract_edit, name="contract-edit"),
    path(f"{CONTRACT}/<pk:contract>/texte/", text_views.contract_text, name="contract-text"),
    path(f"{CONTRACT}/<pk:contract>/signer/", giving_views.contract_sign, name="contract-sign"),
    path(f"{CONTRACT}/<pk:contract>/erreur/", contract_views.contract_mark, name="contract-mark"),
    *(
        path(
            f"{CONTRACT}/<pk:contract>/document.{kind}",
            paper_views.contract_document,
            {"kind": kind},
            name=f"contract-document-{kind}",
        )
        for kind in KINDS
    ),
    path(f"{GIVING}/", giving_views.giving_list, name="giving-list"),
    path(f"{GIVING}/nouvelle/", giving_views.giving_create, name="giving-create"),
    path(f"{GIVING}/<pk:line>/erreur/", giving_views.giving_mark, name="giving-mark"),
    path(f"{GIVING}/signer/<pk:edition>/", giving_views.edition_sign, name="edition-sign"),
    path(f"{TRUST}/nouvelle/", giving_views.trust_create, name="trust-create"),
    path(f"{TRUST}/<pk:line>/erreur/", giving_views.trust_mark, name="trust-mark"),
]
