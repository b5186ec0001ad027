"""The checker: what the publisher wrote, what keeps to the rules, and each way not to."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dossier.departures.checker import NotABundle, at, check, holders, profiles_of
from dossier.departures.profiles import BASE, BUNDLE, MANY, PROFILES, STATES, Rule
from tests.arrivals.tddui.words import example, needs_examples
from tests.departures.model import model


def faults(bundle: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the rules that a bundle does not keep, and where."""
    return {(one.rule, one.path) for one in check(json.dumps(bundle).encode()).faults}


def resource(bundle: dict[str, Any], name: str) -> dict[str, Any]:
    """Return a resource of the model by its name."""
    (found,) = [e["resource"] for e in bundle["entry"] if e["fullUrl"] == f"urn:uuid:{name}"]
    return found


# What is right


def test_the_model_keeps_to_every_rule_and_is_fhir():
    told = check(json.dumps(model()).encode())
    assert (told.faults, told.unknown) == ([], set())
    assert told.types["DocumentReference"] == 2
    Bundle.model_validate(model())


@needs_examples
@pytest.mark.parametrize(
    ("name", "entries", "dangling"),
    [
        ("v1.1/Bundle-TDDUIBundleExample.json", 2, []),
        ("v2.2/ssiad-bundle.narratives-removed.json", 8, ["location.location"]),
    ],
)
def test_the_publisher_s_examples_fail_where_the_study_says_and_nowhere_else(
    name, entries, dangling
):
    """Their requests name a profile and not a type; one has a place that is not there."""
    told = check(example(name))
    assert sum(told.types.values()) == entries
    urls = [one for one in told.faults if one.rule == "url"]
    assert len(urls) == entries
    rest = [one for one in told.faults if one.rule != "url"]
    assert [(one.rule, one.path) for one in rest] == [("reference", path) for path in dangling]


# Each rule of each profile, broken


def broken(tables: dict[str, tuple[Rule, ...]]) -> list[Any]:
    """Return (profile, rule, way to break it) for each rule of some tables."""
    found = []
    for name, rules in tables.items():
        for rule in rules:
            ways = ["drop"] * (rule.low > 0)
            ways += ["double"] * (0 < rule.high < MANY)
            ways += ["add"] * (rule.high == 0)
            ways += ["value"] * bool(rule.among)
            ways += ["target"] * bool(rule.targets)
            found += [pytest.param(name, rule, way, id=f"{name} {rule.path} {way}") for way in ways]
    return found


def claiming(bundle: dict[str, Any], profile: str) -> list[dict[str, Any]]:
    """Return what claims a profile in a bundle, or is of that type."""
    every = [bundle, *(entry["resource"] for entry in bundle["entry"])]
    return [one for one in every if one["resourceType"] == profile or profile in profiles_of(one)]


def spoil(holder: dict[str, Any], step: str, way: str) -> bool:
    """Break an element of what holds it; tell whether there was one to break."""
    name = step.partition("[")[0]
    if way == "add":
        holder[name] = "x"
        return True
    found = at(holder, step)
    if not found:
        return False
    held = holder[name]
    if way == "drop":
        rest = [one for one in held if one not in found] if isinstance(held, list) else []
        holder[name] = rest
        if not rest:
            del holder[name]
    elif way == "double":
        holder[name] = [*at(holder, name), copy.deepcopy(found[0])]
    else:
        other = "zut" if way == "value" else {"reference": "urn:uuid:Location-1"}
        holder[name] = [other] if isinstance(held, list) else other
    return True


EXPECTED = {
    "drop": "missing",
    "double": "too-many",
    "add": "too-many",
    "value": "value",
    "target": "target",
}


@pytest.mark.parametrize(("profile", "rule", "way"), broken(PROFILES))
def test_each_rule_of_each_profile_is_seen_when_it_is_broken(profile, rule, way):
    bundle = model()
    spoilt = 0
    for one in claiming(bundle, profile):
        for holder, step in holders(one, rule.path):
            spoilt += spoil(holder, step, way)
    assert spoilt, "the model does not show it"
    assert (EXPECTED[way], rule.path) in faults(bundle)


@pytest.mark.parametrize("kind", sorted(BASE))
def test_a_bare_resource_lacks_all_that_fhir_wants(kind):
    bundle = model()
    bundle["entry"] = [
        {
            "fullUrl": "urn:uuid:x",
            "resource": {"resourceType": kind, "status": "zut"},
            "request": {"method": "POST", "url": kind},
        }
    ]
    found = faults(bundle)
    wanted = {("missing", one.path) for one in BASE[kind] if one.low and "." not in one.path}
    wanted |= {("value", "status")} if kind in STATES else set()
    wanted |= {("missing", "name")} if kind == "Organization" else set()
    assert found == wanted


BASE_BROKEN = {kind: rules for kind, rules in BASE.items() if claiming(model(), kind)}
SHOWN = [
    one
    for one in broken(BASE_BROKEN | {"Bundle": BUNDLE})
    if any(
        at(holder, step)
        for each in claiming(model(), one.values[0])
        for holder, step in holders(each, one.values[1].path)
    )
]


@pytest.mark.parametrize(("kind", "rule", "way"), SHOWN)
def test_each_rule_of_fhir_is_seen_when_it_is_broken(kind, rule, way):
    bundle = model()
    for one in claiming(bundle, kind):
        for holder, step in holders(one, rule.path):
            spoil(holder, step, way)
    assert (EXPECTED[way], rule.path) in faults(bundle)


