"""The labelled set says what it means: offsets, kinds, and enough of each."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.pseudonyms.labelled import DECLARED, KINDS, MARK, SOURCES, labelled

ROOT = Path(__file__).resolve().parents[2]
EVERY = [entry for name in SOURCES for entry in labelled(name)]


def test_there_is_enough_to_measure_with():
    sentences, writings, more = map(labelled, SOURCES)
    assert len(sentences) >= 300
    assert len(writings) >= 40
    assert sum(not entry["spans"] for entry in sentences) >= 60
    assert all(150 <= len(entry["text"].split()) <= 500 for entry in writings)
    assert len(more) >= 45
    assert all(60 <= len(entry["text"].split()) <= 250 for entry in more)
    counts = Counter(kind for entry in EVERY for _, _, kind in entry["spans"])
    assert set(counts) == set(KINDS)
    assert min(counts.values()) >= 25


def test_spans_are_in_order_and_never_overlap():
    for entry in EVERY:
        last = 0
        for start, end, kind in entry["spans"]:
            assert last <= start < end <= len(entry["text"]), entry["text"]
            assert kind in KINDS
            last = end


def test_spans_begin_and_end_on_what_must_go():
    for entry in EVERY:
        for start, end, _ in entry["spans"]:
            span = entry["text"][start:end]
            assert span == span.strip(" \u00a0\u202f\n,;:!?«»()")
            assert not entry["text"][start - 1 : start].isalnum() or start == 0, span
            assert not entry["text"][end : end + 1].isalnum(), span


def test_the_markup_is_never_in_the_text():
    marks = ("[[", "]]", "###", "person:", "relative:", "worker:", "place:")
    assert [entry["text"] for entry in EVERY if any(mark in entry["text"] for mark in marks)] == []


def test_no_sentence_is_there_twice():
    counts = Counter(entry["text"] for entry in EVERY)
    assert [text for text, times in counts.items() if times > 1] == []


def test_what_is_known_is_declared_once():
    for entry in EVERY:
        names = [(known["kind"], known["name"]) for known in entry["known"]]
        assert names
        assert len(set(names)) == len(names)
        assert {kind for kind, _ in names} <= set(DECLARED)
        assert all(name == name.strip() != "" for _, name in names)


def test_the_readme_counts_right():
    told = (ROOT / "tests" / "pseudonyms" / "README.md").read_text(encoding="utf-8")
    for kind in KINDS:
        each = [
            sum(of == kind for e in labelled(name) for *_, of in e["spans"]) for name in SOURCES
        ]
        assert f"| {kind} | {each[0]} | {each[1]} | {each[2]} |" in told


def test_an_undeclared_name_is_marked_and_is_a_span():
    undeclared = [entry for entry in EVERY if "undeclared" in entry]
    assert undeclared
    for entry in undeclared:
        assert entry["undeclared"] is True
        assert entry["undeclared_spans"]
        assert all(span in entry["spans"] for span in entry["undeclared_spans"])


@pytest.mark.parametrize("name", SOURCES)
def test_nothing_of_the_source_is_lost(name):
    source = (ROOT / "tests" / "pseudonyms" / f"{name}.txt").read_text(encoding="utf-8")
    assert len(MARK.findall(source)) == sum(len(entry["spans"]) for entry in labelled(name))
    spoken = [entry["text"][a:b] for entry in labelled(name) for a, b, _ in entry["spans"]]
    assert spoken == [said for _, _, said in MARK.findall(source)]


def test_the_command_writes_an_object_a_line():
    command = [sys.executable, "-m", "tests.pseudonyms.labelled"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)  # noqa: S603
    assert [json.loads(line) for line in told.stdout.decode().splitlines()] == EVERY
