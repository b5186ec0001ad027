"""Every field of every table has a fate: a new one fails here until somebody thinks of it."""

import pytest
from django.apps import apps
from django.db import models

from dossier.retention.fates import AUTHOR, NOTEBOOK, PERMANENT, TEXTS, TIES, WRITING

ALL = {one._meta.label_lower: one for one in apps.get_models(include_auto_created=True)}
WORDS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
WORDS += (models.FileField, models.GenericIPAddressField)


def text_fields(model) -> set[str]:
    return {one.name for one in model._meta.local_fields if isinstance(one, WORDS)}


def test_every_text_of_every_table_has_its_fate():
    found = {label: text_fields(model) for label, model in ALL.items() if text_fields(model)}
    assert {label: set(fields) for label, fields in TEXTS.items()} == found


def test_every_tie_to_what_may_be_destroyed_has_its_fate():
    found = {
        f"{label}.{one.name}"
        for label, model in ALL.items()
        for one in model._meta.local_fields
        if one.is_relation and one.related_model._meta.label_lower not in PERMANENT
    }
    assert found - set(TIES) == set()


def test_no_fate_speaks_of_what_is_not():
    for name in TIES:
        label, _, field = name.rpartition(".")
        assert ALL[label]._meta.get_field(field).is_relation


@pytest.mark.parametrize("where", [NOTEBOOK, WRITING, AUTHOR])
def test_what_a_row_stands_in_can_be_asked(db, where):
    for label, path in where.items():
        list(ALL[label]._base_manager.values_list(path)[:1])
