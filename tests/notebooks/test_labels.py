"""Headings and tags that live: no writing is lost, and what changed can be told and undone."""

import pytest
from django.urls import reverse

from dossier.journal.models import Entry
from dossier.notebooks import actions, labels
from dossier.notebooks.labels import Act, Unchanged, history, relabel, retire, revive, undo
from dossier.notebooks.models import Heading, LabelChange, Retired, Tag, Writing
from dossier.notebooks.search import search
from tests.conftest import log_in, make_writing
from tests.web.reading import fill, form_to, send


@pytest.fixture
def shelf(cast):
    """Put headings and tags on writings of the foyer, and one of another team."""
    cast.nights = [
        make_writing(cast.samira, cast.amina, f"Nuit {n}.", heading="Nuit", tags=("sommeil",))
        for n in range(3)
    ]
    cast.rest = make_writing(
        cast.karim, cast.etage, "Sieste.", heading="Repos", tags=("sommeil", "calme")
    )
    cast.theirs = make_writing(
        cast.maud, cast.didier, "Insomnie.", heading="Nuit", tags=("sommeil",)
    )
    return cast


def change(cast, label, name, **more):
    """Change a label of the foyer."""
    return relabel(by=cast.samira, team=cast.foyer, label=label, name=name, **more)


def headings(*writings) -> list[str]:
    """Return the headings of writings, read anew."""
    found = {one.pk: one for one in Writing.objects.select_related("heading")}
    return [found[one.pk].heading.name for one in writings]


def tags(writing) -> list[str]:
    """Return the tags of a writing, read anew; as rows and as words they are the same."""
    rows = sorted(writing.taggings.values_list("tag__name", flat=True))
    writing.refresh_from_db()
    assert writing.tag_words == ", ".join(rows)
    return rows


def heading(name: str) -> Heading:
    """Return a heading."""
    return Heading.objects.get(name=name)


def tag(name: str) -> Tag:
    """Return a tag."""
    return Tag.objects.get(name=name)


def found(worker, words: str) -> set[str]:
    """Return the texts that a search finds."""
    return {hit.writing.text for hit in search(words, by=worker).hits}


def test_a_heading_is_renamed_in_what_the_team_writes_and_nowhere_else(shelf):
    told = change(shelf, heading("Nuit"), "Veille")
    assert headings(*shelf.nights, shelf.theirs) == ["Veille"] * 3 + ["Nuit"]
    assert (told.act, told.old, told.new) == (Act.RENAMED, "Nuit", "Veille")
    assert found(shelf.samira, "veille") == {"Nuit 0.", "Nuit 1.", "Nuit 2."}
    assert found(shelf.maud, "veille") == set()


def test_a_writing_renamed_has_no_new_version(shelf):
    change(shelf, heading("Nuit"), "Veille")
    first = shelf.nights[0]
    first.refresh_from_db()
    assert (first.version, first.history.count(), first.corrected_at) == (1, 1, None)


def test_two_headings_become_one(shelf):
    told = change(shelf, heading("Nuit"), "repos")  # as people type it
    assert headings(*shelf.nights, shelf.rest) == ["Repos"] * 4
    assert told.act == Act.MERGED


def test_a_heading_is_split_by_hand(shelf):
    told = change(shelf, heading("Nuit"), "Veille", only={shelf.nights[0].pk, shelf.theirs.pk})
    assert headings(*shelf.nights, shelf.theirs) == ["Veille", "Nuit", "Nuit", "Nuit"]
    assert told.act == Act.SPLIT


def test_tags_are_renamed_and_merged_once_a_writing(shelf):
    change(shelf, tag("sommeil"), "repos")
    assert (tags(shelf.nights[0]), tags(shelf.rest)) == (["repos"], ["calme", "repos"])
    change(shelf, tag("repos"), "calme")
    assert (tags(shelf.nights[0]), tags(shelf.rest)) == (["calme"], ["calme"])
    assert tags(shelf.theirs) == ["sommeil"]
    assert found(shelf.samira, "calme") == {"Nuit 0.", "Nuit 1.", "Nuit 2.", "Sieste."}
    assert found(shelf.samira, "sommeil") == set()


