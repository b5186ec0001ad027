"""Nothing else leaves: each word of what is sealed is of what was agreed to, of the frame, or a
name that was invented; words planted everywhere else in the house are nowhere in it.
"""

import base64
import io
import itertools
import json
import re
import uuid
import zipfile
from datetime import timedelta

import pyrage
import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter

from dossier.collectives.actions import join
from dossier.disclosures import consents, missions, preparing, sealing, sendings
from dossier.disclosures.consents import Asked
from dossier.disclosures.models import Consent
from dossier.disclosures.outgoing import seal_sending
from dossier.disclosures.pseudonyms import replacing, vocabulary
from dossier.disclosures.sealing import Manifest, draw, seal, unseal
from dossier.establishment.dates import full_day
from dossier.files.actions import keep
from dossier.notebooks.actions import Content, correct
from dossier.notebooks.models import Attachment
from dossier.notebooks.sharing import open_circle
from dossier.persons.actions import note_relation, open_dossier
from dossier.persons.models import Dossier, Person, Stay
from tests.conftest import log_in, make_notebook, make_worker, make_writing
from tests.files.hostile import WORD, docx, image, jpeg_with_comment, pdf, png_chunk, stream

UNTIL = timezone.localdate() + timedelta(days=60)
LETTERS = "abcdefghijklmnop"
CANARY = re.compile(r"zq[a-z]+")
# What the house itself says around pieces: in the manifest, in titles, in the ZIP.
FRAME = """
Envoi : des passages choisis. Accord donné le , jusqu’au. Ce qui répond à quoi. accompagné traceur,
traceur ciblé, audit système. Le , une image, un son, un film, un document, ses mots seuls.
Cette page est vide. la personne, une personne accompagnée, un proche, qui parle. dir auto.
texte txt image jpg png son film html LISEZ-MOI manifeste json text plain charset utf-8
Remis à , à lire jusqu’au. Ce que c’est : Pour quoi : Préparé par : Le : Avec quels accords :
Ce qui est ici n’est plus protégé par la phrase secrète ni par votre clé : gardez-le où vous êtes
seul à lire, et supprimez-le quand la date est passée.
Les documents, et leurs empreintes (SHA-256) :
DOCTYPE html lang fr meta charset utf-8 http equiv Content Security Policy default src none title p
h1 br ul li ol em strong amp quot lt gt class span div recipient house by purpose what consents made
until manifest parts title mime files path sha256 de d que qu
"""


def words(text: str) -> set[str]:
    """Return the words of a text, without case; numbers too."""
    return set(re.findall(r"\w+", text.casefold()))


def invented() -> set[str]:
    """Return the words of the names and of the brackets that replace names."""
    pools = [vocabulary.lines(name) for name in ("women", "men", "either", "families")]
    told = " ".join(name for pool in pools for line in pool for name in line)
    places = " ".join(f"lieu {chr(ord('A') + number)}" for number in range(26))
    return words(" ".join([told, places, *replacing.WORDS.values(), "Quidam Famille"]))


