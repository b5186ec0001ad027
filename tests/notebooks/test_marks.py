"""Light marks show a text; they never run it, and never lose a letter."""

import re
import time
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dossier.notebooks import printed
from dossier.notebooks.marks import render
from tests.conftest import log_in, make_notebook, make_writing

ALLOWED = {"p", "br", "ul", "ol", "li", "em", "strong", "h3", "h4", "h5", "a"}
NUMBERED = ["0.", "1.", "1)", "2.", "3)", "01.", "99.", "100.", "2026.", "- ", "1. ", "2) ", "7. "]
LINKS = [("Amina", "/cahiers/1/"), ("Amina B.", "/cahiers/2/"), ("A<B&C", "/cahiers/3/")]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found, self.open, self.nested = [], 0, False

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))
        if tag == "a":
            self.nested, self.open = self.nested or self.open > 0, self.open + 1

    def handle_endtag(self, tag):
        self.open -= tag == "a"


def read(html: str) -> _Tags:
    """Read HTML as a browser does."""
    reader = _Tags()
    reader.feed(html)
    return reader


def words(html: str) -> str:
    """Return what one reads, without spaces."""
    return "".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


class _Numbers(HTMLParser):
    """What one reads, the marks of lists included: a number and its point, a dash."""

    def __init__(self) -> None:
        super().__init__()
        self.read, self.lists = "", []

    def handle_starttag(self, tag, attrs):
        if tag in {"ol", "ul"}:
            self.lists.append(int(dict(attrs).get("start", 1)) if tag == "ol" else None)
        elif tag == "li" and self.lists[-1] is None:
            self.read += "-"
        elif tag == "li":
            self.read += f"{self.lists[-1]}."
            self.lists[-1] += 1

    def handle_endtag(self, tag):
        if tag in {"ol", "ul"}:
            self.lists.pop()

    def handle_data(self, data):
        self.read += "".join(data.split())


def read_with_marks(html: str) -> str:
    """Return what one reads, the marks of lists included, without spaces."""
    reader = _Numbers()
    reader.feed(html)
    return reader.read


def is_safe(html: str) -> bool:
    """Whether HTML holds only our tags, with only our attributes."""
    reader = read(html)
    harmless = all(
        tag in ALLOWED
        and set(given) <= {"p": {"dir"}, "ol": {"start"}, "a": {"class", "href"}}.get(tag, set())
        and re.fullmatch(r"/cahiers/\d+/", given.get("href", "/cahiers/1/"))
        for tag, given in reader.found
    )
    return harmless and not reader.nested


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Un mot.", '<p dir="auto">Un mot.</p>'),
        ("Un\ndeux", '<p dir="auto">Un<br>\ndeux</p>'),
        ("Un\n\ndeux", '<p dir="auto">Un</p>\n<p dir="auto">deux</p>'),
        ("*doux* et **fort**", '<p dir="auto"><em>doux</em> et <strong>fort</strong></p>'),
        ("- un\n- deux", "<ul>\n<li>un</li>\n<li>deux</li>\n</ul>"),
        ("1. un\n2. deux", "<ol>\n<li>un</li>\n<li>deux</li>\n</ol>"),
        ("3. un", '<ol start="3">\n<li>un</li>\n</ol>'),
        ("1. un\n1. deux", "<ol>\n<li>un</li>\n</ol>\n<ol>\n<li>deux</li>\n</ol>"),
        ("- un\n  2) deux", "<ul>\n<li>un<br>\n2) deux</li>\n</ul>"),
        ("2026. Une année", '<p dir="auto">2026. Une année</p>'),
        ("2026. - un", '<p dir="auto">2026.</p>\n<ul>\n<li>un</li>\n</ul>'),
        ("007. un", '<p dir="auto">007. un</p>'),
        ("•\tun\no\tdeux\n·\ttrois", "<ul>\n<li>un</li>\n<li>deux</li>\n<li>trois</li>\n</ul>"),
        ("vu •\tun", '<p dir="auto">vu •\tun</p>'),
        ("- # Titre #", '<ul>\n<li>\n<p dir="auto"># Titre #</p>\n</li>\n</ul>'),
        ("# Titre", "<h3>Titre</h3>"),
        ("## Titre *fort*", "<h4>Titre <em>fort</em></h4>"),
        ("#### Petit", "<h5>Petit</h5>"),
        ("#", '<p dir="auto">#</p>'),
        ("##\n#", '<p dir="auto">##</p>\n<p dir="auto">#</p>'),
        ("# Fini #", '<p dir="auto"># Fini #</p>'),
        ("#3 rue", '<p dir="auto">#3 rue</p>'),
        ("> cité", '<p dir="auto">&gt; cité</p>'),
        ("`code`", '<p dir="auto">`code`</p>'),
        ("snake_case_ici", '<p dir="auto">snake_case_ici</p>'),
        ("3 * 4 * 5", '<p dir="auto">3 * 4 * 5</p>'),
        ("a &amp; b", '<p dir="auto">a &amp;amp; b</p>'),
        ("\\*pas doux\\*", None),
    ],
)
def test_render_shows_light_marks_and_nothing_else(text, html):
    assert is_safe(render(text))
    if html:
        assert render(text).strip() == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<a href='javascript:alert(1)'>x</a>",
        "[x](javascript:alert(1))",
        "![x](https://ailleurs.example/x.png)",
        "<https://ailleurs.example/>",
        "https://ailleurs.example/",
        "<p onclick=alert(1)>",
        '<p style="position:fixed">',
        "<svg><script>alert(1)</script></svg>",
        "<!-- x --><![CDATA[x]]><?php x ?>",
        "</p></li></main><h1>x",
        "**<b onmouseover=alert(1)>**",
        "1. <iframe src=//ailleurs.example>",
        '@Amina" onmouseover="alert(1)',
        "@Amina<script>alert(1)</script>",
        "@A<B&C",
        "&lt;script&gt;alert(1)&lt;/script&gt;",
        "\x00<script>\x00",
    ],
)
def test_render_runs_nothing(text):
    html = render(text, LINKS)
    assert is_safe(html)
    assert words(html) == "".join(text.replace("\x00", "�").split()).replace("**", "").removeprefix(
        "1."
    )


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.one_of(
            st.sampled_from("*_<>&\"'@-1. \n\\`[]()!AminaB"),
            st.characters(exclude_categories=["Cs"]),
        )
    )
)
def test_render_is_safe_whatever_the_text(text):
    assert is_safe(render(text, LINKS))