def test_a_spelling_can_be_corrected(shelf):
    change(shelf, heading("Nuit"), "nuits")
    change(shelf, heading("nuits"), "Nuits")
    assert headings(*shelf.nights) == ["Nuits"] * 3


@pytest.mark.parametrize("kind", ["heading", "tag"])
def test_a_merge_undone_gives_back_exactly_what_was(shelf, kind):
    label = heading("Nuit") if kind == "heading" else tag("sommeil")
    before = [(headings(one), tags(one)) for one in [*shelf.nights, shelf.rest]]
    told = change(shelf, label, "Repos" if kind == "heading" else "calme")
    undo(by=shelf.karim, change=told)
    assert [(headings(one), tags(one)) for one in [*shelf.nights, shelf.rest]] == before
    with pytest.raises(Unchanged):
        undo(by=shelf.karim, change=told)


def test_undoing_leaves_what_changed_since(shelf):
    told = change(shelf, heading("Nuit"), "Veille")
    content = actions.Content(text="Nuit 0.", heading="Autre")
    actions.correct(by=shelf.samira, writing=shelf.nights[0], version=1, content=content)
    undo(by=shelf.samira, change=told)
    assert headings(*shelf.nights) == ["Autre", "Nuit", "Nuit"]


def test_nothing_to_change_is_said(shelf):
    for label, name, only in (
        (heading("Nuit"), "Nuit", None),
        (heading("Nuit"), "Veille", set()),
        (heading("Nuit"), "Veille", {shelf.theirs.pk}),
    ):
        with pytest.raises(Unchanged):
            change(shelf, label, name, only=only)
    with pytest.raises(ValueError, match="says something"):
        change(shelf, heading("Nuit"), "  ")
    assert LabelChange.objects.count() == 0


@pytest.mark.parametrize("who", ["maud", "yann", "bruno"])
def test_only_the_team_changes_its_words(shelf, who):
    worker = getattr(shelf, who)
    told = change(shelf, heading("Nuit"), "Veille")
    asked = {"by": worker, "team": shelf.foyer}
    for act in (
        lambda: relabel(**asked, label=heading("Veille"), name="Nuit"),
        lambda: retire(**asked, label=heading("Veille")),
        lambda: revive(**asked, label=heading("Veille")),
        lambda: undo(by=worker, change=told),
    ):
        with pytest.raises(actions.NotAllowed):
            act()
    assert headings(*shelf.nights) == ["Veille"] * 3


def test_where_a_team_only_reads_it_changes_nothing(shelf):
    with pytest.raises(Unchanged):
        relabel(by=shelf.bruno, team=shelf.nuit, label=heading("Nuit"), name="Veille")
    relabel(by=shelf.bruno, team=shelf.nuit, label=heading("Repos"), name="Pause")
    assert headings(*shelf.nights, shelf.rest) == ["Nuit"] * 3 + ["Pause"]


def test_a_retired_word_is_offered_no_more_and_keeps_its_writings(shelf):
    for model, label in ((Heading, heading("Nuit")), (Tag, tag("sommeil"))):
        retire(by=shelf.samira, team=shelf.foyer, label=label)
        retire(by=shelf.samira, team=shelf.foyer, label=label)
        assert label not in model.objects.suggested_to(shelf.karim, shelf.amina)
        assert label in model.objects.suggested_to(shelf.maud, shelf.didier)
        assert label in model.objects.used_in(shelf.amina)
    assert headings(*shelf.nights) == ["Nuit"] * 3
    assert LabelChange.objects.count() == Retired.objects.count() == 2
    revive(by=shelf.karim, team=shelf.foyer, label=heading("Nuit"))
    assert heading("Nuit") in Heading.objects.suggested_to(shelf.karim, shelf.amina)


def test_each_notebook_touched_has_its_line_in_the_journal(shelf):
    Entry.objects.all().delete()
    change(shelf, tag("sommeil"), "repos")
    lines = Entry.objects.filter(act=Entry.Act.RELABELLED)
    assert {line.notebook for line in lines} == {shelf.amina, shelf.etage}


