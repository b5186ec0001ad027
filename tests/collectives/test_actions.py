"""Collectives: level with persons; their members, named, counted or left unsaid."""

from datetime import date

import pytest

from dossier.collectives.actions import describe, join, leave, open_collective
from dossier.collectives.models import Collective, Membership
from dossier.notebooks import actions
from dossier.notebooks.actions import NotAllowed
from dossier.notebooks.models import READ, Notebook
from tests.conftest import log_in, make_notebook


def test_open_collective_needs_a_name_and_nothing_else(cast):
    collective = open_collective(by=cast.noor, name="Sortie à la mer")
    assert (collective.sort, collective.word, collective.memberships.count()) == ("", "", 0)
    notebook = collective.notebook
    assert (notebook.title, notebook.kind) == ("Sortie à la mer", "collective")
    assert notebook in Notebook.objects.kept_by(cast.noor)


def test_describe_renames_the_notebook(cast):
    describe(by=cast.bruno, collective=cast.etage.collective, name="L’étage", sort="groupe de vie")
    notebook = Notebook.objects.get(pk=cast.etage.pk)
    assert (notebook.title, notebook.collective.sort) == ("L’étage", "groupe de vie")


@pytest.mark.parametrize("who", ["maud", "yann", "gilles"])
def test_acts_are_not_allowed_to_who_does_not_write_there(cast, who):
    by, collective = getattr(cast, who), cast.etage.collective
    member = join(by=cast.samira, notebook=collective.notebook, words="dix parents")
    for act in (
        lambda: describe(by=by, collective=collective, name="Autre"),
        lambda: join(by=by, notebook=collective.notebook, words="moi"),
        lambda: leave(by=by, membership=member, until_on=date(2026, 1, 1)),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert Collective.objects.get(pk=collective.pk).name == "Le premier étage"
    assert [(one.words, one.until_on) for one in Membership.objects.all()] == [
        ("dix parents", None)
    ]


def test_acts_are_not_allowed_to_who_only_reads(cast):
    actions.grant(by=cast.samira, notebook=cast.etage, to=cast.noor, level=READ)
    with pytest.raises(NotAllowed):
        join(by=cast.noor, notebook=cast.etage, words="moi")


@pytest.mark.parametrize(
    "given",
    [
        {"words": "dix parents"},
        {"words": "dix parents", "count": 10},
        {"words": "Léa", "from_on": date(2026, 1, 1), "until_on": date(2025, 1, 1)},
    ],
    ids=str,
)
def test_join_with_words_is_enough(cast, given):
    member = join(by=cast.bruno, notebook=cast.etage, **given)
    assert str(member) == given["words"]


@pytest.mark.parametrize("given", [{}, {"words": "  "}, {"count": 10}], ids=str)
def test_join_says_who(cast, given):
    with pytest.raises(ValueError, match="says who"):
        join(by=cast.samira, notebook=cast.etage, **given)
    assert Membership.objects.count() == 0


def test_join_names_a_person_one_may_read(cast):
    person = cast.amina.dossier.person
    member = join(by=cast.bruno, notebook=cast.etage, person=person)
    assert str(member) == "Amina"


def test_join_cannot_name_a_person_one_may_not_read(cast):
    with pytest.raises(ValueError, match="may not read"):
        join(by=cast.samira, notebook=cast.etage, person=cast.didier.dossier.person)
    assert Membership.objects.count() == 0


def test_membership_create_offers_only_persons_one_may_read(cast):
    address = f"/cahiers/{cast.etage.pk}/membres/nouveau/"
    pages = {who: log_in(who).get(address).content.decode() for who in (cast.samira, cast.helene)}
    assert [
        [name for name in ("Amina", "Didier") if f">{name}</option>" in page]
        for page in pages.values()
    ] == [["Amina"], ["Amina", "Didier"]]


def test_membership_create_does_not_tell_a_person_apart_from_nobody(cast):
    address = f"/cahiers/{cast.etage.pk}/membres/nouveau/"
    client = log_in(cast.samira)
    answers = [
        client.post(address, {"person": str(pk)})
        for pk in (cast.didier.dossier.person.pk, 987_654_321)
    ]
    errors = [answer.context["form"].errors for answer in answers]
    assert [answer.status_code for answer in answers] == [422, 422]
    assert errors[0] == errors[1]
    assert Membership.objects.count() == 0


def test_a_named_member_is_a_link_only_for_who_reads_their_dossier(cast):
    other = make_notebook(cast.helene, "Atelier", cast.foyer, collective=True)
    join(by=cast.helene, notebook=other, person=cast.didier.dossier.person)
    pages = {
        who: log_in(who).get(f"/cahiers/{other.pk}/collectif/").content.decode()
        for who in (cast.helene, cast.samira)
    }
    link = f'href="/cahiers/{cast.didier.pk}/"'
    assert [link in page for page in pages.values()] == [True, False]


def test_leave_keeps_the_line(cast):
    member = join(by=cast.samira, notebook=cast.etage, words="dix parents")
    leave(by=cast.bruno, membership=member, until_on=date(2026, 3, 1))
    assert [(one.words, one.until_on) for one in Membership.objects.all()] == [
        ("dix parents", date(2026, 3, 1))
    ]


def test_a_collective_has_what_a_person_has(cast):
    """The same notebook serves both: what one writes, reads and searches is one code."""
    for notebook in (cast.amina, cast.etage):
        address = f"/cahiers/{notebook.pk}/ecrire/"
        assert log_in(cast.karim).post(address, {"text": "Un mot."}).status_code == 302
        page = log_in(cast.karim).get(f"/cahiers/{notebook.pk}/")
        assert [one.text for one in page.context["page"].writings] == ["Un mot."]
