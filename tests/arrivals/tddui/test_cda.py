"""A CDA document read: who it is about, what its sections say, its files, and what is left."""

import base64
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from dossier.arrivals.brought import Fate
from dossier.arrivals.tddui import account, read
from tests.arrivals.tddui.words import (
    assert_nothing_is_silent,
    came_out,
    example,
    needs_examples,
)

NAME = "v1.1/CDA_TDDUI_Exemple_v1.1.0.xml"


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def said(brought) -> str:
    return plain("\n".join(f"{line.where} / {line.words}" for line in brought.report))


def document(body: str, head: str = "", patient: str = "") -> bytes:
    """Return a document about Zoé, with this body."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
    <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <id root="9.9.1" extension="doc-7"/>
      <title>Dossier de Zoé</title>
      <effectiveTime value="20230301"/>
      <recordTarget><patientRole>
        <id root="9.9" extension="U-77"/>{patient}
        <patient><name><given>Zoé</given><family>Lagrange</family></name></patient>
      </patientRole></recordTarget>
      {head}
      <component>{body}</component>
    </ClinicalDocument>""".encode()


def sections(*inner: str) -> str:
    parts = "".join(f"<component><section>{one}</section></component>" for one in inner)
    return f"<structuredBody>{parts}</structuredBody>"


@pytest.fixture(scope="module")
def sent():
    return assert_nothing_is_silent(example(NAME))


@needs_examples
def test_the_person_of_the_example(sent):
    (jean,) = sent.people
    assert (jean.called, jean.civil_name) == ("Jean DUPONT", "Jean Stéphane Patrick DUPONT")
    assert jean.key == "Jean Stéphane Patrick DUPONT|19470403"
    assert plain(jean.birth) == "3 avril 1947, 63220, Puy-De-Dôme, FRANCE, rang de naissance : 2"
    assert dict(jean.facts) == {
        "Adresse": "12 rue des Lilas, 76748 Vittefleur",
        "Sexe": "Masculin",
    }


@needs_examples
def test_the_head_of_the_example(sent):
    head = sent.texts[0]
    assert head.heading == "Présentation du document reçu"
    text = plain(head.text)
    for words in (
        "Titre : Document transfert de données DUI",
        "MonDUI",
        "SSIAD Les Chênes Verts",
        "Thomas HOUBAUX",
        "11 avril 2023 à 11 h 15",
        "Service de Soins Infirmiers A Domicile (S.S.I.A.D)",
    ):
        assert words in text


@needs_examples
def test_the_sections_of_the_example(sent):
    headings = [text.heading for text in sent.texts[1:]]
    assert headings == ["Séjour", "Evènements", "Evaluations", "Documents ajoutés"]
    stay, events, grids, papers = sent.texts[1:]
    instant = datetime(2023, 4, 14, 11, 15, tzinfo=timezone(timedelta(hours=2)))
    assert all(one.of == (sent.people[0].key,) and one.when == instant for one in sent.texts)
    assert "Numéro de dossier : 1012" in plain(stay.text).splitlines()
    assert "Statut : Réalisé" in plain(events.text).splitlines()
    assert "Compte-rendu : Observations cliniques" in plain(events.text)
    assert "Champ évalué | Détail du résultat du champ évalué" in grids.text.splitlines()
    assert "Evaluation AGGIR PH SSIAD | GIR-2 | Terminé" in grids.text.splitlines()
    assert "Trouble cognitif léger : Oui" in plain(grids.text).splitlines()
    (paper,) = papers.papers
    assert paper.name == "Documents ajoutés.pdf"
    assert paper.content.startswith(b"%PDF-1.5")
    assert b"%%EOF" in paper.content[-32:]


@needs_examples
def test_what_the_narrative_does_not_say_is_said_in_the_report(sent):
    words = said(sent)
    assert "Données structurées que le texte ne dit pas" in words
    assert "@displayName = Intervention d'un infirmer salarié" in words
    assert "Commentaires du fichier XML, restés dans l’original : 442." in words
    assert "147720425367411" not in came_out(sent) + words
    fates = {leaf.value: leaf.fate for leaf in account(sent.original.content)}
    assert fates["Modalité d'entrée"] is Fate.KEPT  # its narrative says so, in another case
    assert fates["147720425367411"] is Fate.UNKNOWN


def test_lists_tables_and_nested_sections():
    inner = """<title>Semaine</title><text>
      <paragraph>Bonjour <content styleCode="Bold">Zoé</content>,<br/>à demain.</paragraph>
      <list><caption>À faire</caption><item>marcher</item><item>lire <sub>un</sub> peu</item></list>
      <table><tr><td>lundi</td><td>piscine</td></tr></table></text>
      <component><section><title>Détail</title><text>Rien d’autre</text></section></component>"""
    brought = assert_nothing_is_silent(document(sections(inner)))
    week, detail = brought.texts[-2:]
    assert plain(week.text).splitlines() == [
        "Bonjour Zoé,",
        "à demain.",
        "À faire",
        "– marcher",
        "– lire un peu",
        "lundi | piscine",
    ]
    assert (detail.heading, detail.text) == ("Semaine – Détail", "Rien d’autre")
    assert brought.people[0].key == "U-77"
    assert week.when == date(2023, 3, 1)


