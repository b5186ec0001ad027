"""Every word of the interface can change, and then no former word remains anywhere."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from dossier.accounts import passphrases
from dossier.establishment import house
from dossier.establishment.actions import (
    change_word,
    name_establishment,
)
from dossier.establishment.words import FEMININE, KNOWN, MASCULINE, Word, fold
from dossier.files import actions as files
from dossier.journal.models import Entry
from dossier.notebooks import actions
from dossier.notebooks.models import Notebook, Writing
from tests.conftest import Cast, log_in, make_notebook, make_team, make_worker
from tests.web.house import furnish
from tests.web.reading import form_to, forms_of, walk
from tests.web.speaking import former_words, said_by
from tests.web.test_pages import PAGES, refusals

FORMER = former_words()
PLACE = "/mots-de-la-maison/"


def word_pattern(words: set[str]) -> re.Pattern:
    """Return what finds one of these words, whole, in a folded text."""
    each = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])")


EVERY_FORMER = word_pattern(set().union(*FORMER.values()))


def nonsense(gender: str) -> dict[str, Word]:
    """Return a word that means nothing for each of the house's, one in two beginning by a vowel."""
    found = {}
    for number, (key, known) in enumerate(KNOWN.items()):
        name = f"{'zo'[number % 2]}lb{chr(97 + number)}ntou"
        feminine = f"{name}te" if known.is_somebody and gender == MASCULINE else ""
        found[key] = Word(name, f"{name}x", gender, feminine)
    return found


def rename_all(by, gender: str) -> dict[str, Word]:
    """Rename every word of the house."""
    words = nonsense(gender)
    for key, word in words.items():
        change_word(by=by, key=key, word=word)
    return words


@pytest.fixture
def addresses(cast, monkeypatch) -> dict[str, str]:
    """Return the addresses of a furnished house in which nobody wrote a word of the interface,
    nor drew one by chance.
    """
    monkeypatch.setattr(passphrases, "words", lambda: ("lynx",))
    name_establishment(name="Les Tilleuls")
    return furnish(cast)


def acts(client: Client, house: dict[str, str]):
    """Yield (what was done, the page it leads to, where it is said) for every form, filled in."""
    for name in sorted(house):
        if name in {"house-word-change", "house-word-undo", "logout"}:
            continue
        response = client.get(house[name])
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        for number, form in enumerate(forms_of(response)):
            if form.method == "post" and form.name not in {"logout", "house-word-undo"}:
                typed = {
                    box: "" if box.endswith(("_on", "_time", "count")) else "b"
                    for box in form.boxes
                }
                yield f"{name} {number}", client.post(form.action, form.fields | typed, follow=True)
    for away in (house["label-undo"], house["label-undo"], house["bookmark-place"]):
        yield away, client.post(away, follow=True)


def empty_places(cast: Cast):
    """Yield the pages of who has nothing: a new team, nobody's team; of the machine."""
    newcomer = make_worker("lise", make_team("Nouveau lieu"))
    for worker in (newcomer, make_worker("noe")):
        for address in ("/", "/cahiers/", "/brouillons/", "/transmission/", "/calendrier/",
                        "/bric-a-brac/", "/mots/",
                        "/trames/", "/trames/nouvelle/", "/chercher/", "/chercher/?q=rien",
                        "/assemblages/", "/assembler/",
                        "/personnes/nouvelle/", "/collectifs/nouveau/", PLACE):  # fmt: skip
            yield f"{worker} {address}", log_in(worker).get(address)
    for address in ("/", "/brouillons/", "/maison/gens/", "/maison/equipes/", PLACE):
        yield f"the machine {address}", log_in(cast.yann).get(address)
    yield (
        "no team",
        log_in(make_worker("ida")).post("/trames/nouvelle/", {"title": "b", "text": "b"}),
    )
    alone = make_notebook(newcomer, "Zoé", cast.foyer)
    for address in (f"/cahiers/{alone.pk}/", f"/cahiers/{alone.pk}/?tri=1&du=2020-01-01"):
        yield address, log_in(newcomer).get(address)


def odd_assemblies(client: Client, house: dict[str, str]):
    """Yield assemblies refused, sent again with other words, made of too much."""
    form = form_to(client.get(house["writing-take-up"]), "assembly-create")
    for name, value in (("passage", "d’autres b"), ("source", "1" * 9), ("after", "b" * 80_001)):
        yield f"assembly {name}", client.post(form.action, form.fields | {name: value})
    yield "empty assembly", client.post(form.action, {"title": ""})
    many = form.fields | {name: form.fields[name] * 101 for name in ("at", "passage", "after")}
    yield "too many pieces", client.post(form.action, many | {"source": ["1"] * 101})
    made = client.post(form.action, form.fields, follow=True)
    yield "assembled", made
    yield "assembled again", client.post(form.action, form.fields | {"title": "b"}, follow=True)
    again = form_to(client.get(house["assembly-edit"]), "assembly-edit")
    yield "outdated", client.post(again.action, again.fields | {"version": "7", "text": "c"})


