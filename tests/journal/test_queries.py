"""Every use of the journal in the whole code, against a table written by hand: a new one fails here
until somebody has thought of it, and one that asks about a worker fails for good.
"""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection

from dossier.journal.models import Entry, Mark, Seal
from dossier.retention.fates import TIES

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(
    path
    for folder in ("dossier", "config", "scripts", "bench")
    for path in (ROOT / folder).rglob("*.py")
) + [ROOT / "manage.py"]
TABLE = re.compile(r"\bdossier_entry\b", re.IGNORECASE)
COLUMN = re.compile(r"\bworker(?:_id)?\b", re.IGNORECASE)

# What the code does with the lines themselves: module, function, how often, which filters.
# `Entry.Act.…` and annotations say nothing of any line, and are not here.
USES = """
    dossier/journal/actions.py       record             model  create at worker notebook act writing
    dossier/journal/actions.py       _leave             model  bulk_create
    dossier/journal/actions.py       _leave             model  Entry notebook_id
    dossier/journal/actions.py       _opened            sql    worker
    dossier/journal/chain.py         _unsealed          sql    -
    dossier/journal/cutting.py       _take              model  filter pk__in
    dossier/journal/cutting.py       _sealed            sql    -
    dossier/journal/reading.py       of_notebook        model  filter notebook
    dossier/journal/reading.py       whole              model  filter notebook
    dossier/journal/reading.py       own                model  filter worker
    dossier/journal/verifying.py     joined             sql    -
    dossier/journal/verifying.py     -                  sql    -
    dossier/journal/verifying.py     _out               sql    -
    dossier/models.py                -                  name   Entry
    dossier/notebooks/bulk.py        _trace             sql    worker
    dossier/reading/copy.py          _entries           model  filter notebook act__in
    dossier/retention/destruction.py take               name   Entry
    dossier/retention/fates.py       -                  label  -
    bench/floor.py                   write              sql    worker
    bench/measure.py                 _clean_up          sql    -
"""
# The two that tell a worker's lines apart: one's own, and whether this half-hour is noted already.
# The two others that name the column write lines, and read none.
ABOUT_A_WORKER = {
    ("dossier/journal/reading.py", "own"),
    ("dossier/journal/actions.py", "_opened"),
}
WRITES = {
    ("dossier/journal/actions.py", "record"),
    ("dossier/notebooks/bulk.py", "_trace"),
    ("bench/floor.py", "write"),
}


class Reader(ast.NodeVisitor):
    """Finds what a module does with the journal: (function, how, words)."""

    def __init__(self, names: set[str]) -> None:
        self.names, self.inside, self.found = names, ["-"], []
        self.aside: set[int] = set()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Remember where we are; leave annotations aside."""
        arguments = [*node.args.args, *node.args.kwonlyargs, *node.args.posonlyargs]
        for note in (*[one.annotation for one in arguments], node.returns):
            self.aside |= {id(one) for one in ast.walk(note)} if note else set()
        self.inside.append(node.name)
        self.generic_visit(node)
        self.inside.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Leave the annotation aside."""
        self.aside |= {id(one) for one in ast.walk(node.annotation)}
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note what is asked of the lines, with its filters."""
        names = list(_chain(node.func))
        if names and names[0] in self.names and names[1:2] != ["Act"]:
            self.aside |= {id(one) for one in ast.walk(node.func)}
            asked = [names[-1], *(word.arg or "**" for word in node.keywords)]
            asked += [f"*{ast.unparse(one)}" for one in node.args if names[-1] == "filter"]
            told = [word for word in asked if not (names == [names[0]] and word == "**")]
            self._note("model", " ".join(told))
        self.generic_visit(node)

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Leave `Entry.Act` aside."""
        if node.attr == "Act":
            self.aside.add(id(node.value))
        self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> None:
        """Note the model given to something else."""
        if node.id in self.names and id(node) not in self.aside:
            self._note("name", node.id)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Note SQL that names the table, and labels of the model."""
        if isinstance(node.value, str):
            if TABLE.search(node.value):
                self._note("sql", "worker" if COLUMN.search(node.value) else "-")
            elif re.match(r"dossier\.entry(\.|$)", node.value, re.IGNORECASE):
                self._note("label", "-")
            elif node.value == "Entry":
                self._note("name", "Entry")

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Read SQL with holes as one text."""
        text = "".join(one.value for one in node.values if isinstance(one, ast.Constant))
        self.visit_Constant(ast.Constant(text))
        for one in node.values:
            if isinstance(one, ast.FormattedValue):
                self.visit(one.value)

    def _note(self, how: str, words: str) -> None:
        self.found.append((self.inside[-1], how, words))


def _chain(node: ast.AST) -> Iterator[str]:
    """Yield the names of `Entry.objects.filter`, in order; those of calls between them too."""
    if isinstance(node, ast.Attribute):
        yield from _chain(node.value)
        yield node.attr
    elif isinstance(node, ast.Name):
        yield node.id


def uses_of(source: str) -> list[tuple[str, str, str]]:
    """Return what a source does with the journal."""
    tree = ast.parse(source)
    names, docs = set(), set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in {
            "dossier.journal.models", "dossier.journal", "dossier.models",
        }:  # fmt: skip
            names |= {one.asname or one.name for one in node.names if one.name == "Entry"}
        if isinstance(node, ast.ImportFrom | ast.Import):
            for one in node.names:
                assert one.name != "dossier.journal.models", "import what is used of it, by name"
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            docs.add(id(body[0].value))
    reader = Reader(names)
    visit = reader.visit_Constant
    reader.visit_Constant = lambda node: None if id(node) in docs else visit(node)
    reader.visit(tree)
    return reader.found


