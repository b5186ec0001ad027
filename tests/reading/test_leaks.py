"""What could leak to the person, a word of its own in each place where somebody else may be named;
no page one reads together, and no copy, holds one. What is not decided is covered.
"""

import io
import re
from html import unescape

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from dossier.collectives.actions import join
from dossier.documents.html import html
from dossier.documents.pages import Document
from dossier.documents.pdf import pdf
from dossier.meetings import actions as meetings
from dossier.notebooks import actions, ties
from dossier.notebooks.models import NotAllowed, Writing
from dossier.notebooks.pieces import Taken
from dossier.notebooks.printed import blocks
from dossier.notebooks.taking_up import assemble
from dossier.persons.actions import describe, note_relation, note_stay
from dossier.projects.actions import note_agreement, open_project
from dossier.reading import rules
from dossier.reading.copy import copy
from dossier.reading.covering import Changed, cover, pages, waiting
from dossier.reading.desk import Desk
from dossier.reading.models import Covering, Request
from dossier.reading.rules import NotASpan, Span
from dossier.rights.models import Giving, Report
from dossier.web.reading import sheets
from tests.conftest import log_in, make_attachment, make_notebook, make_writing

CANARIES = """
    Zoltan Canari Ursuline canaritante motcanari ursuline Brunehilde Théodora canaricœur Aldebert
    Gontran Sigismonde Philomène Cunégonde Radegonde hildegarde Clotilde Mélusine griselda ildefonse
    Eusèbe dagobert canaribruit Wenceslas Isaure Childéric canaripleuré motifcanari Clodomir
    canarimenti canarivrai Perceval Canaridossier Fulbert Enguerrand Hermeline Frénégonde Bérengère
    Gudule Ermengarde Pétronille Athalie Yolaine Aliénor Bathilde Cléomène canariparquet Quitterie
"""
NOW = "2026-03-24T09:00:00Z"


@pytest.fixture
def canaries(cast) -> list[str]:
    """Put somebody else everywhere; return the words that must reach nobody but workers."""
    amina, etage, by = cast.amina, cast.etage, cast.samira
    dossier = amina.dossier
    make_notebook(by, "Zoltan Canari", cast.foyer)
    make_writing(by, amina, "Amina a bien dormi.")
    make_writing(by, amina, "Amina a vu Zoltan au jardin.")
    note_relation(by=by, notebook=amina, name="Ursuline", tie="sa canaritante", word="motcanari")
    make_writing(by, amina, "ursuline est passée, dit Amina.")
    make_writing(by, amina, "Amina parle de Brunehilde.")
    make_writing(by, amina, "Je viendrai demain.", voice="relative", speaker="Théodora")
    make_writing(by, amina, "Je sors avec mon amoureux canaricœur.", voice="person")
    make_writing(by, amina, "Amina a chanté.", speaker="Aldebert", voice="person")
    join(by=by, notebook=etage, words="Gontran et dix autres")
    meetings.call_meeting(by=by, notebook=etage, title="Sigismonde")
    met = meetings.call_meeting(by=by, notebook=etage, title="Vite")
    met.came, met.president = "Philomène", "Cunégonde"
    met.save()
    make_writing(by, amina, "Amina a mangé.", heading="Radegonde")
    make_writing(by, amina, "Amina a dessiné.", tags=("hildegarde",))
    make_writing(by, amina, "Amina a marché.", moment="après Clotilde")
    shown = make_writing(by, amina, "Amina a joué.", heading="Mélusine", tags=("griselda",))
    file = make_attachment(by, shown, name="photo-ildefonse.png", description="Eusèbe au parc")
    make_attachment(
        by, shown, kind="sound", name="voix-dagobert.wav", data=b"un son de canaribruit"
    )
    cover(by=by, dossier=dossier, writing=shown, version=1, files=[file.pk])
    source = make_writing(by, etage, "Wenceslas a crié sur Amina.")
    assemble(by=by, notebook=amina, takes=[Taken(source, words="Et Isaure ?")], text="# Amina")
    told = make_writing(by, etage, "Amina a ri. Childéric a canaripleuré.")
    first = "Amina a ri."
    cover(
        by=by, dossier=dossier, writing=told, version=1, words="motifcanari",
        spans=[(len(first) + 1, len(told.text), rules.THIRD)],
    )  # fmt: skip
    asked = make_writing(by, amina, "Clodomir a canarimenti.")
    make_writing(by, amina, "C’est canarivrai.", answers=asked)
    elsewhere = make_notebook(by, "Perceval", cast.foyer)
    tied = make_writing(by, elsewhere, "Canaridossier.")
    ties.tie(by=by, writing=tied, notebook=amina)
    sea = open_project(by=by, title="Chez Fulbert", teams=[cast.foyer])
    note_agreement(
        by=by, project=sea, side="person", person=dossier.person, answer="yes",
        words="Avec Enguerrand.", who="", present="Hermeline",
    )  # fmt: skip
    describe(by=by, dossier=dossier, called="Amina", word="Sœur de Frénégonde.")
    note_stay(by=by, dossier=dossier, service="Foyer", word="Avec Bérengère.")
    noted = {"dossier": dossier, "noted_by": by, "noted_at": NOW}
    Giving.objects.create(
        **noted, on="2026-03-24", what="Lettre de Gudule", who="Ermengarde",
        how="Lu par Pétronille", words="Dit Athalie", present="Yolaine",
    )  # fmt: skip
    Request.objects.create(
        **noted, sort="read", asked_on="2026-03-24", who="Aliénor", words="Selon Bathilde.",
        checked="Vu Cléomène",
    )  # fmt: skip
    Report.objects.create(
        dossier=dossier,
        sort="alert",
        on="2026-03-24",
        sent_to="Parquet canariparquet",
        by=by,
        at=NOW,
    )
    Report.objects.create(
        dossier=dossier,
        sort="situation",
        on="2026-03-24",
        sent_to="Madame Quitterie",
        by=by,
        at=NOW,
    )
    return CANARIES.split()