def test_most_rules_of_fhir_are_shown():
    assert len(SHOWN) > 25


# All the rest that may be wrong

SPOILS = {
    "empty words": ("Organization-1", lambda one: one.update(name=""), ("empty", "name")),
    "an empty list": ("Patient-1", lambda one: one.update(telecom=[]), ("empty", "telecom")),
    "null": ("Patient-1", lambda one: one.update(active=None), ("empty", "active")),
    "an impossible day": (
        "Patient-1",
        lambda one: one.update(birthDate="1989-02-30"),
        ("date", "birthDate"),
    ),
    "a day in French": (
        "Patient-1",
        lambda one: one.update(birthDate="12/03/1989"),
        ("date", "birthDate"),
    ),
    "an hour without a zone": (
        "Encounter-2",
        lambda one: one["period"].update(start="2024-03-02T10:00:00"),
        ("date", "period.start"),
    ),
    "an end before its start": (
        "Encounter-1",
        lambda one: one["period"].update(end="2023-01-01"),
        ("order", "period"),
    ),
    "what is no base64": (
        "DocumentReference-1",
        lambda one: one["content"][0]["attachment"].update(data="é"),
        ("base64", "content.attachment.data"),
    ),
    "a content without a type": (
        "DocumentReference-2",
        lambda one: one["content"][0]["attachment"].pop("contentType"),
        ("missing", "content.attachment.contentType"),
    ),
    "a reference to nothing": (
        "DocumentReference-2",
        lambda one: one["relatesTo"][0]["target"].update(reference="urn:uuid:rien"),
        ("reference", "relatesTo.target"),
    ),
    "a bare reference": (
        "RelatedPerson-1",
        lambda one: one.update(patient={"display": "Léo"}),
        ("reference", "patient"),
    ),
    "a number without FINESS": (
        "Patient-1",
        lambda one: one["identifier"][0].update(value="12"),
        ("number", "identifier.value"),
    ),
    "a stay without its kind": (
        "Encounter-1",
        lambda one: one["identifier"][0].update(value="3990000001/12-1"),
        ("number", "identifier.value"),
    ),
    "an event without its kind": (
        "Encounter-2",
        lambda one: one["identifier"][0].update(value="3990000001/12-SEJOUR-1"),
        ("number", "identifier.value"),
    ),
    "an id of another form": ("Patient-1", lambda one: one.update(id="é à"), ("id", "id")),
    "a use of names": (
        "Patient-1",
        lambda one: one["name"].append({"use": "joli", "text": "x"}),
        ("value", "name.use"),
    ),
    "a use of numbers": (
        "Patient-1",
        lambda one: one["identifier"][0].update(use="joli"),
        ("value", "identifier.use"),
    ),
    "a type that is none": (
        "Location-1",
        lambda one: one.update(resourceType="Zut"),
        ("type", "resourceType"),
    ),
}


@pytest.mark.parametrize("what", SPOILS)
def test_what_is_wrong_anywhere_is_seen(what):
    name, spoiling, wanted = SPOILS[what]
    bundle = model()
    spoiling(resource(bundle, name))
    assert wanted in faults(bundle)


def test_addresses_are_of_one_and_requests_name_a_type():
    bundle = model()
    bundle["entry"][0]["fullUrl"] = bundle["entry"][1]["fullUrl"]
    assert ("double", "entry.fullUrl") in faults(bundle)
    bundle = model()
    bundle["entry"][0]["request"]["url"] = "TDDUIOrganization"
    assert faults(bundle) == {("url", "request.url")}


@pytest.mark.parametrize(("kind", "is_missing"), [("transaction", True), ("collection", False)])
def test_what_asks_something_says_what(kind, is_missing):
    """Even in a bundle that claims no profile."""
    bundle = {**model(), "type": kind}
    del bundle["meta"], bundle["entry"][0]["request"]
    assert faults(bundle) == ({("missing", "entry.request")} if is_missing else set())


def test_a_profile_that_nobody_knows_is_told_and_is_no_fault():
    bundle = model()
    resource(bundle, "Location-1")["meta"] = {"profile": ["https://x.example/tddui-lieu|2.3"]}
    told = check(json.dumps(bundle).encode())
    assert (told.faults, told.unknown) == ([], {"tddui-lieu"})


# Whatever is given


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'"x"', b'{"resourceType":"Patient"}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_bundle_is_refused(content):
    with pytest.raises(NotABundle):
        check(content)


def every(node: Any) -> Iterator[dict[str, Any]]:
    """Give each object of a value."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node:
        if isinstance(inner, dict | list):
            yield from every(inner)


NAMES = sorted({name for holder in every(model()) for name in holder})
ANY = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.sampled_from(["", "x", "Patient"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(place=st.integers(0, 200), value=ANY)
def test_nothing_in_a_bundle_breaks_the_checker(place, value):
    """Anything, anywhere in the model."""
    bundle = model()
    spots = [(holder, key) for holder in every(bundle) for key in list(holder)]
    holder, key = spots[place % len(spots)]
    holder[key] = value
    if bundle.get("resourceType") == "Bundle":
        assert isinstance(check(json.dumps(bundle).encode()).faults, list)
