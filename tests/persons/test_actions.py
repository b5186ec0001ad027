"""Opening a dossier and saying who it is about: a name is enough."""

from datetime import date

import pytest

from dossier.notebooks.actions import NotAllowed
from dossier.notebooks.models import Notebook, TeamGrant, WorkerGrant
from dossier.persons.actions import describe, note_relation, note_stay, open_dossier
from dossier.persons.models import Dossier, Person, Relation, Stay
from tests.conftest import log_in


def test_open_dossier_needs_a_name_and_nothing_else(cast):
    dossier = open_dossier(by=cast.noor, called="Zoé")
    person = dossier.person
    assert (person.called, person.civil_name, person.birth, person.word) == ("Zoé", "", "", "")
    assert (person.born_from, person.born_until) == (None, None)
    assert (dossier.notebook.title, dossier.notebook.kind) == ("Zoé", "dossier")


def test_open_dossier_is_kept_by_who_opens_it_and_written_by_the_teams_named(cast):
    notebook = open_dossier(by=cast.maud, called="Zoé", teams=[cast.nuit]).notebook
    people = (cast.maud, cast.bruno, cast.samira, cast.yann)
    assert [
        [
            notebook in getattr(Notebook.objects, verb)(who)
            for verb in ("visible_to", "writable_by", "kept_by")
        ]
        for who in people
    ] == [[True, True, True], [True, True, False], [False] * 3, [False] * 3]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("vers 1950", date(1948, 1, 1), date(1952, 12, 31)),
        ("à Oran", None, None),
        ("12/03/1989", date(1989, 3, 12), date(1989, 3, 12)),
    ],
)
def test_describe_keeps_the_words_of_a_birth_beside_what_is_understood(cast, words, low, high):
    dossier = cast.amina.dossier
    describe(by=cast.samira, dossier=dossier, called="Amina", birth="1974")
    describe(by=cast.samira, dossier=dossier, called="Amina", birth=words)
    person = Person.objects.get(pk=dossier.person_id)
    assert (person.birth, person.born_from, person.born_until) == (words, low, high)


def test_describe_renames_the_notebook(cast):
    describe(by=cast.karim, dossier=cast.amina.dossier, called="Mimi", civil_name="Amina Benali")
    notebook = Notebook.objects.get(pk=cast.amina.pk)
    assert (notebook.title, notebook.dossier.person.civil_name) == ("Mimi", "Amina Benali")


def test_stays_may_overlap_come_back_and_have_no_date(cast):
    dossier = cast.amina.dossier
    note_stay(by=cast.samira, dossier=dossier, service="Foyer", from_on=date(2020, 1, 1))
    note_stay(by=cast.samira, dossier=dossier, service="Foyer", from_on=date(2020, 1, 1))
    note_stay(by=cast.samira, dossier=dossier, service="Ailleurs")
    assert dossier.stays.count() == 3


def test_note_stay_and_note_relation_change_the_one_given(cast):
    dossier = cast.amina.dossier
    stay = note_stay(by=cast.samira, dossier=dossier, service="Foyer")
    relation = note_relation(by=cast.samira, notebook=cast.amina, name="Odile", tie="sa tante")
    note_stay(by=cast.karim, dossier=dossier, stay=stay, service="SAVS", word="Un essai.")
    note_relation(by=cast.karim, notebook=cast.amina, relation=relation, name="Odile B.")
    assert [(one.service, one.word) for one in Stay.objects.all()] == [("SAVS", "Un essai.")]
    assert [(one.name, one.tie) for one in Relation.objects.all()] == [("Odile B.", "")]


def test_a_line_of_another_dossier_cannot_be_changed_from_ones_own(cast):
    theirs = cast.didier.dossier
    stay = note_stay(by=cast.maud, dossier=theirs, service="SAVS")
    relation = note_relation(by=cast.maud, notebook=cast.didier, name="Odile")
    own = {"by": cast.samira, "dossier": cast.amina.dossier}
    with pytest.raises((NotAllowed, ValueError)):
        note_stay(**own, stay=stay, service="Foyer")
    with pytest.raises((NotAllowed, ValueError)):
        note_relation(by=cast.samira, notebook=cast.amina, relation=relation, name="Personne")
    assert (Stay.objects.get().service, Relation.objects.get().name) == ("SAVS", "Odile")


@pytest.mark.parametrize("who", ["bruno", "maud", "yann", "gilles"])
def test_acts_are_not_allowed_to_who_does_not_write_there(cast, who):
    given = {"by": getattr(cast, who), "dossier": cast.amina.dossier}
    for act in (
        lambda: describe(**given, called="Autre"),
        lambda: note_stay(**given, service="Autre"),
        lambda: note_relation(by=given["by"], notebook=cast.amina, name="Autre"),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert (Person.objects.filter(called="Autre").count(), Stay.objects.count()) == (0, 0)
    assert Relation.objects.count() == 0


def test_a_refused_dossier_leaves_nothing_behind(cast):
    kinds = (Person, Notebook, Dossier, WorkerGrant, TeamGrant)
    before = [kind.objects.count() for kind in kinds]
    for called in ("", "   ", "x" * 201):
        assert (
            log_in(cast.samira).post("/personnes/nouvelle/", {"called": called}).status_code == 422
        )
    assert [kind.objects.count() for kind in kinds] == before


def test_person_create_opens_to_the_teams_ticked(cast):
    typed = {"called": "Zoé", "teams": [cast.nuit.pk, cast.savs.pk]}
    assert log_in(cast.samira).post("/personnes/nouvelle/", typed).status_code == 302
    assert [(one.who, one.may) for one in Notebook.objects.latest("pk").readers] == [
        ("Samira", "garde le cahier"),
        ("L’équipe Nuit", "peut écrire dans le cahier"),
        ("L’équipe SAVS", "peut écrire dans le cahier"),
    ]


def test_stay_edit_changes_a_date_and_keeps_the_team(cast):
    stay = note_stay(by=cast.samira, dossier=cast.amina.dossier, team=cast.foyer)
    address = f"/cahiers/{cast.amina.pk}/accompagnements/{stay.pk}/"
    typed = {"service": "Foyer", "from_on": "01/09/2025"}
    assert log_in(cast.karim).post(address, typed).status_code == 302
    stay.refresh_from_db()
    assert (stay.team, stay.from_on) == (cast.foyer, date(2025, 9, 1))
