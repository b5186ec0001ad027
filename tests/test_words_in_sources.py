"""No word that a house may change is written in a template, in Python or in a script."""

import ast
import re
import string
from pathlib import Path

import pytest

from dossier.establishment.words import KNOWN, Word, fold
from tests.web.speaking import Listener, former_words, less_law

ROOT = Path(__file__).resolve().parents[1]
EVERY = sorted(set().union(*former_words().values()), key=len, reverse=True)
FORMER = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, EVERY))})(?![\w-])")
# Not on any page: the words themselves, the table of models, the name of the software; what the
# console of who keeps the machine says, the notices that name its commands, what it reports of
# files from elsewhere, in their words; the invented house and what is written in it.
NOT_SHOWN = {"establishment/words.py", "models.py", "apps.py", "command.py", "ownership/notice.py"}
ELSEWHERE = ("migrations", "management", "machine", "config", "demo", "arrivals", "departures")
TEMPLATES = sorted((ROOT / "dossier" / "templates").rglob("*.html"))
MODULES = [
    path
    for path in sorted((ROOT / "dossier").rglob("*.py"))
    if str(path.relative_to(ROOT / "dossier")) not in NOT_SHOWN
    and path.relative_to(ROOT / "dossier").parts[0] not in ELSEWHERE
]
SCRIPTS = sorted((ROOT / "dossier" / "static").rglob("*.js"))
SHOWN_ARGUMENTS = {"label", "empty_label", "help_text", "hint", "needed"}

TAG = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
# In a tag: an address, a template, what something is compared with; the rest may be shown.
NAMED = re.compile(r"""\{%\s*(?:url|include|extends|static|load|block)\s+(?:"[^"]*"|'[^']*'|\S+)""")
COMPARED = re.compile(r"""[=!]=\s*(?:"[^"]*"|'[^']*')""")
QUOTED = re.compile(r""""([^"]*)"|'([^']*)'""")


def said_in_template(source: str) -> str:
    """Return what a template itself says, folded: its text, its attributes, strings in its tags."""
    told = []
    for tag in TAG.findall(source):
        rest = COMPARED.sub(" ", NAMED.sub(" ", tag))
        told += [one or other for one, other in QUOTED.findall(rest)]
    listener = Listener()
    listener.feed(TAG.sub(" ", source))
    return less_law(fold(" ".join([*listener.said, *told])))


def is_prose(text: str) -> bool:
    """Whether a string is for people: several words, a capital, an accent."""
    return bool(re.search(r"\s|[^\x00-\x7f]", text)) or text[:1].isupper()


def said_in_python(source: str) -> str:
    """Return what the strings of a module say, folded: no docstring, no field of a sentence."""
    tree, silent, told = ast.parse(source), set(), []
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list) and body and isinstance(body[0], ast.Expr):
            silent.add(body[0].value)
        if isinstance(node, ast.keyword) and node.arg in SHOWN_ARGUMENTS:
            told += [getattr(node.value, "value", "")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in silent:
            text = re.sub(r"\{[^{}]*\}", " ", node.value)
            told += [text] if is_prose(text) else []
    return less_law(fold(" | ".join(map(str, told))))


def said_in_script(source: str) -> str:
    """Return what the strings of a script say, folded: no comment, no selector."""
    bare = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", source, flags=re.DOTALL)
    strings = [text for _, text in re.findall(r"""(["'`])((?:\\.|(?!\1).)*)\1""", bare)]
    return fold(" | ".join(text for text in strings if is_prose(text) and text[0] not in "#.["))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_has_no_word_of_its_own(path):
    assert FORMER.findall(said_in_template(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_has_no_word_of_its_own(path):
    assert FORMER.findall(said_in_python(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_script_has_no_word_of_its_own(path):
    assert FORMER.findall(said_in_script(path.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    ("read", "source", "found"),
    [
        (said_in_template, "<p>Un Cahier.</p>", 1),
        (said_in_template, '<p title="les écrits" class="cahier" id="ecrit">Ici.</p>', 1),
        (
            said_in_template,
            '{% include "notebooks/cahier.html" with save="Le dossier" %}',
            1,
        ),
        (said_in_template, '{{ text|default:"brouillon" }}{% if a == "dossier" %}', 1),
        (
            said_in_template,
            "{{ mots.cahier.le }}{% url 'cahier' %}<a href=\"/cahier/\">Là</a>",
            0,
        ),
        (said_in_python, '"""Un cahier."""\nLABEL = f"Le cahier {name}"', 1),
        (said_in_python, 'path("cahiers/", given["rubrique"], said("{cahier.le} de {name}"))', 0),
        (said_in_python, 'field(label="trame", empty_label="Rubrique")', 3),
        (said_in_script, 'say(`Le brouillon de ${name}`); // un cahier\nfind("#rubriques");', 1),
    ],
)
def test_a_word_is_found_where_it_would_be_shown(read, source, found):
    assert len(FORMER.findall(read(source))) == found


# And what is said through the words of the house exists.


def exists(key: str, form: str) -> bool:
    """Whether the house has such a word, and the word such a form."""
    return key in KNOWN and hasattr(KNOWN[key].word, form)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_asks_for_words_and_forms_that_exist(path):
    source = path.read_text(encoding="utf-8")
    asked = re.findall(r"\bmots\.(\w+)(?:\.(\w+))?", source)
    assert [one for one in asked if not exists(one[0], one[1] or "singulier")] == []
    for agreed in re.findall(r'\|accord:"([^"]*)"', source):
        assert agreed.count(",") == 1


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_shows_a_notebook_and_not_its_title(path):
    """The title of a bric-à-brac lacks the word of the house: `str` says it whole."""
    of_outlines = path.parent.name == "outlines" or path.name == "writing_create.html"
    titles = re.findall(r"\{\{[^}]*\b(\w+)\.title\b", path.read_text(encoding="utf-8"))
    assert set(titles) <= ({"outline"} if of_outlines else set())


def _sentences(path: Path):
    """Yield (sentence, names given) for each sentence a module says."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and "{" in node.value:
            fields = string.Formatter().parse(node.value) if "}" in node.value else []
            yield node.value, [(name, spec) for _, name, spec, _ in fields if name]


def test_a_sentence_asks_for_words_and_forms_that_exist():
    heard = 0
    for path in [*MODULES, ROOT / "dossier" / "establishment" / "words.py"]:
        for sentence, asked in _sentences(path):
            for name, spec in asked:
                key, _, form = name.partition(".")
                if form or key in KNOWN:
                    heard += 1
                    assert exists(key, form or "singulier"), f"{path}: {sentence}"
                    assert spec.count(",") == (0 if form else 1), f"{path}: {sentence}"
    assert heard > 40


def test_each_form_of_a_word_is_used():
    """A form nobody says is one to take away."""
    sources = " ".join(path.read_text(encoding="utf-8") for path in [*TEMPLATES, *MODULES])
    forms = [name for name, one in vars(Word).items() if isinstance(one, property)]
    used = {fold(form) for form in re.findall(r"\.([A-Za-z]\w*)", sources)}
    assert [form for form in forms if form not in used and form != "is_double"] == []
