"""In houses as chance makes them, with a word planted in every place: nothing else goes to another
house, nor is found there.
"""

import io
import json
import zipfile

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings

from dossier.arrivals.actions import take_in
from dossier.arrivals.models import Arrival
from dossier.disclosures import preparing
from dossier.files import age
from dossier.notebooks.models import Writing
from dossier.transfers import reading
from tests.disclosures import test_nothing_else as chance
from tests.transfers.house import handed, plaintext, sealed

PRIVATE, PUBLIC = age.new_key()


@pytest.mark.slow
@settings(
    deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plan=chance.houses().map(lambda plan: plan | {"sort": "hospital"}))
def test_no_other_word_of_the_house_goes_to_another(cast, tmp_path_factory, plan):
    with transaction.atomic():
        _nothing_else(cast, tmp_path_factory.mktemp("usb"), plan)
        transaction.set_rollback(True)


def _nothing_else(cast, folder, plan) -> None:
    planted = chance.Planted()
    held = chance.furnish(cast, planted, plan)
    written = chance.write_all(cast, planted, plan, held)
    chance.answer_others(cast, planted, plan, held)
    disclosure, chosen = chance.choose(cast, planted, plan, held, written)
    chance.look(cast, disclosure, plan, chosen)
    preparing.prepare(by=cast.samira, disclosure=disclosure)
    disclosure.refresh_from_db()
    disclosure = sealed(cast.samira, disclosure, PUBLIC)
    with zipfile.ZipFile(io.BytesIO(plaintext(disclosure, PRIVATE))) as pack:
        told = {name: pack.read(name).decode() for name in pack.namelist()}
    headings = {planted.where.get(one.heading.name) for one, _ in chosen if one.heading}
    # The headings agreed to; who wrote, by their name.
    may = ({"secondheading"} & headings) | {"workerfirst", "workerlast"}
    assert planted.found(*told, *told.values()) <= may
    authors = {one["author"] for one in json.loads(told["transfert.json"])["texts"]}
    assert authors == {held["author"].name}

    before = set(Writing.objects.values_list("pk", flat=True))
    with reading.received(handed(disclosure, folder), PRIVATE) as found:
        take_in(found.brought, by=cast.maud, sort=Arrival.Sort.TRANSFER)
    come = Writing.objects.exclude(pk__in=before)
    assert come.count() == len(chosen) + 1
    rows = come.values_list("text", "heading__name", "moment", "speaker", "tag_words")
    assert planted.found(*(str(one) for row in rows for one in row)) <= may
    left = [one for one, how in chosen if not how["covered"]]
    whole = "\n".join(come.values_list("text", flat=True))
    assert all(one.text.split(". ")[0] in whole for one in left)