def leaked(words: str, canaries: list[str]) -> list[str]:
    """Return which canaries are told, whatever their case."""
    folded = unescape(words).casefold()
    return [one for one in canaries if one.casefold() in folded]


def places(client, pk: int) -> dict[str, str]:
    """Return every page one reads together, by address."""
    found, waits = {}, [f"/cahiers/{pk}/a-deux/", f"/cahiers/{pk}/a-deux/?ordre=ancien"]
    while waits:
        address = waits.pop()
        page = client.get(address).content.decode()
        found[address] = page
        links = re.findall(r'href="(/cahiers/\d+/a-deux/dire/[^"#]*|\?[^"#]*depuis[^"]*)"', page)
        for link in map(unescape, links):
            whole = address.split("?")[0] + link if link.startswith("?") else link
            if whole not in found and whole not in waits:
                waits.append(whole)
    return found


def test_no_page_one_reads_together_names_anybody_else(cast, canaries):
    found = places(log_in(cast.samira), cast.amina.pk)
    assert len(found) > 4
    whole = " ".join(found.values())
    assert leaked(whole, canaries) == []
    for seen in ("a bien dormi", "a joué", "Amina a ri.", "attend d’être relu", "passage couvert"):
        assert seen in unescape(whole)


def test_what_one_was_told_elsewhere_waits_for_another_page(cast):
    client = log_in(cast.samira)
    client.post(f"/cahiers/{cast.etage.pk}/ecrire/", {"text": "Un mot."})
    page = client.get(f"/cahiers/{cast.amina.pk}/a-deux/").content.decode()
    assert "premier étage" not in page
    assert "premier étage" in client.get("/").content.decode()


def test_no_copy_names_anybody_else(cast, canaries):
    made = copy(by=cast.samira, dossier=cast.amina.dossier)
    page = html(made)
    assert leaked(page.decode(), canaries) == []
    assert b"canaribruit" not in page
    for seen in ("Amina a bien dormi.", "Amina a ri.", "passage couvert", "attend d’être relu"):
        assert seen in unescape(page.decode())
    reader = PdfReader(io.BytesIO(pdf(made)))
    words = " ".join(one.extract_text() for one in reader.pages)
    assert leaked(" ".join(words.split()), canaries) == []
    assert leaked(" ".join(map(str, (reader.metadata or {}).values())), canaries) == []
    assert leaked(reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else "",
                  canaries) == []  # fmt: skip


def test_a_file_is_handed_over_under_no_name_and_only_when_it_was_decided(cast, canaries):
    client, decided = log_in(cast.samira), Covering.objects.exclude(files=[]).get()
    (shown,) = decided.files
    hidden = decided.writing.attachments.exclude(pk=shown).get()
    address = f"/cahiers/{cast.amina.pk}/a-deux/fichiers/"
    answer = client.get(f"{address}{shown}/")
    assert answer.status_code == 200
    assert leaked(str(answer.headers), canaries) == []
    assert client.get(f"{address}{hidden.pk}/").status_code == 404


def test_a_corrected_writing_waits_again(cast):
    writing = make_writing(cast.samira, cast.amina, "Amina et Zoé ont ri.")
    decide = {"by": cast.samira, "dossier": cast.amina.dossier, "writing": writing}
    cover(**decide, version=1)
    ((read,), _) = pages(by=cast.bruno, dossier=cast.amina.dossier)
    assert [one.text for one in read.stretches] == ["Amina et Zoé ont ri."]
    content = actions.content_of(writing, text="Amina et Zoé ont pleuré.")
    actions.correct(by=cast.samira, writing=writing, version=1, content=content)
    ((read,), _) = pages(by=cast.bruno, dossier=cast.amina.dossier)
    assert (read.is_waiting, read.stretches) == (True, [])
    with pytest.raises(Changed):
        cover(**decide, version=1)


