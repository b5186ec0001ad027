"""Bundles that chance makes: no error but Unreadable, and no value that is silent."""

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.arrivals.brought import Unreadable
from dossier.arrivals.tddui import account, labels, read
from tests.arrivals.tddui.words import (
    MUCH,
    SHARED,
    as_json,
    as_xml,
    assert_nothing_is_silent,
    example,
    needs_examples,
)

ANY = settings(max_examples=80, deadline=None, suppress_health_check=[*HealthCheck])
TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc")), max_size=12).map(str.strip)
WORDS = TEXT.filter(bool)
NAMES = sorted(
    {*labels.LABELS, *labels.TECHNICAL, "coding", "extension", "valueString", "valueReference"}
    | {"valueCodeableConcept", "valueQuantity", "valuePeriod", "valueAttachment", "rien-de-connu"}
    | {"modifierExtension", "item", "linkId", "answer", "text", "div", "display", "name"}
    | {"_birthDate"}
    | {"effectiveDateTime", "birthDate", "multipleBirthInteger", "valueAnnotation", "valueCode"}
)  # fmt: skip
NAMES = [name for name in NAMES if not name.startswith("@") and name != "resourceType"]
PLACES = st.sampled_from(["Patient/0", "Patient/1", "Goal/0", "#a", "urn:uuid:0", "Rien/9", ""])
VALUES = st.one_of(
    WORDS,
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["2021", "2021-02", "2021-02-03", "2021-02-03T04:05:06.789+11:00"]),
    st.sampled_from(["2021-13-45", "2021-00", "x*y=", "QQ=="]),
    st.sampled_from(["9999-12-31T23:59:60Z", "0001-01-01T00:00:00+14:00", "2021-02-03T25:61"]),
    st.sampled_from([*labels.CODES, *labels.SLICES, "usual", "official", "generated"]),
    PLACES,
)  # fmt: skip
THINGS = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3),
        st.dictionaries(st.sampled_from(NAMES), inner, min_size=1, max_size=5),
        st.fixed_dictionaries({"reference": PLACES}, optional={"display": WORDS}),
        st.fixed_dictionaries({"url": WORDS, "valueString": inner}),
        st.fixed_dictionaries(
            {"data": WORDS, "contentType": st.sampled_from([*"ab", "text/plain"])}
        ),
        st.fixed_dictionaries({"status": WORDS, "div": WORDS.map(lambda text: f"<p>{text}</p>")}),
    ),
    max_leaves=12,
)


def has_some(made: list[dict]) -> bool:
    """Say whether there is anything but empty bundles."""
    return any(one["resourceType"] != "Bundle" for one in made)


KINDS = st.sampled_from([*labels.TYPES, "Bundle", "Parameters", "Inconnu", "Questionnaire"])


@st.composite
def resources(draw):
    """Return a resource of any type, with any elements."""
    one = draw(st.dictionaries(st.sampled_from(NAMES), THINGS, max_size=7))
    one = {"resourceType": draw(KINDS), "id": str(draw(st.integers(0, 2)))} | one
    if draw(st.booleans()):
        one["subject"] = {"reference": draw(PLACES)}
    if draw(st.integers(0, 4)) == 0:
        inner = draw(st.dictionaries(st.sampled_from(NAMES), THINGS, max_size=3))
        one["contained"] = [inner | {"resourceType": draw(KINDS), "id": "a"}]
    return one


@ANY
@given(st.lists(resources(), min_size=1, max_size=5).filter(has_some))
def test_any_bundle_in_json(made):
    assert_nothing_is_silent(as_json(*made))


def can_be_xml(thing) -> bool:
    """Say whether FHIR's XML can write a thing that chance made."""
    if isinstance(thing, dict):
        if "div" in thing or any(name.startswith("_") for name in thing):
            return False
        plain = all(not isinstance(thing.get(name, ""), dict | list) for name in ("id", "url"))
        return plain and all(map(can_be_xml, thing.values()))
    if isinstance(thing, list):
        return all(not isinstance(one, list) and can_be_xml(one) for one in thing)
    return True