@settings(max_examples=100, deadline=None)
@given(st.text(st.characters(exclude_characters="#*_-+.)\t\x00", exclude_categories=["Cs", "Nd"])))
def test_render_loses_no_letter(text):
    assert words(render(text)) == "".join(text.split())


def test_the_numbers_one_reads_are_those_one_typed():
    text = "2) le linge\n\n5) la clé de Rosa\n7. le bus\n\n2026. Une année\n\n100. Cent\n101. Et un"
    assert read_with_marks(render(text)) == "".join(text.replace(")", ".").split())


@settings(max_examples=600, deadline=None)
@given(
    st.lists(st.sampled_from([*NUMBERED, " ", "   ", "\t", "\n", "\n\n", "a", "# "])).map("".join)
)
@example("- 1. a\n  1. b\n  3) c\n1. d\n\n   2. e")
@example("\n".join(f"{'   ' * depth}{depth + 97}. a" for depth in range(30)))
def test_no_number_is_read_that_nobody_typed(text):
    read = read_with_marks(render(text))
    typed = "".join(text.split())
    alike = str.maketrans({")": ".", "#": ""})
    assert read.translate(alike) == typed.translate(alike)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sampled_from(["•\t", "o\t", "- ", "    ", "\n", "\n\n", "b", "\ue0b2"])).map(
        "".join
    )
)
@example("b\n    o\tb")
def test_a_pasted_mark_is_a_mark_or_is_read_as_typed(text):
    read = read_with_marks(render(text))
    assert re.sub("[•o]", "-", read) == re.sub("[•o]", "-", "".join(text.split()))
    assert "-\t" not in render(text)


@pytest.mark.parametrize("depth", [9, 10, 30])
def test_lists_in_lists_lose_no_word(depth):
    lines = [f"{'  ' * number}- mot{number}" for number in range(depth)]
    html = render("\n".join([*lines, "", "après"]))
    assert re.findall(r"mot\d+|après", html) == [f"mot{n}" for n in range(depth)] + ["après"]


