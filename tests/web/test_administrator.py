"""Who keeps the machine, at every address of the site: nothing of a notebook exists for them.

The lists are written by hand and the addresses come from the URL conf: a page made tomorrow fails
here until somebody says what it answers.
"""

import re

import pytest
from django.test import Client
from django.urls import reverse

from dossier.journal.models import Entry
from dossier.notebooks.models import Draft, Notebook, WorkerGrant
from dossier.web.people.apart import OPEN
from tests.conftest import log_in
from tests.web.house import furnish, patterns
from tests.web.reading import forms_of


def listed(names: str) -> set[str]:
    """Return the names of addresses that a list holds."""
    return set(names.split())


# What is not for them: the same answer as what does not exist, whatever is sent there.
CLOSED = listed("""
    agreement-create agreement-mark archive-back archive-close archive-detail archive-hold
    archive-list archive-open archive-shut assembly-choose assembly-create assembly-edit
    assembly-list bookmark-place calendar calendar-coming calendar-month cause-create
    cause-plead circle-create collective-create collective-detail collective-edit
    contract-create contract-detail contract-document-html contract-document-odt
    contract-document-pdf contract-edit contract-mark contract-sign contract-text
    contract-which council-detail council-edit council-year council-year-html
    council-year-odt council-year-pdf draft-place edition-sign fragment-file fragment-keep
    fragment-put-back giving-create giving-list giving-mark handover heading-change
    heading-suggest house-certificate house-certificate-pdf house-certificates
    house-figures-activity label-list label-undo law law-awaits law-table law-table-html
    law-table-odt law-table-pdf meeting-agenda meeting-agenda-html meeting-agenda-odt
    meeting-agenda-pdf meeting-cancel meeting-create meeting-detail meeting-edit
    meeting-list meeting-minutes meeting-minutes-html meeting-minutes-odt
    meeting-minutes-pdf meeting-note meeting-point membership-create membership-drop
    membership-edit membership-end mention-suggest note-carry note-create note-drop
    note-edit note-list note-take-away notebook-detail notebook-list notebook-sharing
    notebook-ties outline-create outline-edit outline-list outline-text person-copy
    person-copy-html person-copy-pdf person-create person-detail person-edit person-explain
    person-report person-reports person-rights point-answer point-conclude point-create
    point-edit point-loosen point-move point-put-off point-withdraw project-create
    project-detail project-easy project-edit project-text reading-beside reading-file
    reading-look reading-say reading-together reading-waiting relation-create relation-edit
    reply-create reply-mark report-detail report-edit report-mark report-tell report-text
    consent-answer consent-ask consent-detail consent-mark consent-sheet consent-take-out
    consent-withdraw consent-writings consent-send
    disclosure-abandon disclosure-again disclosure-archive disclosure-choose disclosure-detail
    disclosure-file disclosure-hand disclosure-kept disclosure-letter disclosure-letter-odt
    disclosure-names disclosure-piece disclosure-preview disclosure-progress disclosure-seal
    disclosure-take-out house-mission-create house-mission-detail house-mission-edit
    house-mission-list house-mission-send
    report-untell request-complete request-create request-detail request-letter request-list
    journal-ask journal-detail journal-document-html journal-document-odt journal-document-pdf
    journal-own house-text-holders law-binder reading-several
    house-doors request-mark rescue-vouch seat-create seat-edit sharing-hand-over sharing-open
    sharing-team-change sharing-team-withdraw sharing-worker-change sharing-worker-withdraw
    slip-create slip-deposit slip-destroy slip-detail slip-line slip-pdf slip-visa
    stay-create stay-edit step-create step-drop step-edit step-mark tag-change
    telling-withdraw tie-list trust-create trust-mark urgent-open urgent-seen
    writing-correct writing-create writing-detail writing-document-html writing-document-odt
    writing-document-pdf writing-nameless writing-place writing-reread writing-search
    writing-set-aside writing-take-up writing-tie writing-untie writing-versions
""")
# What is: pages of the house, of who works here, of their own door.
SEEN = listed("""
    blank door door-codes door-digits door-key door-machine door-phrase draft-list health
    home house-charter house-figures house-figures-csv house-figures-html
    house-figures-odt house-figures-pdf house-figures-year house-frame house-frame-edit
    house-record house-record-easy house-record-easy-html house-record-easy-odt
    house-record-easy-pdf house-record-html house-record-odt house-record-pdf
    house-term-change house-text-compare house-text-detail house-text-document-html
    house-text-document-pdf house-text-edition house-text-file house-text-large
    house-text-list house-text-open house-text-publish house-word-change house-word-list
    guide-detail login-first login-rescue machine-guide people-code people-leave people-list
    people-open people-self sittings team-create team-detail team-list
""")
ELSEWHERE = listed("""
    draft-resume lock login login-anew login-proof
""")
ONLY_SENT = listed("""
    attachment-join attachment-take-off draft-drop draft-keep house-text-retire
    house-word-undo leave-quickly lock-shut login-key logout rescue-read team-leave
""")
# Open, but of somebody or something that is not theirs.
NOT_THEIRS = listed("""
    attachment-describe attachment-detail attachment-large attachment-small door-proof
    people-heads team-edit team-welcome
""")
ANSWERS = (
    dict.fromkeys(CLOSED | NOT_THEIRS, 404)
    | dict.fromkeys(SEEN, 200)
    | dict.fromkeys(ELSEWHERE, 302)
    | dict.fromkeys(ONLY_SENT, 405)
)
NAMES = sorted(one.name for one in patterns())
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"')