class Planted:
    """Words nobody says, each put in one place: `where` tells which."""

    def __init__(self) -> None:
        self.where: dict[str, str] = {}

    def word(self, where: str) -> str:
        """Return a word that is in no language, of letters alone."""
        number = len(self.where)
        told = "".join(LETTERS[int(digit)] for digit in str(number))
        made = f"zq{re.sub('[^a-z]', '', where)}{told}"
        self.where[made] = where
        return made

    def name(self, where: str) -> str:
        """Return the same with a capital, as a name has."""
        return self.word(where).capitalize()

    def found(self, *told: str | bytes) -> set[str]:
        """Return which places the planted words that are there come from; base64 is read too."""
        held = [one if isinstance(one, bytes) else one.encode() for one in told]
        for one in list(held):
            for run in re.findall(rb"[A-Za-z0-9+/]{16,}", one):
                for piece in (run[at:] for at in range(4)):
                    held.append(base64.b64decode(piece[: len(piece) // 4 * 4]))
        every = b" ".join(held).lower().decode("utf-8", "replace")
        found = filter(self.is_planted, CANARY.findall(every))
        return {self.where.get(one, one) for one in found}

    def is_planted(self, found: str) -> bool:
        """Whether a word read is one that was planted, maybe with letters around."""
        return any(found.startswith(one) for one in self.where)


# ------------------------------------------------------------------ the house, as chance makes it


@st.composite
def houses(draw_):
    """Return how a house is made: what is written, chosen, covered, answered."""
    count = draw_(st.integers(2, 5))
    writing = st.fixed_dictionaries(
        {
            "voice": st.sampled_from(["worker", "person", "relative"]),
            "names": st.sets(st.sampled_from(["own", "other", "relative", "worker", "unknown"])),
            "heading": st.sampled_from(["first", "second", "none"]),
            "corrected": st.booleans(),
            "in_circle": st.booleans(),
            "chosen": st.booleans(),
            "covered": st.booleans(),
        }
    )
    return {
        "writings": draw_(st.lists(writing, min_size=count, max_size=count)),
        "sort": draw_(st.sampled_from(["school", "evaluation", "hospital"])),
        "of": draw_(st.sampled_from(["notebook", "heading", "single"])),
        "others": draw_(st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=4)),
        "doubts": draw_(st.sampled_from(["changed", "covered"])),
        "taken_out": draw_(st.booleans()),
        "criterion": draw_(st.booleans()),
        "archive": draw_(st.integers(0, 3)) == 0,
    }


ANSWERS = ["yes", "no", "silent", "ended", "withdrawn", "mistaken"]


def furnish(cast, planted: Planted, plan) -> dict:
    """Make a house in which every place bears a planted word; return what is needed of it."""
    word, name = planted.word, planted.name
    author = make_worker(word("login"), cast.foyer, function=word("function"))
    author.name = f"{name('workerfirst')} {name('workerlast')}"
    author.save()
    dossier = Dossier.objects.get(notebook=cast.amina)
    Person.objects.filter(pk=dossier.person_id).update(
        civil_name=f"{name('civilfirst')} {name('civillast')}",
        birth=f"vers 1931, {word('birth')}",
        word=word("personword"),
    )
    Stay.objects.create(dossier=dossier, service=word("service"), word=word("stay"))
    relative = f"{name('relationfirst')} {name('relationlast')}"
    note_relation(
        by=cast.samira, notebook=cast.amina, name=relative, tie=word("tie"), word=word("tieword")
    )
    other = open_dossier(
        by=cast.samira,
        called=f"{name('otherfirst')} {name('otherlast')}",
        civil_name=f"{name('othercivilfirst')} {name('othercivillast')}",
        birth=word("otherbirth"),
        word=word("otherword"),
        teams=[cast.foyer],
    )
    more = {"tags": (word("othertag"),), "heading": word("otherheading")}
    make_writing(author, other.notebook, f"Zoé {word('otherwriting')}.", **more)
    hidden = make_notebook(cast.maud, name("unread"), cast.savs)
    make_writing(cast.maud, hidden, word("unreadwriting"))
    group = make_notebook(cast.samira, name("collective"), cast.foyer, collective=True)
    join(by=cast.samira, notebook=group, person=dossier.person, words="")
    join(by=cast.samira, notebook=group, words=word("members"))
    make_writing(author, group, word("collectivewriting"), heading=word("collectiveheading"))
    circle = open_circle(by=cast.samira, around=cast.amina, name=word("circle"), to=[cast.foyer],
                         reason=word("reason"))  # fmt: skip
    told = {"own": "Amina", "other": str(other.person), "relative": relative,
            "worker": author.name, "unknown": name("unknown")}  # fmt: skip
    return {"author": author, "dossier": dossier, "other": other, "circle": circle, "names": told}


def write_all(cast, planted: Planted, plan, held) -> list:
    """Write what the plan says; return each writing with what was planned of it."""
    word = planted.word
    headings = {"first": "Loisirs", "second": word("secondheading"), "none": ""}
    made = []
    for number, one in enumerate(plan["writings"]):
        notebook = held["circle"] if one["in_circle"] else cast.amina
        text = f"Un jour paisible {LETTERS[number] * 3}. "
        text += " ".join(f"On a vu {held['names'][who]} hier." for who in sorted(one["names"]))
        spoken = one["voice"] != "worker"
        content = {
            "heading": headings[one["heading"]],
            "tags": (word("tag"),),
            "moment": word("moment"),
            "voice": one["voice"],
            "speaker": word("speaker") if spoken else "",
        }
        if one["corrected"]:
            former = content | {"heading": word("formerheading"), "tags": (word("formertag"),)}
            writing = make_writing(held["author"], notebook, word("formertext"), **former)
            new = Content(text=text, **content)
            writing, _ = correct(by=held["author"], writing=writing, content=new, version=1)
        else:
            writing = make_writing(held["author"], notebook, text, **content)
        make_writing(held["author"], notebook, word("reply"), answers=writing)
        made.append((writing, one))
    return made


def answer_others(cast, planted: Planted, plan, held) -> None:
    """Ask others, and for other things: given, refused, silent, ended, taken back, mistaken."""
    word = planted.word
    for state in plan["others"]:
        for dossier in (held["other"], held["dossier"]):
            mission = missions.note_mission(
                by=cast.samira, body=word("body"), people=word("people"), words=word("mission")
            )
            consent = consents.ask_consent(
                by=cast.samira,
                dossier=dossier,
                asked=[Asked(dossier.notebook)],
                recipient=word("recipient"),
                purpose=word("purpose"),
                sort="evaluation",
                until=UNTIL,
                mission=mission,
                with_facts=True,
            )
            if state != "silent":
                answered(cast, planted, consent, "no" if state == "no" else "yes")
            if state == "withdrawn":
                consents.withdraw_consent(by=cast.samira, consent=consent, words=word("takenback"))
            elif state == "mistaken":
                consents.mark_consent(by=cast.samira, consent=consent, is_mistaken=True)
            elif state == "ended":
                gone = timezone.localdate() - timedelta(days=1)
                Consent.objects.filter(pk=consent.pk).update(until=gone)


def answered(cast, planted: Planted, consent, answer: str):
    """Answer with a planted word in each place of an answer."""
    told = {one: planted.word(f"answer{one}") for one in ("who", "how", "present", "words")}
    return consents.answer_consent(by=cast.samira, consent=consent, answer=answer, **told)


def choose(cast, planted: Planted, plan, held, written) -> tuple:
    """Ask, answer, begin a sending and put in what was chosen; return it and what is in it."""
    chosen = [(one, how) for one, how in written if how["chosen"]] or written[:1]
    if plan["of"] == "heading":
        heading = chosen[0][0].heading
        chosen = [
            (one, how) for one, how in chosen
            if one.heading == heading and one.notebook_id == chosen[0][0].notebook_id
        ]  # fmt: skip
        asked, single = [Asked(chosen[0][0].notebook, heading)], []
    elif plan["of"] == "single":
        asked, single = [], [one for one, _ in chosen]
    else:
        asked, single = [Asked(cast.amina), Asked(held["circle"])], []
    consent = consents.ask_consent(
        by=cast.samira,
        dossier=held["dossier"],
        asked=asked,
        writings=single,
        recipient="le collège des Acacias",
        purpose="Préparer la rentrée.",
        sort=plan["sort"],
        until=UNTIL,
    )
    consent = answered(cast, planted, consent, "yes")
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    sendings.put_in(by=cast.samira, disclosure=disclosure, writings=[one for one, _ in chosen])
    if plan["taken_out"] and len(chosen) > 1:
        piece = disclosure.pieces.get(writing=chosen[0][0])
        sendings.take_out(by=cast.samira, piece=piece)
        chosen = chosen[1:]
    return disclosure, chosen


def look(cast, disclosure, plan, chosen) -> None:
    """Look at each piece: covered as planned; what is doubtful is changed, or covered."""
    covered = {one.pk for one, how in chosen if how["covered"]}
    told = {"criterion": "Critère 1.2.3", "method": "person"} if plan["criterion"] else {}
    for row in preparing.prepare(by=cast.samira, disclosure=disclosure).rows:
        spans = [one[:2] for one in row.sentences]
        hide = row.piece.writing_id in covered
        seen = preparing.print_of(row.whole)
        split = {"hidden": spans if hide else (), "kept": () if hide else spans}
        sendings.look_at(by=cast.samira, piece=row.piece, seen=seen, **split, **told)
    made = preparing.prepare(by=cast.samira, disclosure=disclosure)
    doubts = [one.said for one in made.undecided]
    sendings.decide_names(by=cast.samira, disclosure=disclosure, **{plan["doubts"]: doubts})


def opened_zip(disclosure, phrase: str) -> zipfile.ZipFile:
    """Open the age file of a sending with the program of age."""
    return zipfile.ZipFile(
        io.BytesIO(pyrage.passphrase.decrypt(disclosure.archive.path().read_bytes(), phrase))
    )


def all_that_is_in(manifest: Manifest, parts) -> list[str]:
    """Return all that the sealed file holds, once opened, as texts."""
    told = [json.dumps(sealing.worded(manifest), ensure_ascii=False)]
    for one in parts:
        told += [one.path, one.title, one.mime, one.content.decode(), one.html]
    return told


def must_be_bare(disclosure) -> None:
    """Check that all one reads without the passphrase depends on nothing that was put in."""
    raw = disclosure.copy.path().read_bytes()
    page, _, rest = raw.partition(sealing.OPEN)
    told = {"by": "", "purpose": "", "what": "", "consents": (), "made": timezone.localtime()}
    shown = {"recipient": disclosure.recipient, "house": "La maison d’essai"}
    bare, file = Manifest(**told, **shown, until=disclosure.until), io.BytesIO()
    seal([], bare, draw(), file)
    assert page == file.getvalue().partition(sealing.OPEN)[0]
    head = base64.b64decode(rest.partition(sealing.CLOSE)[0])
    clear = head[sealing.HEADER.size : -sealing.TAG - sealing.DIGEST]
    assert json.loads(clear) == shown | {"until": disclosure.until.isoformat()}
    assert set(sealing.LINE.sub(b"", raw[len(page) :])) == set(sealing.END)


@settings(
    deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(plan=houses())
def test_no_other_word_of_the_house_is_in_what_is_sealed(cast, plan):
    with transaction.atomic():
        _nothing_else(cast, plan)
        transaction.set_rollback(True)


def _nothing_else(cast, plan) -> None:
    planted = Planted()
    held = furnish(cast, planted, plan)
    written = write_all(cast, planted, plan, held)
    answer_others(cast, planted, plan, held)
    disclosure, chosen = choose(cast, planted, plan, held, written)
    look(cast, disclosure, plan, chosen)
    preparing.prepare(by=cast.samira, disclosure=disclosure)
    disclosure.refresh_from_db()
    phrase = draw()
    disclosure = seal_sending(
        by=cast.samira,
        disclosure=disclosure,
        passphrase=phrase,
        seen=disclosure.basis,
        with_archive=plan["archive"],
    )
    manifest, parts = unseal(io.BytesIO(disclosure.copy.path().read_bytes()), phrase)
    must_be_bare(disclosure)

    left = [one for one, how in chosen if not how["covered"]]
    given_ = [one.text for one in left]
    given_ += [one.heading.name for one, _ in chosen if one.heading]
    days = [UNTIL, timezone.localdate(), *(preparing.day_of(one) for one, _ in chosen)]
    frame = [FRAME, manifest.recipient, manifest.purpose, disclosure.reference, "Critère 1.2.3"]
    frame += ["La maison d’essai", "Samira", manifest.made.isoformat(timespec="minutes")]
    frame += [f"{full_day(day)} {day.isoformat()}" for day in days]
    frame += [one.voice_said for one, _ in chosen]
    frame += [f"{number:02}" for number in range(1, len(parts) + 1)]
    allowed = words(" ".join([*given_, *frame])) | invented()
    told = all_that_is_in(manifest, parts)
    assert words(" ".join(told)) <= allowed

    # Words of the headings of the pieces, agreed to; no planted word else, names neither.
    may = {"secondheading"} & {planted.where.get(one.heading.name) for one, _ in chosen
                              if one.heading}  # fmt: skip
    assert planted.found(*told) <= may
    if plan["sort"] == "evaluation":
        assert "amina" not in words(" ".join(told))
    first = ["01-texte.txt"] if plan["criterion"] else []
    assert [one.path for one in parts] == [
        f"{number:02}-texte.txt" for number in range(1, len(chosen) + len(first) + 1)
    ]
    got = log_in(cast.samira).get(f"/envois/{disclosure.pk}/fichier.html")
    assert f'filename="envoi-{disclosure.reference}.html"' in got.headers["Content-Disposition"]
    assert not planted.found(str(got.headers))
    if plan["archive"]:
        must_be_plain_zip(opened_zip(disclosure, phrase), allowed, planted, may)


def must_be_plain_zip(pack: zipfile.ZipFile, allowed: set[str], planted: Planted, may) -> None:
    """Check what an archive holds, the notes of its entries too."""
    assert pack.comment == b""
    for info in pack.infolist():
        assert (info.comment, info.date_time) == (b"", (1980, 1, 1, 0, 0, 0))
        assert not re.sub(rb"\x01\x00.{2,}", b"", info.extra, flags=re.DOTALL)  # sizes alone
    told = {name: pack.read(name).decode() for name in pack.namelist()}
    index = json.loads(told["manifeste.json"])
    assert json.dumps(index, ensure_ascii=True, indent=1) == told.pop("manifeste.json")
    every = [*told, *told.values(), json.dumps(index, ensure_ascii=False)]
    prints = {one["sha256"] for part in index["parts"] for one in part["files"]}
    assert words(" ".join(every)) <= allowed | prints
    assert planted.found(*every) <= may
    paths = [one["path"] for part in index["parts"] for one in part["files"]]
    assert set(pack.namelist()) == {*paths, "manifeste.json", "LISEZ-MOI.txt"}


# ------------------------------------------------------------------ files


def secret_jpeg() -> bytes:
    """Return a photograph that tells its place, its owner, in Exif, XMP, a comment, and after."""
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x8298] = "zqdescription", "zqartist", "zqcopyright"
    exif[0x8825] = {1: "N", 2: (47.0, 12.0, 49.0), 29: "zqgps"}
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/">zqxmp</x:xmpmeta>'
    return image(exif=exif, xmp=xmp, comment=b"zqcomment") + b"zqafter"


def secret_png() -> bytes:
    """Return a picture with words in each place a PNG has for them."""
    noted = PngImagePlugin.PngInfo()
    noted.add_text("Author", "zqtext")
    noted.add_text("Comment", "zqztext" * 20, zip=True)
    noted.add_itxt("Title", "zqitext")
    whole = image("PNG", pnginfo=noted)
    end = whole.index(b"IEND") - 4
    return whole[:end] + png_chunk(b"prVt", b"zqprivate") + whole[end:] + b"zqafter"


def secret_pdf() -> bytes:
    """Return a PDF of a few words, with an author, a title and a note."""
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = (
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>/Annots[6 0 R]>>"
    )
    note = b"<</Type/Annot/Subtype/Text/Rect[1 1 9 9]/Contents(zqnote)/T(zqnoteauthor)>>"
    words_ = stream(b"BT /F 12 Tf 20 200 Td (un bulletin paisible) Tj ET")
    made = pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>", page,
               words_, font, note)  # fmt: skip
    writer, file = PdfWriter(clone_from=PdfReader(io.BytesIO(made))), io.BytesIO()
    writer.add_metadata({"/Author": "zqauthor", "/Title": "zqtitle"})
    writer.add_attachment("zqjoined.txt", b"zqjoinedcontent")
    writer.write(file)
    return file.getvalue()


def secret_docx() -> bytes:
    """Return a letter with an author, a last hand, a remark."""
    core = "<c><creator>zqcreator</creator><lastModifiedBy>zqlast</lastModifiedBy></c>"
    remark = "<comments><comment><t>zqremark</t></comment></comments>"
    more = (("docProps/core.xml", core), ("word/comments.xml", remark))
    return docx(WORD.format("une lettre paisible"), *more)


@pytest.fixture
def joined(cast):
    """Return a writing, and what is joined to it, as the workshop keeps it."""
    writing = make_writing(cast.samira, cast.amina, "Un jour paisible.")
    made = {}
    for number, (ending, data) in enumerate(
        {
            "jpg": secret_jpeg(),
            "png": secret_png(),
            "pdf": secret_pdf(),
            "docx": secret_docx(),
            "plus.jpg": jpeg_with_comment(),
        }.items()  # fmt: skip
    ):
        is_image = ending.endswith(("jpg", "png"))
        made[ending] = Attachment.objects.create(
            author=cast.samira,
            key=uuid.uuid4(),
            blob=keep([data]),
            name=f"zqname{LETTERS[number]}.{ending}",
            description="un bateau bleu" if is_image else "zqdescribed",
            writing=writing,
        )
    return writing, made


def test_the_files_given_do_hold_what_is_looked_for():
    assert all(f"zq{one}".encode() in secret_jpeg() for one in ("artist", "xmp", "comment"))
    picture = Image.open(io.BytesIO(secret_png()))
    picture.load()
    assert {"Author", "Comment", "Title"} <= set(picture.info)
    pdf_ = PdfReader(io.BytesIO(secret_pdf()))
    assert (pdf_.metadata.author, "zqjoined.txt" in pdf_.attachments) == ("zqauthor", True)
    assert b"zqcreator" in zipfile.ZipFile(io.BytesIO(secret_docx())).read("docProps/core.xml")


@pytest.mark.parametrize("chosen", [["jpg", "png", "pdf", "docx", "plus.jpg"], ["png", "docx"]])
def test_files_leave_without_what_nobody_sees(cast, joined, chosen):
    writing, files = joined
    consent = consents.ask_consent(
        by=cast.samira,
        dossier=Dossier.objects.get(notebook=cast.amina),
        writings=[writing],
        recipient="le collège des Acacias",
        purpose="Préparer la rentrée.",
        sort="school",
        until=UNTIL,
        with_files=True,
    )
    consent = consents.answer_consent(by=cast.samira, consent=consent, answer="yes")
    disclosure = sendings.begin_sending(by=cast.samira, consent=consent)
    attachments = [files[one] for one in chosen]
    sendings.put_in(by=cast.samira, disclosure=disclosure, attachments=attachments)
    for row in preparing.prepare(by=cast.samira, disclosure=disclosure).rows:
        seen = preparing.print_of(row.whole)
        sendings.look_at(by=cast.samira, piece=row.piece, seen=seen)
    made = preparing.prepare(by=cast.samira, disclosure=disclosure)
    assert made.is_ready, (made.doubts, made.rows)
    disclosure.refresh_from_db()
    phrase = draw()
    disclosure = seal_sending(
        by=cast.samira,
        disclosure=disclosure,
        passphrase=phrase,
        seen=disclosure.basis,
        with_archive=True,
    )
    manifest, parts = unseal(io.BytesIO(disclosure.copy.path().read_bytes()), phrase)
    pack = opened_zip(disclosure, phrase)
    held = [*(one.content for one in parts), *map(pack.read, pack.namelist())]
    told = [str(manifest), *(f"{one.path} {one.title} {one.html}" for one in parts)]
    every = b" ".join([*held, *(one.encode() for one in told), *map(str.encode, pack.namelist())])
    assert b"zq" not in every
    assert b"alert" not in every
    endings = {"jpg": "image.jpg", "plus.jpg": "image.jpg", "png": "image.png"}
    names = [endings.get(one, "texte.txt") for one in chosen]
    assert [one.path for one in parts] == [f"{n:02}-{one}" for n, one in enumerate(names, 1)]
    for one, part in zip(chosen, parts, strict=True):
        if one in endings:
            picture = Image.open(io.BytesIO(part.content))
            picture.load()
            assert not picture.getexif()
            assert set(picture.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        else:
            wanted = {"pdf": "un bulletin paisible", "docx": "une lettre paisible"}[one]
            assert part.content.decode().strip() == wanted


# ------------------------------------------------------------------ persons of whom dates are told


@settings(
    deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(states=st.lists(st.sampled_from(["in", "out", "refused", "back"]), min_size=2, max_size=5))
def test_of_persons_who_did_not_agree_there_is_neither_a_gap_nor_a_number(cast, states):
    with transaction.atomic():
        _no_gap(cast, states)
        transaction.set_rollback(True)


def _no_gap(cast, states) -> None:
    planted = Planted()
    mission = missions.note_mission(by=cast.samira, body="Le cabinet Roy")
    until = missions.last_day(mission, timezone.localdate())
    given_ = []
    for state in [*states, "in"]:
        called = f"{planted.name('first')} {planted.name('last')}"
        dossier = make_notebook(cast.samira, called, cast.foyer).dossier
        consent = consents.ask_consent(
            by=cast.samira,
            dossier=dossier,
            recipient=planted.word("to"),
            purpose=planted.word("purpose"),
            sort="evaluation",
            until=until,
            mission=mission,
            with_facts=True,
        )
        consent = answered(cast, planted, consent, "no" if state == "refused" else "yes")
        given_.append((state, consent))
    disclosure = sendings.begin_of_mission(
        by=cast.samira, mission=mission, pack="facts", until=until
    )
    put = [one for state, one in given_ if state != "refused"]
    sendings.put_in(by=cast.samira, disclosure=disclosure, consents=put)
    for state, one in given_:
        if state == "back":
            consents.withdraw_consent(by=cast.samira, consent=one)
        if state in {"out", "back"}:
            sendings.take_out(by=cast.samira, piece=disclosure.pieces.get(consent=one))
    look(cast, disclosure, {"criterion": False, "doubts": "covered"}, [])
    preparing.prepare(by=cast.samira, disclosure=disclosure)
    disclosure.refresh_from_db()
    phrase = draw()
    disclosure = seal_sending(
        by=cast.samira, disclosure=disclosure, passphrase=phrase, seen=disclosure.basis
    )
    manifest, parts = unseal(io.BytesIO(disclosure.copy.path().read_bytes()), phrase)
    left = sum(state == "in" for state in [*states, "in"])
    assert [one.title for one in parts] == [f"Personne {chr(ord('A') + n)}" for n in range(left)]
    assert [one.path for one in parts] == [f"{n:02}-texte.txt" for n in range(1, left + 1)]
    assert len(manifest.consents) == left
    assert not planted.found(*all_that_is_in(manifest, parts))


def test_a_word_is_found_wherever_it_hides():
    planted = Planted()
    hidden = planted.word("here")
    for letters in itertools.product(["", "a", "bc"], repeat=2):
        shown = base64.b64encode(f"{letters[0] * 9} {hidden} encore {letters[1]}".encode())
        assert planted.found(b"<p>" + shown + b"</p>") == {"here"}
    assert planted.found(hidden.capitalize()) == {"here"}
    assert not planted.found("zqelsewhere")