def odd_answers(cast: Cast, house: dict[str, str], monkeypatch):
    """Yield answers one gets seldom: parts of pages, heavy files, two of one name, a breakdown."""
    client, suite = log_in(cast.samira), {"X-Suite": "1"}
    for name in ("notebook-detail", "fragment-keep", "writing-search"):
        yield f"part of {name}", client.get(house[name], {"q": "mot"}, headers=suite)
    kept = client.post(house["draft-keep"], {"text": "b", "key": "x"}, headers=suite)
    assert kept.json()["kept"]
    yield "kept", kept
    risky = {"text": "Elle est violente.", "path": house["writing-create"]}
    yield "reread", client.post(house["writing-reread"], risky)
    yield "reread in vain", client.post(house["writing-reread"], {"text": "b"})
    yield "too heavy", client.post("/ecrire/", {"text": "b"}, CONTENT_LENGTH="99999999999")
    yield "long", client.post(house["writing-create"], {"text": "b" * 80_001})
    yield "long words", client.post(house["attachment-describe"], {"description": "b" * 2_001})
    empty = SimpleUploadedFile("vide.txt", b"")
    yield "empty file", client.post(house["writing-create"], {"text": "b", "files": empty})
    monkeypatch.setattr("dossier.notebooks.attachments.MAX_JOINED", 0)
    monkeypatch.setattr(files, "keep", lambda pieces: None)
    more = SimpleUploadedFile("plan.txt", b"un")
    yield "too many", client.post(house["writing-create"], {"text": "b", "files": more})
    make_notebook(cast.samira, "Amina", cast.foyer)
    typed = {"text": "Avec @Amina.", "key": "00000000-0000-4000-8000-000000000001"}
    yield (
        "two of one name",
        client.post(reverse("writing-create", args=[cast.etage.pk]), typed, follow=True),
    )
    again = typed | {"text": "Avec @Amina, encore."}
    yield "signed already", client.post(reverse("writing-create", args=[cast.etage.pk]), again)
    yield from odd_assemblies(client, house)
    writing = Writing.objects.get(text="Avec @Amina.")
    correct = reverse("writing-correct", args=[writing.pk])
    yield "corrected", client.post(correct, {"text": "c", "version": "1"}, follow=True)
    yield "corrected elsewhere", client.post(correct, {"text": "d", "version": "1"})
    yield "its versions", client.get(reverse("writing-versions", args=[writing.pk]))
    label = client.post(house["heading-change"], {"name": "b", "geste": "choisis"})
    yield "nothing ticked", label
    monkeypatch.setattr(actions, "write", lambda **_: 1 / 0)
    client.raise_request_exception = False
    yield "breakdown", client.post(house["writing-create"], {"text": "b"})


def everything(cast: Cast, house: dict[str, str], monkeypatch) -> dict[str, str]:
    """Return what each page, part of a page, message and answer says, folded, by where it is."""
    said = {}

    def hear(told) -> None:
        for name, response in told:
            if " /machine/guide/" in name:  # papers of the software, not pages of the house
                continue
            said[name] = f"{said.get(name, '')} {said_by(response)}"

    for who in (cast.samira, cast.bruno, cast.maud, cast.yann):
        start = list(house.values()) if who is cast.samira else ["/"]
        hear((f"{who} {address}", response) for address, response in walk(log_in(who), start))
    hear(refusals(cast, house, sorted(set(PAGES) - {"house-word-change", "archive-close"})))
    hear(empty_places(cast))
    hear(acts(log_in(cast.samira), house))
    hear(odd_answers(cast, house, monkeypatch))
    said["journal"] = " ".join(in_its_words(act.label) for act in Entry.Act)
    said["kinds"] = " ".join(in_its_words(one.label) for one in (*Notebook.Kind, *Writing.Voice))
    return said


def remaining(name: str, text: str) -> list[str]:
    """Return each former word of a page, with what stands around it."""
    found = EVERY_FORMER.finditer(text)
    return [f"{name}: …{text[max(0, one.start() - 30) : one.end() + 30]}…" for one in found]


def in_its_words(sentence: str) -> str:
    """Return a sentence in the words of the house, folded as pages are."""
    return fold(house.said(sentence))


@pytest.mark.parametrize("gender", [MASCULINE, FEMININE])
def test_once_every_word_is_renamed_no_former_word_remains(cast, addresses, monkeypatch, gender):
    rename_all(cast.samira, gender)
    said = everything(cast, addresses, monkeypatch)
    assert len(said) > 150
    assert [line for name, text in said.items() for line in remaining(name, text)] == []


def test_each_word_is_said_somewhere_so_that_the_search_for_former_ones_can_find_it(
    cast, addresses, monkeypatch
):
    said = " ".join(everything(cast, addresses, monkeypatch).values())
    assert [key for key, words in FORMER.items() if not word_pattern(words).search(said)] == []
