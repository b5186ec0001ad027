"""Bytes of any kind: what is read, what is refused and how, and nothing else that can happen."""

import json

import pytest

from dossier.arrivals.brought import Unreadable
from dossier.arrivals.tddui import account, read, source
from tests.arrivals.tddui.words import MUCH, ZOE, as_json, as_xml, assert_nothing_is_silent

PATIENT = json.dumps(ZOE, ensure_ascii=False)
XML = as_xml(PATIENT.encode()).decode().partition("\n")[2]


@pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32", "cp1252"])
def test_json_in_any_encoding(code):
    brought = assert_nothing_is_silent(PATIENT.encode(code))
    assert brought.people[0].called == "Zoé Lagrange"
    said = [line.words for line in brought.report]
    assert ("Ce fichier n’est pas en UTF-8 ; il est lu comme du Windows-1252." in said) == (
        code == "cp1252"
    )


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("iso-8859-1", "ISO-8859-1"),
        ("cp1252", "windows-1252"),
    ],
)
def test_xml_in_any_encoding(code, named):
    content = f'<?xml version="1.0" encoding="{named}"?>\n{XML}'.encode(code)
    assert assert_nothing_is_silent(content).people[0].called == "Zoé Lagrange"


LAUGHS = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))


@pytest.mark.parametrize(
    "top",
    [
        f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        "<!DOCTYPE html>",
    ],
)
def test_a_document_type_is_refused(top):
    for content in (f"{top}{XML}", f"{top}<ClinicalDocument>&a39;</ClinicalDocument>"):
        with pytest.raises(Unreadable, match="DOCTYPE"):
            read("a.xml", content.encode())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "vide"),
        (b" \n", "vide"),
        (b"\xef\xbb\xbf", "vide"),
        (b"PK\x03\x04abc", "archive ZIP"),
        (b"%PDF-1.4", "ni du JSON ni du XML"),
        (b"Bonjour", "ni du JSON ni du XML"),
        (b'{"resourceType": "Patient", ', "ligne 1"),
        (b"{]", "abîmé"),
        (b"<Patient><name></Patient>", "ligne 1"),
        (b"<", "abîmé"),
        (b'<?xml version="1.0" encoding="x-nulle-part"?><a/>', "abîmé"),
        (b"<a>\x00</a>", "abîmé"),
        (b"[]", "pas un transfert TDDUI"),
        (b"{}", "pas un transfert TDDUI"),
        (b'{"nom": "Zo\xc3\xa9"}', "pas un transfert TDDUI"),
        (b"<liste/>", "pas un transfert TDDUI"),
        (b'{"resourceType": "Bundle"}', "sans aucun élément"),
        (b'[{"a": 1}, 2]', "pas un transfert TDDUI"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(content, words):
    for act in (lambda: read("a", content), lambda: account(content)):
        with pytest.raises(Unreadable, match=words) as raised:
            act()
        assert "Demandez" in str(raised.value) or "donnez" in str(raised.value)


def test_what_is_too_deep_is_refused():
    for opening, closing in (("[", "]"), ('{"a":', "}")):
        for depth in (source.DEEPEST + 10, 200_000):
            inner = '{"resourceType": "Patient"}'
            with pytest.raises(Unreadable, match="enchevêtré"):
                read("a", (opening * depth + inner + closing * depth).encode())
    for depth in (source.DEEPEST + 10, 200_000):
        with pytest.raises(Unreadable, match="enchevêtré"):
            read("a", b"<a>" * depth + b"</a>" * depth)


def test_what_is_almost_too_deep_is_read():
    item: dict = {"linkId": "fond", "text": "Tout au fond"}
    for _ in range(40):
        item = {"linkId": "x", "item": [item]}
    form = {"resourceType": "QuestionnaireResponse", "item": [item]}
    for content in (json.dumps(form).encode(), as_xml(json.dumps(form).encode())):
        assert "Tout au fond" in assert_nothing_is_silent(content).texts[0].text


def test_what_is_too_large_is_refused(monkeypatch):
    content = as_json(*MUCH)
    monkeypatch.setattr(source, "LARGEST", len(content) - 1)
    with pytest.raises(Unreadable, match="trop grand"):
        read("a", content)
    monkeypatch.undo()
    monkeypatch.setattr(source, "MOST", 20)
    for one in (content, as_xml(content)):
        with pytest.raises(Unreadable, match="trop de valeurs"):
            read("a", one)


def test_characters_that_no_writing_can_hold_are_replaced_and_said():
    content = rb'{"resourceType": "Goal", "description": {"text": "a\u0000b\ud800c"}}'
    brought = assert_nothing_is_silent(content)
    assert "a\ufffdb\ufffdc" in brought.texts[0].text
    assert brought.report[0].words.startswith("Des caractères illisibles")
    brought.texts[0].text.encode()


def test_numbers_are_kept_as_they_are_written():
    content = b"""{"resourceType": "Observation", "code": {"text": "x"},
        "valueQuantity": {"value": 2.500, "unit": "kg"}, "component": [
        {"code": {"text": "y"}, "valueQuantity": {"value": 1e400}},
        {"code": {"text": "z"}, "valueInteger": 99999999999999999999}]}"""
    text = assert_nothing_is_silent(content).texts[0].text
    assert "2.500 kg" in text
    assert "1e400" in text
    assert "99999999999999999999" in text


def test_comments_of_xml_are_counted():
    content = XML.replace("<active", "<!-- un --><?mot deux?><active")
    words = [line.words.replace("\u00a0", " ") for line in read("a", content.encode()).report]
    assert "Commentaires du fichier XML, restés dans l’original : 2." in words