def test_changes_are_told_to_who_may_read_their_writings(shelf):
    change(shelf, heading("Nuit"), "Affaire Roy")
    retire(by=shelf.samira, team=shelf.foyer, label=heading("Repos"))
    assert [one.old for one in history(shelf.foyer, shelf.karim)] == ["Repos", "Nuit"]
    shelf.amina.team_grants.all().delete()
    assert [one.old for one in history(shelf.foyer, shelf.karim)] == ["Repos"]


def test_many_writings_are_renamed_in_a_few_queries(shelf, django_assert_max_num_queries):
    for n in range(40):
        make_writing(shelf.samira, shelf.amina, f"Encore {n}.", heading="Nuit", tags=("sommeil",))
    with django_assert_max_num_queries(80):  # one to forget each in the index, and the rest
        change(shelf, heading("Nuit"), "Veille")


# The pages.


def page_of(cast, label) -> str:
    """Return the address where the foyer changes a label."""
    return reverse(f"{label.SORT}-change", args=[cast.foyer.pk, label.pk])


def test_the_page_changes_everywhere_and_twice_is_once(shelf):
    client = log_in(shelf.samira)
    form = fill(client, page_of(shelf, heading("Nuit")), "heading-change", name="Veille")
    form.fields["geste"] = "partout"
    assert [send(client, form).status_code for _ in range(2)] == [302, 302]
    assert headings(*shelf.nights) == ["Veille"] * 3
    page = client.get("/mots/").content.decode()
    assert "« Nuit » devient « Veille »" in page
    versions = client.get(reverse("writing-versions", args=[shelf.nights[0].pk]))
    assert "« Nuit » devient « Veille »" in versions.content.decode()


def test_the_page_changes_what_is_ticked(shelf):
    client = log_in(shelf.samira)
    address = page_of(shelf, tag("sommeil"))
    form = fill(client, address, "tag-change", name="insomnie")
    form.fields["geste"] = "choisis"
    refused = send(client, form)
    assert refused.status_code == 422
    assert form_to(refused, "tag-change").fields["name"] == "insomnie"
    form.fields["ecrits"] = str(shelf.nights[0].pk)
    assert send(client, form).status_code == 302
    assert (tags(shelf.nights[0]), tags(shelf.nights[1])) == (["insomnie"], ["sommeil"])


@pytest.mark.parametrize("geste", ["retirer", "reprendre"])
def test_the_page_retires_and_takes_up_again(shelf, geste):
    client = log_in(shelf.samira)
    for asked in ("retirer", geste):
        client.post(page_of(shelf, heading("Nuit")), {"geste": asked})
    assert Retired.objects.exists() == (geste == "retirer")
    assert client.get("/mots/").status_code == 200


def test_the_page_shows_nothing_of_other_teams(shelf):
    make_writing(shelf.maud, shelf.didier, "Un mot.", heading="Affaire Roy", tags=("tutelle",))
    retire(by=shelf.maud, team=shelf.savs, label=heading("Affaire Roy"))
    relabel(by=shelf.maud, team=shelf.savs, label=tag("tutelle"), name="curatelle")
    client = log_in(shelf.samira)
    pages = ["/mots/", page_of(shelf, heading("Nuit")), page_of(shelf, tag("sommeil"))]
    shown = "".join(client.get(page).content.decode() for page in pages)
    for secret in ("Affaire Roy", "tutelle", "curatelle", "Insomnie", "Didier"):
        assert secret not in shown
    for address in (
        reverse("heading-change", args=[shelf.savs.pk, heading("Nuit").pk]),
        reverse("heading-change", args=[shelf.foyer.pk, heading("Affaire Roy").pk]),
    ):
        assert client.get(address).status_code == 404


def test_the_suggestions_hold_tags_too(shelf):
    answer = log_in(shelf.samira).get(f"/rubriques/?cahier={shelf.etage.pk}").json()
    assert answer == {"headings": ["Repos", "Nuit"], "tags": ["calme", "sommeil"]}


def test_a_name_that_says_nothing_changes_nothing_by_hand(shelf):
    told = labels.history(shelf.foyer, shelf.samira)
    send(
        log_in(shelf.samira),
        fill(log_in(shelf.samira), page_of(shelf, heading("Nuit")), "heading-change", name=" "),
    )
    assert list(told) == []