def with_urls(thing):
    """Return a thing, each extension of it having an address, and being an element."""
    if isinstance(thing, dict):
        for name in ("extension", "modifierExtension"):
            if name in thing:
                held = thing[name] if isinstance(thing[name], list) else [thing[name]]
                held = [one if isinstance(one, dict) else {"valueString": one} for one in held]
                thing = thing | {name: [{"url": "urn:x", **one} for one in held]}
        return {name: with_urls(value) for name, value in thing.items()}
    return [with_urls(one) for one in thing] if isinstance(thing, list) else thing


@ANY
@given(
    st.lists(resources().filter(can_be_xml).map(with_urls), min_size=1, max_size=4).filter(has_some)
)
def test_any_bundle_in_xml(made):
    assert_nothing_is_silent(as_xml(as_json(*made)))


def paths(thing, way=()):
    """Give the way to each thing within a thing."""
    yield way
    if isinstance(thing, dict | list):
        pairs = thing.items() if isinstance(thing, dict) else enumerate(thing)
        for key, value in pairs:
            yield from paths(value, (*way, key))


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return a bundle with some of its things taken out, doubled, or replaced by any other."""
    bundle = json.loads(content)
    for _ in range(chance.randint(1, 6)):
        way = chance.choice([way for way in paths(bundle) if len(way) > 1])
        holder = bundle
        for step in way[:-1]:
            holder = holder[step]
        what = chance.choice(["out", "other", "list", "name"])
        if what == "out":
            del holder[way[-1]]
        elif what == "list":
            holder[way[-1]] = [holder[way[-1]]] * 2
        elif what == "name" and isinstance(holder, dict) and way[-1] != "resourceType":
            holder[f"{way[-1]}Étrange"] = holder.pop(way[-1])
        else:
            holder[way[-1]] = chance.choice(
                [None, "", [], {}, 3, True, "mot", {"x": None}, "2021-99"]
            )
    return json.dumps(bundle).encode()


@ANY
@given(st.randoms(use_true_random=False))
def test_our_bundle_mutated(chance):
    assert_nothing_is_silent(mutated(as_json(*MUCH), chance))


@needs_examples
@ANY
@given(st.randoms(use_true_random=False))
def test_the_example_mutated(chance):
    content = example("v2.2/ssiad-bundle.narratives-removed.json")
    assert_nothing_is_silent(mutated(content, chance))


@needs_examples
@settings(ANY, max_examples=25)
@given(st.randoms(use_true_random=False))
def test_the_document_mutated(chance):
    content = example("v1.1/CDA_TDDUI_Exemple_v1.1.0.xml")
    start, end = content.index(b"JVBERi0"), content.index(b"</value>", content.index(b"JVBERi0"))
    lines = (content[:start] + b"QQ==" + content[end:]).splitlines()
    for _ in range(chance.randint(1, 8)):
        place = chance.randrange(len(lines))
        lines[place : place + 1] = chance.choice([[], [lines[place]] * 2, [b"<mot>dit</mot>"]])
    try:
        assert_nothing_is_silent(b"\n".join(lines))
    except Unreadable as error:
        assert "Demandez" in str(error)  # noqa: PT017 - either all is read, or nothing is


@ANY
@given(st.binary(max_size=300))
def test_any_bytes(content):
    for start in (b"", b"{", b"<", b'{"resourceType":', b"<Patient>"):
        for act in (lambda c: read("a", c), account):
            try:
                act(start + content)
            except Unreadable as error:
                words = str(error)
                assert "Demandez" in words or "donnez" in words


@needs_examples
@pytest.mark.parametrize(
    "name", sorted(p.relative_to(SHARED).as_posix() for p in SHARED.rglob("v*/*"))
)
def test_cut_at_any_place_an_example_is_read_or_refused(name):
    content = example(name)
    for cut in range(0, len(content), max(1, len(content) // 40)):
        with pytest.raises(Unreadable):
            read("a", content[:cut])