def found() -> Counter:
    """Return all uses in the code: (module, function, how, words)."""
    told = Counter()
    for path in FILES:
        if "migrations" in path.parts:
            continue
        name = str(path.relative_to(ROOT))
        for use in uses_of(path.read_text(encoding="utf-8")):
            told[(name, *use)] += 1
    return told


def written() -> set[tuple[str, str, str, str]]:
    """Return the table as rows."""
    return {tuple(line.split(None, 3)) for line in USES.strip().splitlines()}


def test_each_use_of_the_journal_is_in_the_table():
    assert set(found()) == written()


def test_nothing_asks_about_a_worker_but_the_two_that_may():
    asking = {
        (module, function)
        for module, function, how, words in found()
        if "worker" in words.replace("__", " ").split() or "*" in words
    }
    assert asking == ABOUT_A_WORKER | WRITES


ASKS = {
    *(
        "filter",
        "exclude",
        "get",
        "values",
        "values_list",
        "order_by",
        "annotate",
        "aggregate",
        "Q",
    ),
    *("alias", "distinct", "in_bulk", "extra", "raw"),
}


def asked_of_a_worker(source: str) -> set[str]:
    """Return the functions that use the lines, or any of the journal's own, and ask anything by
    worker, in one step or in several.
    """
    using = {function for function, how, _ in uses_of(source) if how in {"model", "name"}}
    told = set()
    for function in ast.walk(ast.parse(source)):
        if isinstance(function, ast.FunctionDef) and function.name in using:
            for call in ast.walk(function):
                if isinstance(call, ast.Call) and [*_chain(call.func), ""][-2] in ASKS:
                    words = [word.arg or "**" for word in call.keywords]
                    words += [str(one.value) for one in call.args if isinstance(one, ast.Constant)]
                    if any(re.match(r"-?worker|\*", word) for word in words):
                        told.add(function.name)
    return told


def test_nothing_asks_about_a_worker_in_several_steps():
    told = set()
    for path in FILES:
        for function in asked_of_a_worker(path.read_text(encoding="utf-8")):
            told.add((str(path.relative_to(ROOT)), function))
    # Destroying follows the ties of `fates`, where that to a worker is not.
    assert told == {
        ("dossier/journal/reading.py", "own"),
        ("dossier/retention/destruction.py", "take"),
    }
    assert "dossier.entry.worker" not in TIES


def test_asking_in_several_steps_would_be_seen():
    source = (
        "from dossier.journal.models import Entry\ndef spy(book):\n"
        "    found = Entry.objects.filter(notebook=book)\n    return found.values('worker')"
    )
    assert asked_of_a_worker(source) == {"spy"}


@pytest.mark.parametrize(
    ("source", "use"),
    [
        (
            "from dossier.journal.models import Entry\n"
            "def spy(who):\n    return Entry.objects.filter(worker=who)",
            ("spy", "model", "filter worker"),
        ),
        (
            "from dossier.journal.models import Entry as E\n"
            "def spy(**how):\n    return E.objects.filter(**how)",
            ("spy", "model", "filter **"),
        ),
        (
            "from dossier.models import Entry\ndef spy():\n    return list(map(str, [Entry]))",
            ("spy", "name", "Entry"),
        ),
        (
            "def spy(cursor):\n    cursor.execute('SELECT * FROM dossier_entry WHERE worker_id=1')",
            ("spy", "sql", "worker"),
        ),
        (
            "def spy(t):\n    return f'SELECT {t} FROM dossier_entry GROUP BY worker_id'",
            ("spy", "sql", "worker"),
        ),
        (
            "def spy(apps):\n    return apps.get_model('dossier.Entry')",
            ("spy", "label", "-"),
        ),
        (
            "def spy(apps):\n    return apps.get_model('dossier', 'Entry')",
            ("spy", "name", "Entry"),
        ),
    ],
)
def test_a_new_use_would_be_seen(source, use):
    assert use in uses_of(source)


def test_one_s_own_lines_are_asked_for_oneself_alone():
    """`own` is called once, by the page of one's own, with who is logged in."""
    calls = []
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        if "journal.reading" not in source:
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "own":
                calls.append((str(path.relative_to(ROOT)), ast.unparse(node.args[0])))
    assert calls == [("dossier/web/traces/views.py", "request.user")]


def test_no_table_of_the_journal_has_an_index_on_a_worker(db):
    told = {}
    for model in (Entry, Seal, Mark):
        with connection.cursor() as cursor:
            rows = connection.introspection.get_constraints(cursor, model._meta.db_table)
        held = [one["columns"] for one in rows.values() if one["index"] or one["unique"]]
        told[model] = sorted(set(map(tuple, held)) - {("id",)})
    assert told == {
        Entry: [("notebook_id", "at")],
        Seal: sorted({("entry",), *([("place",)] if ("place",) in told[Seal] else [])}),
        Mark: [("end",)],
    }


def test_nothing_leads_from_a_worker_to_the_journal():
    worker = apps.get_model("dossier", "Worker")
    for model in (Entry, Seal, Mark):
        assert model not in {one.related_model for one in worker._meta.related_objects}
    assert "django.contrib.admin" not in {one.name for one in apps.get_app_configs()}
