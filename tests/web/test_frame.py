"""The frame of the house and its durations: read by all, changed by who speaks for it, kept."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from dossier.notebooks.drafts import SILENT, keep_draft
from dossier.reading import request_rules
from dossier.reading.requests import note_reply, note_request
from dossier.rights.actions import MayNotSpeak, terms
from dossier.rights.durations import back_to_law, change_term
from dossier.rights.models import Frame
from dossier.rights.terms import KNOWN, Terms
from dossier.web.rescue import words_of
from tests.conftest import log_in, make_worker

FRAME = "/loi/cadre/"
TERM = "/loi/cadre/durees/review/"


def test_the_frame_is_read_by_all_and_changed_by_who_speaks_for_the_house(cast):
    alone = make_worker("lise")
    for who, status in ((cast.samira, 200), (cast.maud, 200), (cast.yann, 200), (alone, 404)):
        client = log_in(who)
        page = client.get(FRAME)
        assert page.status_code == 200
        assert (b"cadre/modifier" in page.content) == (status == 200)
        for address in (f"{FRAME}modifier/", TERM):
            assert client.get(address).status_code == status
    assert log_in(alone).post(TERM, {"amount": "3", "unit": "years"}).status_code == 404
    assert log_in(cast.samira).get("/loi/cadre/durees/patience/").status_code == 404
    with pytest.raises(MayNotSpeak):
        change_term(by=alone, key="review", amount=3, unit="years")
    assert Frame.objects.count() == 0


def test_every_duration_is_listed_with_its_source(cast):
    page = log_in(cast.samira).get(FRAME).content.decode()
    for known in KNOWN.values():
        assert known.terms[-1].said in page
    assert "CASF L223-5" in page


def test_the_frame_is_said_and_every_version_is_told(cast):
    client = log_in(cast.samira)
    told = {"categories": ["1", "III"], "situation": ["lodging"], "protects_children": "on",
            "archives": "Archives de la Loire", "data_officer": "Mme Roy"}  # fmt: skip
    assert client.post(f"{FRAME}modifier/", told).status_code == 302
    frame = Frame.here()
    assert (frame.categories, frame.has_public_mission, frame.notes_days) == (
        ["1", "III"],
        False,
        30,
    )
    assert client.post(f"{FRAME}modifier/", {"notes_days": "0"}).status_code == 422
    page = log_in(cast.maud).get(FRAME).content.decode()
    assert "lieu de vie et d’accueil" in page
    assert "Samira : la sorte de lieu" in page


def test_a_frame_changed_meanwhile_is_refused_once(cast):
    client = log_in(cast.samira)
    page = client.get(f"{FRAME}modifier/")
    seen = page.context["form"].print
    log_in(cast.karim).post(f"{FRAME}modifier/", {"archives": "Celles du Rhône"})
    refused = client.post(f"{FRAME}modifier/", {"archives": "Celles de la Loire", "seen": seen})
    assert refused.status_code == 422
    assert "Celles du Rhône" in refused.content.decode()


def test_a_duration_is_changed_from_a_day_with_its_reason_and_the_law_comes_back(cast):
    client, today = log_in(cast.samira), timezone.localdate()
    before = today - timedelta(days=400)
    told = {"amount": "3", "unit": "years", "since": before.isoformat(), "because": "le règlement"}
    assert client.post(TERM, told).status_code == 302
    page = client.get(TERM).content.decode()
    assert "3 ans, parce que : le règlement" in page
    assert terms().of("review", today).amount == 3
    assert terms().of("review", before - timedelta(days=1)).amount == 1
    assert client.post(TERM, {"geste": "loi"}).status_code == 302
    assert terms().of("review", today).said == "1 an"
    assert terms().of("review", today - timedelta(days=1)).said == "3 ans"  # as it was
    assert "3 ans, parce que : le règlement" in client.get(TERM).content.decode()
    assert b"La loi : 1 an" not in client.get(FRAME).content


def test_a_reason_alone_keeps_the_duration(cast):
    assert log_in(cast.samira).post(TERM, {"because": "l’accord de mars"}).status_code == 302
    held = terms().of("review", timezone.localdate())
    assert (held.said, held.source) == ("1 an", "l’accord de mars")


def test_what_was_said_for_later_goes_with_the_law(cast):
    today = timezone.localdate()
    change_term(by=cast.samira, key="review", amount=2, unit="years", since=today)
    change_term(by=cast.samira, key="review", amount=3, unit="years", since=date(2190, 1, 1))
    back_to_law(by=cast.samira, key="review")
    assert Frame.here().terms == {"review": []}
    assert [row.instance.terms["review"] != [] for row in Frame.here().history.order_by("pk")] == [
        True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize("told", [{"amount": "0"}, {"amount": "1001"}, {"amount": "x"},
                                  {"amount": "151"}, {"amount": "٣"}])  # fmt: skip
def test_what_is_no_duration_is_refused_and_kept(cast, told):
    page = log_in(cast.samira).post(TERM, told | {"unit": "years", "because": "pour voir"})
    assert page.status_code == 422
    assert "pour voir" in page.content.decode()


@pytest.mark.parametrize("told", [{}, {"amount": ""}, {"unit": "months", "because": "le conseil"}])
def test_a_duration_without_a_number_is_no_new_line(cast, told):
    page = log_in(cast.samira).post(TERM, told)
    assert page.status_code == 422
    assert "Dites combien, en chiffres." in page.content.decode()
    assert Frame.objects.count() == 0


def test_the_longest_duration_is_said_by_the_rule_and_by_the_form(cast):
    with pytest.raises(ValueError, match="500 mois ou 150 ans"):
        change_term(by=cast.samira, key="reply", amount=501, unit="months")
    page = log_in(cast.samira).post(TERM, {"amount": "501", "unit": "months"})
    assert "500 mois ou 150 ans" in page.content.decode()
    assert Frame.objects.count() == 0


@pytest.mark.parametrize(("amount", "unit"), [(500, "months"), (150, "years"), (1000, "days")])
def test_the_longest_of_each_makes_no_sum_that_breaks(cast, amount, unit):
    for key, known in KNOWN.items():
        if not known.bounds:
            change_term(by=cast.samira, key=key, amount=amount, unit=unit)
    noted = note_request(by=cast.samira, dossier=cast.amina.dossier, sort="read")
    note_reply(by=cast.samira, request=noted, answer="extended")
    client = log_in(cast.samira)
    own = f"/cahiers/{cast.amina.pk}"
    for address in (FRAME, "/", "/demandes/", f"{own}/droits/", f"{own}/demandes/{noted.pk}/"):
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("key", "amount", "unit", "told"),
    [
        ("urgent", 150, "years", "de 1 jour à 7 jours"), ("urgent", 8, "days", "à 7 jours"),
        ("journal", 1, "days", "de 6 mois à 3 ans"), ("journal", 37, "months", "de 6 mois"),
        ("journal", 180, "days", "de 6 mois à 3 ans"),
    ],
)  # fmt: skip
def test_what_opens_and_what_wipes_have_bounds(cast, key, amount, unit, told):
    with pytest.raises(ValueError, match=told):
        change_term(by=cast.helene, key=key, amount=amount, unit=unit)
    place = f"/loi/cadre/durees/{key}/"
    page = log_in(cast.helene).post(place, {"amount": str(amount), "unit": unit})
    assert (page.status_code, told in page.content.decode()) == (422, True)


@pytest.mark.parametrize("key", ["urgent", "journal"])
def test_the_direction_alone_changes_what_opens_and_what_wipes(cast, key):
    cast.helene.is_head = True
    cast.helene.save()
    for who in (cast.samira, cast.noor, cast.yann):
        with pytest.raises(MayNotSpeak):
            change_term(by=who, key=key, amount=1, unit="years" if key == "journal" else "days")
        assert log_in(who).get(f"/loi/cadre/durees/{key}/").status_code == 404
        assert f"durees/{key}/" not in log_in(who).get(FRAME).content.decode()
    assert f"durees/{key}/" in log_in(cast.helene).get(FRAME).content.decode()


def test_two_durations_kept_from_before_the_bound_still_add_up(cast):
    held = Frame.objects.create(terms={
        key: [{"amount": 600, "unit": "months", "source": ""}] for key in ("reply", "reply-more")
    })  # fmt: skip
    asked = date(2026, 1, 31)
    (time,) = request_rules.times("correct", [], asked, Terms(held.terms), asked)
    assert time.due == date(2126, 1, 31)


def test_the_reason_of_a_duration_is_kept_as_words(cast):
    assert words_of([("because", "le conseil de mars")]) == ["le conseil de mars"]
    fields = {"because": "le conseil de mars"}
    assert keep_draft(by=cast.samira, key=uuid.uuid4(), path=TERM, fields=fields)
    assert log_in(cast.samira).get(TERM).context["form"].fields.keys() & SILENT == {"seen"}


def test_house_addresses_are_named_as_such():
    assert reverse("house-frame") == FRAME