@pytest.fixture
def house(cast):
    """Return the addresses of a furnished house, where yann was in a team, and granted."""
    places = furnish(cast)
    cast.yann.groups.add(cast.foyer)
    for notebook in (cast.amina, cast.etage):
        told = {"content_object": notebook, "given_by": cast.samira}
        level = WorkerGrant.objects.filter(content_object=notebook).first().permission
        WorkerGrant.objects.create(user=cast.yann, permission=level, **told)
    return places


def bare(response) -> tuple[int, dict, str]:
    """Return all that a response says, less what is drawn by chance for each."""
    headers = {name: value for name, value in response.items() if name != "Content-Length"}
    return response.status_code, headers, TOKEN.sub("", response.content.decode())


def test_every_address_of_the_site_has_its_expectation():
    assert set(NAMES) == set(ANSWERS)
    assert len(ANSWERS) == sum(map(len, (CLOSED, NOT_THEIRS, SEEN, ELSEWHERE, ONLY_SENT)))
    assert set(NAMES) - CLOSED == OPEN


def test_every_address_answers_them_what_is_said_here(cast, house):
    client = log_in(cast.yann)
    assert {name: client.get(house[name]).status_code for name in NAMES} == ANSWERS


def test_what_is_closed_answers_as_what_does_not_exist_to_every_method(cast, house):
    client = log_in(cast.yann)
    for method in ("get", "post", "head", "put", "delete", "options"):
        nowhere = bare(getattr(client, method)("/nulle-part/"))
        assert nowhere[0] == (404 if method in {"get", "post", "head"} else 405)
        for name in sorted(CLOSED):
            assert bare(getattr(client, method)(house[name])) == nowhere, (method, name)


def test_words_sent_to_what_is_closed_come_back_as_from_nowhere(cast, house):
    client, told = log_in(cast.yann), {"text": "Un mot tapé.", "notebook": cast.amina.pk}
    nowhere = bare(client.post("/nulle-part/", told))
    assert "Un mot tapé." in nowhere[2]
    for name in sorted(CLOSED):
        assert bare(client.post(house[name], told)) == nowhere, name
    assert not Entry.objects.filter(worker=cast.yann).exists()


def test_no_page_that_is_open_names_a_notebook(cast, house):
    client = log_in(cast.yann)
    told = ("Amina", "Le premier étage", "Didier", "Vers la mer", "Santé, ", "Des murs humides")
    for name in sorted(SEEN):
        page = client.get(house[name]).content.decode(errors="replace")
        assert [word for word in told if word in page] == [], name


def test_nothing_is_read_by_who_keeps_the_machine_whatever_the_grants(cast, house):
    for notebooks in ("visible_to", "writable_by", "kept_by"):
        assert not getattr(Notebook.objects, notebooks)(cast.yann).exists()


def test_their_first_page_leads_to_what_is_theirs_and_offers_no_composer(cast, house):
    response = log_in(cast.yann).get("/")
    page = response.content.decode()
    for name in ("people-list", "team-list", "machine-guide"):
        assert f'href="{reverse(name)}"' in page
    assert "<textarea" not in page
    assert {form.name for form in forms_of(response)} == {"logout"}
    for name in ("notebook-list", "fragment-keep", "writing-search"):
        assert reverse(name) not in page


def test_the_guides_are_pages_that_lead_to_one_another(cast):
    client = log_in(cast.yann)
    page = client.get(reverse("machine-guide")).content.decode()
    assert "<h1>Tenir la machine</h1>" in page
    assert 'href="/machine/guide/les-comptes/"' in page
    assert ".md" not in re.sub("<code>.*?</code>", "", page)
    every = client.get(reverse("guide-detail", args=["README"])).content.decode()
    shown = re.findall('href="(/machine/guide/[^"]+)"', every)
    assert len(shown) > 15
    for address in shown:
        page = client.get(address)
        assert page.status_code == 200, address
        assert not re.search(r'href="[^"]*\.md', page.content.decode()), address
    for name in ("nulle-part", "security"):
        assert client.get(f"/machine/guide/{name}/").status_code == 404


def test_a_draft_of_theirs_leads_into_no_notebook(cast, house):
    client = log_in(cast.yann)
    path = reverse("writing-create", args=[cast.amina.pk])
    key = "11111111-1111-4111-8111-111111111111"
    client.post(reverse("draft-keep"), {"key": key, "path": path, "text": "Un mot."})
    assert all(draft.notebook_id is None for draft in Draft.objects.of(cast.yann))
    page = client.get(reverse("draft-resume", args=[key]), follow=True)
    assert "Amina" not in page.content.decode()


def test_a_stranger_is_asked_to_log_in_there(house):
    assert {Client().get(house[name]).status_code for name in CLOSED} == {302}
