"""Whether a bundle keeps to the rules of `profiles`: its faults, in French, each with its place.

Not the publisher's validator: a part of its rules, looked at offline.
"""

import base64
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dossier.departures.profiles import (
    BASE,
    BUNDLE,
    EVERY,
    NUMBERS,
    PROFILES,
    STATES,
    Rule,
    one,
)

STEP = re.compile(r"(\w+)(?:\[([^\]=]+)=([^\]]*)\])?(?:\.|$)")
ID = re.compile(r"[A-Za-z0-9\-.]{1,64}")
DAY = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
CLOCK = r"T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(Z|[+-](0\d|1[0-4]):[0-5]\d)"
WHOLE_DAY = r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])"
ASKED = {"transaction", "batch"}  # bundles each entry of which asks something (FHIR R4, bdl-3)
DATES = {  # elements that are a date, and what they look like (FHIR R4, 2.24)
    "birthDate": re.compile(DAY),
    "timestamp": re.compile(WHOLE_DAY + CLOCK),
    "lastUpdated": re.compile(WHOLE_DAY + CLOCK),
    "date": re.compile(f"{DAY}|{WHOLE_DAY}{CLOCK}"),
    "start": re.compile(f"{DAY}|{WHOLE_DAY}{CLOCK}"),
    "end": re.compile(f"{DAY}|{WHOLE_DAY}{CLOCK}"),
    "creation": re.compile(f"{DAY}|{WHOLE_DAY}{CLOCK}"),
    "valueDateTime": re.compile(f"{DAY}|{WHOLE_DAY}{CLOCK}"),
}


class NotABundle(Exception):
    """What was given is no bundle in JSON."""


@dataclass(frozen=True)
class Fault:
    """A rule that is not kept: where ("élément 3 : Patient"), which element, which rule, in words.

    `rule` is "missing", "too-many", "value", "target", "reference", "number", "empty", "date",
    "base64", "double", "url", "type", "order" or "id".
    """

    where: str
    path: str
    rule: str
    words: str


@dataclass
class Checked:
    """What was looked at: faults; profiles that are claimed and that nobody here knows the rules
    of; how many resources of each type.
    """

    faults: list[Fault] = field(default_factory=list)
    unknown: set[str] = field(default_factory=set)
    types: Counter[str] = field(default_factory=Counter)


