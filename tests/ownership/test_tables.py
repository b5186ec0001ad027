"""Every table leaves, each value as it was."""

import base64
import json
import string
from datetime import UTC

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st

from dossier.notebooks.models import READ
from dossier.ownership.tables import LEFT, BadRow, Names, Table, Uncovered, tables
from scripts.takeout_schema import DOCUMENT, told
from tests.web.house import furnish

pytestmark = pytest.mark.django_db
WORDS = st.text(
    st.one_of(st.sampled_from(string.printable + "éœ’…\u00a0🌧\u200d"), st.characters(codec="utf-8"))
).filter(lambda text: "\x00" not in text)
INSTANTS = st.datetimes(timezones=st.just(UTC)).filter(lambda at: 2 < at.year < 9990)
NUMBERS = st.integers(1, 2**31 - 1)
JSONS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)


def value_of(field: models.Field) -> st.SearchStrategy:
    """Return what a column of a row may hold, as JSON."""
    target = field
    while target.remote_field:
        name = target.remote_field.model._meta.label_lower
        if name == "auth.permission":
            return st.just(f"dossier.notebook.{READ}")
        if name == "contenttypes.contenttype":
            return st.just("dossier.notebook")
        target = target.target_field
    kind = target.get_internal_type()
    long = target.max_length or 200
    values = {
        "BinaryField": st.binary(max_size=40).map(lambda held: base64.b64encode(held).decode()),
        "BooleanField": st.booleans(),
        "CharField": WORDS.map(lambda text: text[:long]),
        "DateField": st.dates().map(lambda day: day.isoformat()),
        "DateTimeField": INSTANTS.map(
            lambda at: at.isoformat(timespec="microseconds").replace("+00:00", "Z")
        ),
        "JSONField": JSONS.filter(lambda told: told is not None),
        "TextField": WORDS,
        "TimeField": st.times().map(lambda at: at.isoformat()),
        "UUIDField": st.uuids().map(str),
        "PositiveSmallIntegerField": st.integers(0, 32_767),
        "PositiveIntegerField": st.integers(0, 2**31 - 1),
        "PositiveBigIntegerField": st.integers(0, 2**63 - 1),
        "BigIntegerField": st.integers(-(2**63), 2**63 - 1),
    }.get(kind, NUMBERS)
    return values | st.none() if field.null else values


def line_of(table: Table) -> st.SearchStrategy:
    """Return a row of a table, as a line."""
    row = st.fixed_dictionaries({field.attname: value_of(field) for field in table.fields})
    return row.map(
        lambda told: (
            json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
            + b"\n"
        )
    )


def labels() -> list[str]:
    """Return the names of all tables that leave."""
    held = apps.get_models(include_auto_created=True)
    return sorted({one._meta.label_lower for one in held} - LEFT.keys())


@pytest.mark.parametrize("label", labels())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_a_row_goes_out_as_it_came_in(label, data):
    """Whatever a row holds, on either database; ties are looked at when all is in."""
    table = next(one for one in tables() if one.label == label)
    line = data.draw(line_of(table))
    with connection.constraint_checks_disabled():
        try:
            with transaction.atomic():
                table.put_in([line])
        except IntegrityError:  # a rule of the table between its columns
            reject()
        assert list(table.lines()) == [line]
        table.model._base_manager.all()._raw_delete(connection.alias)


def test_every_table_leaves(cast):
    """By construction: a table that is not taken away is one of four, said with their reason."""
    furnish(cast)
    found = {table.label: table for table in tables()}
    assert sorted(found) == labels()
    assert sorted(LEFT) == [
        "auth.permission",
        "contenttypes.contenttype",
        "dossier.sitting",
        "sessions.session",
    ]
    for label, table in found.items():
        columns = {field.attname for field in apps.get_model(label)._meta.local_concrete_fields}
        for line in table.lines():
            assert json.loads(line).keys() == columns


def test_a_field_of_a_kind_nobody_thought_of_stops_the_takeout():
    class Novelty(models.Model):  # noqa: DJ008
        since = models.DurationField()

        class Meta:
            app_label = "dossier"
            managed = False

    try:
        with pytest.raises(Uncovered, match="dossier.novelty.since"):
            Table(Novelty, Names())
    finally:
        del apps.all_models["dossier"]["novelty"]
        apps.clear_cache()


def test_a_new_table_leaves_by_itself_and_the_document_must_say_so():
    class Novelty(models.Model):  # noqa: DJ008
        """A table of tomorrow."""

        words = models.TextField()

        class Meta:
            app_label = "dossier"

    try:
        assert "dossier.novelty" in [table.label for table in tables()]
        assert json.loads(told()) != json.loads(DOCUMENT.read_text(encoding="utf-8"))
    finally:
        del apps.all_models["dossier"]["novelty"]
        apps.clear_cache()


def test_the_schema_is_the_one_of_the_document():
    assert told() == DOCUMENT.read_text(encoding="utf-8"), "run python -m scripts.takeout_schema"


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[]",
        b"nothing",
        b'{"id":1,"name":"x"}',
        b'{"id":1,"name":"x","folded":"x","more":1}',
        b'{"id":1,"name":"\xff","folded":"x"}',
    ],
)
def test_what_is_no_row_is_refused_by_its_line(line):
    table = next(one for one in tables() if one.label == "dossier.heading")
    good = b'{"id":7,"name":"Nuit","folded":"nuit"}\n'
    with pytest.raises(BadRow, match=r"donnees/dossier\.heading\.jsonl, ligne 2"):
        table.put_in([good, line + b"\n"])


def test_a_number_is_never_given_twice(cast):
    """Not even that of a row that is no more: the number of a dossier destroyed, for one."""
    table = next(one for one in tables() if one.label == "dossier.heading")
    table.put_in([b'{"id":41,"name":"Nuit","folded":"nuit"}\n'])
    table.go_on_from(57)
    assert table.last() == 57
    assert table.model.objects.create(name="Jour", folded="jour").pk == 58
    table.model.objects.all().delete()
    table.go_on_from(0)
    assert table.last() == 0
