"""Any text, in any box of any form and any word of any address: the house answers."""

import uuid

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.conftest import log_in
from tests.web.house import furnish
from tests.web.reading import fill
from tests.web.test_nothing_lost import ENOUGH_ROWS

pytestmark = pytest.mark.slow

QUICK = settings(
    max_examples=8,
    deadline=None,
    database=None,
    derandomize=True,
    phases=[
        Phase.explicit,
        Phase.generate,
    ],  # a failing page is told as found, not shrunk for minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ODD = [
    "", " ", "\x00", "\x00a", "a\x00", "-1", "0", "1", "²", "٣", "1e9", "9" * 18, "9" * 19,
    "9" * 40, "-" + "9" * 19, "NaN", "True", "None", "' OR 1=1 --", "%s", "%00", "{{ 7 }}",
    "<script>", "@", "@@", "@Amina", '"', "« ", "*" * 300, "a" * 81, "a" * 401, "\u202e", "\ufeff",
    "0001-01-01", "9999-12-31", "31/12/9999", "01/01/1900", "24:00", "23:59:59.999", "25h",
    "é" * 60, "I\u0307\u0130ß\ufb01", "\U0010ffff", "\r\n", ",;,", "𝒳" * 100, str(uuid.UUID(int=0)),
]  # fmt: skip
ANY = st.one_of(
    st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
)
BOXES = (
    "text", "occurred_on", "occurred_time", "moment", "heading", "tags", "voice", "speaker",
    "version", "notebook", "answers", "corrects", "called", "civil_name", "birth", "word", "teams",
    "service", "from_on", "until_on", "name", "tie", "sort", "person", "words", "count", "path",
    "key", "plume",
)  # fmt: skip
ASKED = {
    "notebook-detail": (
        "du",
        "au",
        "voix",
        "avant",
        "rubrique",
        "etiquette",
        "equipe",
        "venue",
        "tri",
    ),
    "writing-search": ("q", "du", "au", "voix", "avant", "cahier", "large"),
    "handover": ("depuis", "jusque", "cahier"),
    "calendar": ("mois", "cahier"),
    "calendar-month": ("mois", "cahier"),
    "calendar-coming": ("cahier",),
    "mention-suggest": ("q",),
    "heading-suggest": ("cahier", "q"),
    "writing-create": ("repond", "brouillon"),
    "writing-correct": ("brouillon",),
    "person-create": ("brouillon",),
    "home": ("brouillon",),
    "login": ("next",),
}


@pytest.mark.parametrize(("page", "name", "box"), ENOUGH_ROWS, ids=lambda value: value)
def test_any_text_in_any_box_is_answered(cast, page, name, box):
    client = log_in(cast.samira)
    form = fill(client, furnish(cast)[page], name)

    @QUICK
    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(BOXES, ANY)))
    def answered(typed):
        fresh = {"key": str(uuid.uuid4())}
        assert client.post(form.action, form.fields | fresh | typed).status_code < 500

    answered()
    assert client.get("/brouillons/").status_code == 200
    assert client.get("/").status_code == 200


@QUICK
@given(typed=st.fixed_dictionaries({}, optional=dict.fromkeys(BOXES, ANY)))
def test_any_text_in_a_draft_is_answered_and_taken_up_again(cast, typed):
    client = log_in(cast.samira)
    key = str(uuid.uuid4())
    for path in ("/ecrire/", f"/cahiers/{cast.amina.pk}/ecrire/", "/personnes/nouvelle/"):
        sent = typed | {"path": path, "key": key}
        assert client.post("/brouillons/garder/", sent).status_code == 302
        assert client.get("/brouillons/").status_code == 200
        assert client.get(f"/brouillons/{key}/", follow=True).status_code in {200, 404}


@pytest.mark.parametrize("name", ASKED)
def test_any_text_in_an_address_is_answered(cast, name):
    client = log_in(cast.samira)
    address = furnish(cast)[name]

    @QUICK
    @given(st.fixed_dictionaries({}, optional=dict.fromkeys(ASKED[name], ANY)))
    def answered(asked):
        assert client.get(address, asked).status_code < 500

    answered()
    for odd in ODD:
        assert client.get(address, dict.fromkeys(ASKED[name], odd)).status_code < 500, odd


@QUICK
@given(login=ANY, passphrase=ANY, target=ANY)
def test_any_text_at_the_door_is_answered(cast, client, login, passphrase, target):
    typed = {"login": login, "passphrase": passphrase, "next": target}
    assert client.post("/connexion/", typed).status_code < 500


@QUICK
@given(st.text(st.sampled_from("/abc0123456789-éàŁ%.?&=\\ \t"), max_size=30))
def test_any_address_is_answered(cast, path):
    client = log_in(cast.samira)
    for start in ("/", "/cahiers/", "/ecrits/", "/brouillons/", f"/cahiers/{cast.amina.pk}/"):
        assert client.get(start + path).status_code < 500


@pytest.mark.parametrize("number", ["0", "9" * 18, "9" * 19, "9" * 60, "00001", "٣"])
def test_any_number_in_an_address_is_answered(cast, number):
    client = log_in(cast.samira)
    for end in ("", "ecrire/", "personne/", "collectif/", f"accompagnements/{number}/"):
        assert client.get(f"/cahiers/{number}/{end}").status_code < 500
        assert client.post(f"/cahiers/{cast.amina.pk}/{end}", {"text": "a"}).status_code < 500
    assert client.get(f"/ecrits/{number}/").status_code < 500
