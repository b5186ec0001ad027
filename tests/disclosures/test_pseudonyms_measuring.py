"""What is measured of a labelled set, by `manage.py pseudonyms measure`; and the second net."""

import json
import sys
from io import StringIO
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

from dossier.disclosures.pseudonyms import nets
from dossier.disclosures.pseudonyms.finding import find
from dossier.disclosures.pseudonyms.measuring import Entry, Unreadable, measure, missed, read, wrong

KNOWN = [{"kind": "person", "name": "Amina Benali"}]


def line(text: str, *spans: list, **more: object) -> str:
    """Return an entry of a labelled set as it is written."""
    return json.dumps({"text": text, "known": KNOWN, "spans": [*spans], **more})


def measured(tmp_path, *lines: str, **options: bool) -> dict:
    """Return what the command prints for a file of these lines."""
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    out = StringIO()
    call_command("pseudonyms", "measure", path, stdout=out, **options)
    return json.loads(out.getvalue())


def test_each_kind_has_its_figures(tmp_path):
    told = measured(
        tmp_path,
        line("Amina dort. Tel 06 12 34 56 78.", [0, 5, "person"], [16, 30, "phone"]),
        line("Vu Gwladys.", [3, 10, "person"], undeclared=True),
        "",
        line("Rien. Amina."),
    )
    assert told["person"] == {
        "recall": 0.5,
        "precision": 0.5,
        "labelled": 2,
        "found": 1,
        "predicted": 2,
        "right": 1,
    }
    assert told["phone"]["recall"] == told["phone"]["precision"] == 1.0
    assert told["declared"]["recall"] == 1.0
    assert told["all"]["labelled"] == 3
    assert told["email"] == {
        "recall": None,
        "precision": None,
        "labelled": 0,
        "found": 0,
        "predicted": 0,
        "right": 0,
    }


def test_what_nobody_declared_is_apart_when_it_is_told_which(tmp_path):
    told = measured(
        tmp_path,
        line(
            "Amina et Gwladys. Amino.",
            [0, 5, "person"],
            [9, 16, "person"],
            [18, 23, "person"],
            undeclared=True,
            undeclared_spans=[[9, 16, "person"]],
        ),
        line("Vu Gwladys avec Amina.", [3, 10, "person"], [16, 21, "person"], undeclared=True),
    )
    assert told["person"]["labelled"] == 5
    assert told["declared"]["labelled"] == 2
    assert told["declared"]["recall"] == 1.0


def test_doubts_are_counted_when_asked(tmp_path):
    one = line("Vu Gwladys.", [3, 10, "person"], undeclared=True)
    assert measured(tmp_path, one)["person"]["recall"] == 0.0
    assert measured(tmp_path, one, doubts=True)["person"]["recall"] == 1.0


def test_a_kind_that_is_another_counts_only_in_all():
    entry = Entry("Tel 06 12 34 56 78", (), ((4, 18, "number"),))
    told = measure([entry])
    assert told["number"]["recall"] == 0.0
    assert told["phone"]["precision"] == 0.0
    assert told["all"]["recall"] == told["all"]["precision"] == 1.0


def test_half_a_name_is_a_name_missed_but_a_space_is_nothing():
    text = "Amina Benali"
    whole = [(0, 12, "person")]
    assert missed(text, whole, [(0, 5, "person")]) == whole
    assert missed(text, whole, [(0, 5, "person"), (6, 12, "person")]) == []
    assert wrong(whole, [(0, 1, "person"), (11, 13, "person"), (12, 13, "person")]) == [
        (12, 13, "person")
    ]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        ("{", "ce n’est pas du JSON"),
        ("[]", "ne se lit pas"),
        ('{"text": "a", "known": []}', "il manque « spans »"),
        ('{"text": 1, "known": [], "spans": []}', "« text » n’est pas un texte"),
        ('{"text": "a", "known": [], "spans": [[0, 2, "person"]]}', "n’est pas dans le texte"),
        ('{"text": "a", "known": [], "spans": [[0, 1, "robot"]]}', "« robot »"),
        ('{"text": "a", "known": [], "spans": [[0, 1]]}', "ne se lit pas"),
        ('{"text": "a", "known": [{"kind": "robot", "name": "A"}], "spans": []}', "ne se lit pas"),
    ],
)
def test_a_bad_line_is_told_with_its_number(tmp_path, bad, why):
    plain = why.replace("« ", "«\u00a0").replace(" »", "\u00a0»")
    with pytest.raises(CommandError, match="^Ligne 2\u00a0: ") as told:
        measured(tmp_path, line("Amina."), bad)
    assert plain in str(told.value)
    assert told.value.returncode == 2


@pytest.mark.parametrize("kept", [b"", b"\n\n", b"\xff\xfe", None])
def test_a_file_that_is_none_is_refused(tmp_path, kept):
    path = tmp_path / "set.jsonl"
    if kept is not None:
        path.write_bytes(kept)
    with pytest.raises(CommandError) as told:
        call_command("pseudonyms", "measure", path)
    assert told.value.returncode == 2


def test_lines_are_numbered_from_one_blank_ones_too():
    with pytest.raises(Unreadable, match="Ligne 3"):
        read(["", line("Amina."), "{"])


# The second net, with a model that stands in for spaCy's.


def reader(*seen: tuple[str, str]):
    """Return a model that sees these words, each with its label, wherever they stand first."""

    def read_text(text: str) -> SimpleNamespace:
        return SimpleNamespace(
            ents=[
                SimpleNamespace(
                    start_char=text.index(word), end_char=text.index(word) + len(word), label_=label
                )
                for word, label in seen
                if word in text
            ]
        )

    return read_text


def test_what_a_model_sees_is_a_doubt_where_nothing_was_found():
    text = "Amina et ouarda sont à plougastel avec la caf."
    found = find(text, read([line(text)])[0].known)
    caught = nets.caught(
        text,
        found,
        reader(("Amina", "PER"), ("ouarda", "PER"), ("plougastel", "LOC"), ("caf", "ORG")),
    )
    assert [(one.said, one.kind, one.is_sure) for one in caught] == [
        ("ouarda", "person", False),
        ("plougastel", "place", False),
    ]
    assert all(one.why and text[one.start : one.end] == one.said for one in caught)


def test_a_word_that_a_model_takes_for_a_name_is_none():
    assert nets.caught("Lundi, elle dort.", [], reader(("Lundi", "PER"))) == []


def test_a_long_text_is_read_in_parts_that_are_in_their_place():
    text = "x" * (nets.AT_ONCE - 10) + "\n" + "y" * 20 + " ouarda"
    (one,) = nets.caught(text, [], reader(("ouarda", "PER")))
    assert text[one.start : one.end] == "ouarda"


def test_there_may_be_no_model(monkeypatch):
    nets.model.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", None)
    assert nets.model() is None
    nets.model.cache_clear()


def test_a_model_is_read_once(monkeypatch):
    loads = []
    spacy = SimpleNamespace(load=lambda name, **_: loads.append(name) or reader())
    nets.model.cache_clear()
    monkeypatch.setitem(sys.modules, "spacy", spacy)
    assert nets.model() is nets.model() is not None
    assert loads == [nets.MODEL]
    nets.model.cache_clear()