@pytest.mark.parametrize(
    "text",
    [
        "*" * 5_000,
        "*a " * 5_000,
        "*a" * 5_000,
        "**a*" * 5_000,
        "_*" * 5_000,
        "*a **b " * 2_500 + "c** d*" * 2_500,
        "- " * 5_000,
        "\n".join(" " * number + "- a" for number in range(400)),
        "1. " * 5_000,
        "a\n" * 10_000,
        "\n" * 20_000,
        "@Amina " * 5_000,
        "<" * 20_000,
        "<a " * 10_000,
        "&" * 20_000,
        "x" * 80_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_render_is_quick(text):
    start = time.perf_counter()
    html = render(text, LINKS)
    assert time.perf_counter() - start < 2
    assert is_safe(html)


# Links of mentions.


def anchors(html: str) -> list[tuple[str, str]]:
    """Return the links of HTML: (address, words)."""
    return [
        (address, unescape(words))
        for address, words in re.findall(r'<a class="mention" href="([^"]*)">([^<]*)</a>', html)
    ]


def test_render_ties_a_mention():
    assert anchors(render("Vu @Amina.", LINKS)) == [("/cahiers/1/", "@Amina")]
    assert anchors(render("Vu @A<B&C.", LINKS)) == [("/cahiers/3/", "@A<B&C")]
    assert anchors(render("Vu @Amina.")) == []


def test_render_ties_the_longest_name_and_no_link_within_a_link():
    html = render("@Amina B. puis @Amina.", LINKS)
    assert anchors(html) == [("/cahiers/2/", "@Amina B."), ("/cahiers/1/", "@Amina")]
    assert is_safe(html)


def test_render_ties_no_part_of_a_word_nor_of_an_address():
    html = render("@Amina, @Aminata, jean@Amina.fr", LINKS)
    assert anchors(html) == [("/cahiers/1/", "@Amina")]
    assert words(html) == "@Amina,@Aminata,jean@Amina.fr"


def test_a_page_ties_each_mention_once_to_its_notebook(cast):
    longer = make_notebook(cast.samira, "Le premier étage nord", collective=True)
    writing = make_writing(
        cast.samira,
        cast.amina,
        "@Le premier étage nord, @le premier\u00a0étage, x@Le premier étage, @Didier.",
    )
    page = log_in(cast.samira).get(f"/ecrits/{writing.pk}/").content.decode()
    assert anchors(page) == [
        (f"/cahiers/{longer.pk}/", "@Le premier étage nord"),
        (f"/cahiers/{cast.etage.pk}/", "@le premier\u00a0étage"),
    ]


def test_a_page_ties_no_mention_its_reader_may_not_follow(cast):
    secret = make_notebook(cast.samira, "Conseil", collective=True)
    writing = make_writing(cast.samira, cast.amina, "Avec @Conseil.")
    pages = {
        who: log_in(who).get(f"/ecrits/{writing.pk}/").content.decode()
        for who in (cast.samira, cast.karim, cast.samira)
    }
    assert anchors(pages[cast.samira]) == [(f"/cahiers/{secret.pk}/", "@Conseil")]
    assert anchors(pages[cast.karim]) == []
    assert f"/cahiers/{secret.pk}/" not in pages[cast.karim]


# What a writer says of a sentence.


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("[vu] Elle est rentrée.", ["vu"]),
        ("[vu] Elle est rentrée. [supposé] Elle avait froid.", ["vu", "supposé"]),
        ("Elle rentre !\n[rapporté] Sa tante l’a dit.", ["rapporté"]),
        ("- [ressenti] J’ai eu peur.\n- [vu] Il a ri.", ["ressenti", "vu"]),
        ("« Non. » [vu] Il sort.", ["vu"]),
        ("J’ai tapé [vu] ici.", []),
        ("[vu]collé", []),
        ("[Vu] autrement", []),
        ("[autre] chose", []),
        ("*[vu]* penché", []),
        ("# [vu] Un titre", []),
        ("tableau[vu] rien", []),
    ],
)
def test_a_mark_before_a_sentence_is_a_label(text, labels):
    found = re.findall(
        r'<span class="marque">([^<]*)<span class="vh">([^<]*)</span></span>', render(text)
    )
    assert [label for label, _ in found] == labels
    assert all(meaning.strip() for _, meaning in found)
    rest = re.sub(
        r'<span class="marque">([^<]*)<span class="vh">[^<]*</span></span>', r"[\1]", render(text)
    )
    assert words(rest).replace("-", "") == "".join(re.sub(r"[*#-]", "", text).split())


def test_a_mark_is_kept_as_typed_wherever_it_is_not_shown(cast):
    writing = make_writing(cast.samira, cast.amina, "[supposé] Elle avait froid.")
    client = log_in(cast.samira)
    assert writing.text == "[supposé] Elle avait froid."
    assert "supposé" in client.get("/chercher/", {"q": "supposé"}).content.decode()
    (block,) = printed.blocks(writing.text)
    assert block.runs[0].text == "[supposé] Elle avait froid."
    page = client.get(f"/cahiers/{cast.amina.pk}/").content.decode()
    assert '<span class="marque">supposé<span class="vh">, pas vérifié :</span></span>' in page