def check(content: bytes) -> Checked:
    """Return what is wrong in a bundle. Raises NotABundle."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise NotABundle from error
    if not isinstance(told, dict) or told.get("resourceType") != "Bundle":
        raise NotABundle
    return _Checking(told).checked


def at(node: Any, path: str) -> list[Any]:
    """Return the values at a path: "name[use=usual].family"; lists are gone through."""
    found = node if isinstance(node, list) else [node]
    for name, inner, value in STEP.findall(path):
        below = [one_.get(name) for one_ in found if isinstance(one_, dict)]
        found = [each for one_ in below for each in _many(one_)]
        if inner:
            found = [each for each in found if value in at(each, inner)]
    return found


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def profiles_of(resource: dict[str, Any]) -> list[str]:
    """Return the profiles that a resource claims, by their last word."""
    return [str(url).rpartition("/")[2].partition("|")[0] for url in at(resource, "meta.profile")]


class _Checking:
    """A bundle being checked."""

    def __init__(self, bundle: dict[str, Any]) -> None:
        self.checked, self.bundle = Checked(), bundle
        self.entries = [one_ for one_ in _many(bundle.get("entry")) if isinstance(one_, dict)]
        self.by_url: dict[str, dict[str, Any]] = {}
        self._index()
        asked = (one("entry.request"),) if str(bundle.get("type")) in ASKED else ()
        self._rules("le lot", bundle, (*BUNDLE, *asked, *self._claimed(bundle)))
        self._values("le lot", {k: v for k, v in bundle.items() if k != "entry"})
        for number, entry in enumerate(self.entries, start=1):
            self._entry(number, entry)

    def _fault(self, where: str, path: str, rule: str, words: str) -> None:
        self.checked.faults.append(Fault(where, path, rule, words))

    def _index(self) -> None:
        """Note under which addresses each resource is."""
        for entry in self.entries:
            resource, url = entry.get("resource"), entry.get("fullUrl")
            if not isinstance(resource, dict):
                continue
            named = f"{resource.get('resourceType')}/{resource.get('id')}"
            for address in (url, named if resource.get("id") else None):
                if isinstance(address, str):
                    self.by_url.setdefault(address, resource)
        urls = Counter(str(one_["fullUrl"]) for one_ in self.entries if "fullUrl" in one_)
        for url, count in urls.items():
            if count > 1:
                self._fault("le lot", "entry.fullUrl", "double", f"« {url} » y est {count} fois")

    def _claimed(self, resource: dict[str, Any]) -> tuple[Rule, ...]:
        rules: tuple[Rule, ...] = ()
        for name in profiles_of(resource):
            if name in PROFILES:
                rules += PROFILES[name]
            else:
                self.checked.unknown.add(name)
        return rules

    def _entry(self, number: int, entry: dict[str, Any]) -> None:
        resource = entry.get("resource")
        if not isinstance(resource, dict):
            return
        kind = str(resource.get("resourceType"))
        where = f"élément {number} : {kind}"
        self.checked.types[kind] += 1
        if kind not in BASE:
            self._fault(where, "resourceType", "type", f"le type « {kind} » n’est pas connu ici")
        url = at(entry, "request.url")
        if url and url[0] != kind:
            words = f"« {url[0]} » n’est pas le type : un serveur FHIR refuserait tout le lot"
            self._fault(where, "request.url", "url", words)
        states = (one("status", *STATES[kind].split()),) if kind in STATES else ()
        rules = (*states, *BASE.get(kind, ()), *EVERY, *self._claimed(resource))
        self._rules(where, resource, rules)
        self._values(where, resource)
        if kind == "Organization" and not (resource.get("name") or resource.get("identifier")):
            self._fault(where, "name", "missing", "il faut un nom ou un numéro")

    def _rules(self, where: str, node: dict[str, Any], rules: tuple[Rule, ...]) -> None:
        for rule in rules:
            for holder, name in holders(node, rule.path):
                values = at(holder, name)
                self._count(where, rule, len(values))
                for value in values:
                    self._value(where, rule, value)

    def _count(self, where: str, rule: Rule, count: int) -> None:
        if count < rule.low:
            self._fault(where, rule.path, "missing", "il manque, et il le faut")
        elif count > rule.high:
            words = f"il y est {count} fois, et {rule.high} au plus est permis"
            self._fault(where, rule.path, "too-many", words)

    def _value(self, where: str, rule: Rule, value: Any) -> None:
        if rule.among and str(value) not in rule.among:
            allowed = ", ".join(sorted(rule.among)[:8])
            words = f"« {value} » n’est pas permis ; il faut : {allowed}"
            self._fault(where, rule.path, "value", words)
        if not rule.targets or not isinstance(value, dict):
            return
        found = self.by_url.get(self._address(value))
        if found is None:
            if not value.get("reference") and not value.get("identifier"):
                self._fault(where, rule.path, "reference", "ce renvoi ne mène nulle part")
            return
        claimed = {*profiles_of(found), str(found.get("resourceType"))}
        if not claimed & {*rule.targets}:
            words = f"ce renvoi devrait mener à : {', '.join(rule.targets)}"
            self._fault(where, rule.path, "target", words)

    def _address(self, reference: dict[str, Any]) -> str:
        told = str(reference.get("reference") or "")
        return told if told in self.by_url else "/".join(told.split("/")[-2:])

    # Values, wherever they are

    def _values(self, where: str, node: Any, path: str = "") -> None:
        """Look at each value of a resource."""
        if node in ("", None, [], {}):
            self._fault(where, path, "empty", "vide : un élément vide ne s’écrit pas")
        elif isinstance(node, list):
            for one_ in node:
                self._values(where, one_, path)
        elif isinstance(node, dict):
            self._element(where, node, path)
            for name, value in node.items():
                self._values(where, value, f"{path}.{name}".lstrip("."))
        else:
            self._leaf(where, node, path)

    def _element(self, where: str, node: dict[str, Any], path: str) -> None:
        if isinstance(node.get("reference"), str) and "url" not in node:
            self._reference(where, node, path)
        if path.endswith("attachment") and "data" in node:
            self._attachment(where, node, path)
        if path.rpartition(".")[2] in ("identifier", "masterIdentifier"):
            self._number(where, node, path)
        start, end = str(node.get("start") or ""), str(node.get("end") or "")
        known = min(len(start), len(end), 10)
        if start[:known] > end[:known]:
            self._fault(where, path, "order", "le début est après la fin")

    def _reference(self, where: str, node: dict[str, Any], path: str) -> None:
        told = node["reference"]
        if not told.startswith("#") and self._address(node) not in self.by_url:
            self._fault(where, path, "reference", f"« {told} » n’est pas dans le lot")

    def _attachment(self, where: str, node: dict[str, Any], path: str) -> None:
        try:
            base64.b64decode(str(node["data"]), validate=True)
        except ValueError:
            self._fault(where, f"{path}.data", "base64", "ce n’est pas du base64")
        if not node.get("contentType"):
            words = "il manque le type de ce que porte « data »"
            self._fault(where, f"{path}.contentType", "missing", words)

    def _number(self, where: str, node: dict[str, Any], path: str) -> None:
        wanted = NUMBERS.get(str(node.get("system")))
        if wanted and not wanted.fullmatch(str(node.get("value"))):
            words = f"« {node.get('value')} » n’a pas la forme d’un numéro national de ce système"
            self._fault(where, f"{path}.value", "number", words)

    def _leaf(self, where: str, value: Any, path: str) -> None:
        name = path.rpartition(".")[2]
        if name in DATES and not _is_date(DATES[name], value):
            self._fault(where, path, "date", f"« {value} » n’est pas une date de FHIR")
        if path == "id" and not ID.fullmatch(str(value)):
            self._fault(where, path, "id", "64 signes au plus : lettres, chiffres, tiret, point")


def _is_date(pattern: re.Pattern, value: Any) -> bool:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        return False
    try:
        return len(value) < 10 or bool(date.fromisoformat(value[:10]))
    except ValueError:
        return False


def holders(node: dict[str, Any], path: str) -> Iterator[tuple[Any, str]]:
    """Give each of what holds the last step of a path, and that step: what a rule counts in."""
    steps = [found[0].rstrip(".") for found in STEP.finditer(path) if found[0]]
    above, last = ".".join(steps[:-1]), steps[-1]
    for holder in at(node, above) if above else [node]:
        yield holder, last