@pytest.mark.parametrize(
    ("body", "text", "papers"),
    [
        (
            f'<text mediaType="application/pdf" representation="B64">'
            f"{base64.encodebytes(b'%PDF-1.4' + bytes(90)).decode()}</text>",
            "Fichier joint : Dossier de Zoé.pdf",
            {"Dossier de Zoé.pdf": b"%PDF-1.4" + bytes(90)},
        ),
        ('<text mediaType="text/plain">Tout va bien.</text>', "Tout va bien.", {}),
        (
            f'<text mediaType="text/plain" representation="B64">'
            f"{base64.b64encode('Été'.encode()).decode()}</text>",
            "Été",
            {},
        ),
        (
            '<text mediaType="image/png" representation="B64">***</text>',
            "n’a pas pu être lu",
            {"Dossier de Zoé (illisible).txt": b"***"},
        ),
    ],
)
def test_a_body_that_is_a_file(body, text, papers):
    content = document(f"<nonXMLBody>{body}</nonXMLBody>")
    told = assert_nothing_is_silent(content).texts[-1]
    assert text in plain(told.text)
    assert {paper.name: paper.content for paper in told.papers} == papers


def test_a_large_file_and_a_long_text_are_whole():
    large = bytes(range(256)) * 400
    words = "mot &amp; dit\n" * 3000
    inner = f"""<title>Grand</title><text>{words}</text><entry>
      <observationMedia><value mediaType="application/pdf" representation="B64">
      {base64.encodebytes(large).decode()}</value></observationMedia></entry>"""
    told = assert_nothing_is_silent(document(sections(inner))).texts[-1]
    assert told.papers[0].content == large
    assert told.text.count("mot & dit") == 3000


def test_those_around_and_the_authors():
    head = """<author><time value="20230228"/><assignedAuthor><id root="1" extension="9"/>
        <code displayName="Éducatrice"/><assignedPerson><name><family>Ravel</family>
        <given>Paula</given></name></assignedPerson></assignedAuthor></author>
      <participant typeCode="IND"><associatedEntity classCode="NOK"><code displayName="Mère"/>
        <telecom value="tel:0199000001"/><associatedPerson><name><given>Lise</given>
        <family>Tournesol</family></name></associatedPerson></associatedEntity></participant>
      <participant typeCode="REF"><associatedEntity classCode="PROV"><associatedPerson>
        <name>Docteur Vague</name></associatedPerson></associatedEntity></participant>"""
    brought = assert_nothing_is_silent(document(sections("<text>Un mot</text>"), head))
    (mother,) = brought.people[0].around
    assert (mother.name, mother.tie, mother.word) == ("Lise Tournesol", "Mère", "0199000001")
    assert brought.texts[-1].author == "Paula Ravel (Éducatrice)"
    assert "Docteur Vague" in brought.texts[0].text


def test_entries_that_the_text_says_are_kept_and_others_are_said():
    section = """<title>Poids</title><text>Le 05/04/2023 : 61 kg</text>
      <entry><observation classCode="OBS" moodCode="EVN"><effectiveTime value="20230405"/>
        <value value="61" unit="kg"/><interpretationCode displayName="en baisse"/>
        <negation>peut-être</negation></observation></entry>"""
    content = document(sections(section))
    brought = assert_nothing_is_silent(content)
    fates = {leaf.value: (leaf.fate, leaf.words) for leaf in account(content)}
    assert fates["20230405"] == (Fate.KEPT, "05/04/2023")
    assert fates["61"] == (Fate.KEPT, "61")
    assert fates["en baisse"][0] is fates["peut-être"][0] is Fate.UNKNOWN
    assert "@displayName = en baisse" in said(brought)
    assert "text() = peut-être" in said(brought)


@pytest.mark.parametrize(
    ("time", "when", "moment"),
    [
        ("2023", None, "2023"),
        ("202303", None, "mars 2023"),
        ("20230301", date(2023, 3, 1), ""),
        ("202303010800+0000", datetime(2023, 3, 1, 8, 0, tzinfo=UTC), ""),
        ("hier", None, "hier"),
    ],
)
def test_times_as_they_are(time, when, moment):
    content = document(sections("<text>x</text>")).replace(b"20230301", time.encode())
    told = assert_nothing_is_silent(content).texts[-1]
    assert (told.when, told.moment) == (when, moment)


def test_a_document_without_a_person_or_a_body_is_read():
    content = b'<ClinicalDocument xmlns="urn:hl7-org:v3"><title>Seul</title></ClinicalDocument>'
    brought = assert_nothing_is_silent(content)
    assert (brought.people, brought.texts[0].of) == ((), ())
    assert "Seul" in brought.texts[0].text


def test_a_document_keeps_its_names_each_time_it_is_read():
    content = document(sections("<title>A</title><text>un</text>", "<text>deux</text>"))
    assert [t.key for t in read("", content).texts] == [t.key for t in read("", content).texts]
    assert len({text.key for text in read("", content).texts}) == 3