def test_an_answer_to_what_waits_waits_too_even_when_that_was_decided(cast):
    asked = make_writing(cast.samira, cast.amina, "Amina a vu Zoé.")
    make_writing(cast.samira, cast.amina, "Amina a bien fait.", answers=asked)
    cover(by=cast.samira, dossier=cast.amina.dossier, writing=asked, version=1)
    found, _ = waiting(by=cast.samira, dossier=cast.amina.dossier)
    assert [one.text for one in found] == ["Amina a bien fait."]


def test_who_decides_keeps_and_reads_both(cast):
    dossier = cast.amina.dossier
    writing = make_writing(cast.samira, cast.amina, "Amina a vu Zoé.")
    secret = make_writing(cast.maud, cast.didier, "Amina.")
    for by, one in ((cast.karim, writing), (cast.maud, writing), (cast.samira, secret)):
        with pytest.raises(NotAllowed):
            cover(by=by, dossier=dossier, writing=one, version=1)
    for bad in ([(0, 0, "third")], [(0, 99, "third")], [(0, 2, "nothing")], [(-1, 2, "third")]):
        with pytest.raises(NotASpan):
            cover(by=cast.samira, dossier=dossier, writing=writing, version=1, spans=bad)
    assert Covering.objects.count() == 0


def test_a_passage_taken_up_from_where_one_does_not_read_stays_covered(cast):
    source = make_writing(cast.maud, cast.didier, "Didier et Amina, en secret.")
    actions.grant(by=cast.maud, notebook=cast.didier, to=cast.karim, level="read_notebook")
    made = assemble(by=cast.karim, notebook=cast.amina, takes=[Taken(source)], text="# Amina")
    covering = cover(by=cast.samira, dossier=cast.amina.dossier, writing=made, version=1)
    assert [reason for *_, reason in covering.spans] == [rules.UNREAD]
    ((read,), _) = pages(by=cast.samira, dossier=cast.amina.dossier)
    assert "secret" not in sheets.text(read.stretches)


def test_one_page_costs_as_much_with_one_writing_as_with_thirty(cast):
    counts = []
    for number in (1, 29):
        for _ in range(number):
            asked = make_writing(cast.samira, cast.amina, "Amina a vu Zoé.", tags=("nuit",))
            make_writing(cast.samira, cast.amina, "Bien.", answers=asked)
        for address in ("a-deux/", "a-deux/regarder/", f"a-deux/regarder/{asked.pk}/"):
            client, whole = log_in(cast.samira), f"/cahiers/{cast.amina.pk}/{address}"
            client.get(whole)
            with _Counted() as done:
                client.get(whole)
            counts.append(len(done))
    assert counts[:3] == counts[3:]
    assert Writing.objects.count() == 60


class _Counted:
    """Counts queries."""

    def __enter__(self) -> list:
        self.done: list[str] = []
        self.wrapper = connection.execute_wrapper(self._run)
        self.wrapper.__enter__()
        return self.done

    def _run(self, execute, sql, params, many, context):
        self.done.append(sql)
        return execute(sql, params, many, context)

    def __exit__(self, *told) -> None:
        self.wrapper.__exit__(*told)


WORDS = st.text(alphabet="abé *#\n.’-_<>&12", min_size=1, max_size=80)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.lists(st.tuples(st.integers(0, 80), st.integers(1, 30)), max_size=5))
def test_what_is_covered_is_in_no_byte_of_what_is_read(text, drawn):
    """A word of its own stands in each covered stretch: wherever the stretch, it is nowhere."""
    parts, spans, at = [], [], 0
    for number, (place, _) in enumerate(sorted(drawn)):
        cut = min(max(place, at), len(text))
        parts.append(text[at:cut])
        start = sum(map(len, parts))
        parts.append(f"q{number}zx q{number}zy.")
        spans.append(Span(start, start + len(parts[-1]), rules.THIRD))
        at = cut
    parts.append(text[at:])
    found = rules.stretches("".join(parts), spans)
    page = str(sheets.text(found))
    words = " ".join(one.text or "[passage couvert]" for one in found)
    page += html(Document("Copie", tuple(blocks(words)))).decode()
    assert not re.search(r"q\d+z", page)
    kept = "".join(one.text for one in found)
    assert sorted("".join(kept.split())) == sorted("".join(text.split()))


def test_neighbours_that_are_covered_are_one_bar():
    text = "Un. Deux.\n\nTrois. Quatre."
    one = rules.stretches(text, [Span(0, 20, "third")])
    several = rules.stretches(
        text, [Span(0, 3, "third"), Span(4, 9, "third"), Span(11, 20, "third")]
    )
    assert len([each for each in one if each.reasons]) == 1
    assert len([each for each in several if each.reasons]) == 1


def test_a_homonym_keeps_a_name_from_being_hers(cast):
    make_notebook(cast.samira, "Amina Diallo", cast.foyer)
    make_writing(cast.samira, cast.amina, "Amina a bien dormi.")
    (one,) = Desk(by=cast.samira, dossier=cast.amina.dossier).read(list(cast.amina.writings.all()))
    assert one.is_waiting
