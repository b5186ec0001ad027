"""Documents for tests: one with everything in it, and what hostile hands type."""

from dossier.demo.cast import FIXTURES
from dossier.documents.pages import (
    Answer,
    Document,
    Enclosed,
    Film,
    Items,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Run,
    Sound,
    Title,
)

PIECES = FIXTURES / "pieces"
HOSTILE = [
    "<script>alert(1)</script>",
    "#set page(width: 1pt)",
    '#image("/etc/passwd")',
    "$x^2$ \\u{41} *gras* _doux_ @ref <label>",
    "\n= titre\n",
    "<draw:frame xlink:href='file:///etc/passwd'/>",
    "]]></text:p><text:p>&amp;&#65;",
    "\u202erenversé\u202c \u2066isolé",
    "commande\x00\x07\x1b[31m\x9b fin",
    "{{ settings.SECRET_KEY }} {% include 'x' %}",
    "\"><img src=x onerror=alert(1)> ' style='x",
    "moitié \ud83d, rien \ufffe",
]


def paragraph(words: str) -> Paragraph:
    """Return a plain paragraph."""
    return Paragraph((Run(words),))


def of(*blocks, **more) -> Document:
    """Return a document made of `blocks`."""
    return Document(**{"title": "Essai", "blocks": blocks} | more)


def photo(**more) -> Picture:
    """Return a photo."""
    return Picture(PIECES / "mur-humide.jpg", "image/jpeg", **more)


WHOLE = of(
    paragraph("Ce bilan a été préparé avec Amina."),
    Title(1, (Run("Au quotidien"),)),
    Quote((paragraph("Elle a mis la table.\nSans le dire."),), "Bruno, le 12 mars"),
    Answer((paragraph("Je ne suis pas d’accord."),), "Amina, le 14 mars"),
    Title(3, (Run("La chambre"),)),
    photo(alt="Un mur taché.", caption="Le mur de la chambre 4"),
    Picture(PIECES / "dessin-bateau.png", "image/png"),
    Sound("fredonne.wav", PIECES / "air-fredonne.wav", "audio/wav", "Ce qu’elle fredonne."),
    Film("absent.mp4", PIECES / "absent.mp4", "video/mp4"),
    Enclosed("lettre.pdf", 48_212),
    Items(
        (
            (paragraph("choisir"),),
            (
                Paragraph((Run("demander "), Run("toujours", strong=True), Run(" d’abord", True))),
                Items(((paragraph("à elle"),),), ordered=True, start=4),
            ),
        )
    ),
    Rule(),
    Title(2, (Run("Sa famille"),)),
    paragraph("Nguyễn Thị Ánh, Ольга et Ελένη sont venues ☐ ☑ → 😀."),
    paragraph("فاطمة الزهراء بن علي"),
    paragraph("מנחם"),
    title="Bilan d’Amina B.",
    house="Foyer Les Tilleuls",
    told="Sorti du dossier le 24 juin 2026 par Samira.",
)
# What one reads in WHOLE from top to bottom, whatever it is made into.
READ = [
    "Foyer Les Tilleuls", "Bilan d’Amina B.", "Sorti du dossier le 24 juin 2026 par Samira.",
    "Ce bilan a été préparé avec Amina.", "Au quotidien", "Elle a mis la table.", "Sans le dire.",
    "Bruno, le 12 mars", "Ce qui y répond", "Amina, le 14 mars", "Je ne suis pas d’accord.",
    "La chambre",
    "Le mur de la chambre 4", "Son à écouter", "fredonne.wav", "73,6 Ko", "Ce qu’elle fredonne.",
    "Film à regarder", "absent.mp4", "Fichier joint", "lettre.pdf", "48,2 Ko", "choisir",
    "demander toujours d’abord", "à elle", "Sa famille",
    "Nguyễn Thị Ánh, Ольга et Ελένη sont venues",
]  # fmt: skip


def is_read_in_order(words: str, expected: list[str]) -> bool:
    """Whether `expected` stands in `words`, in that order, spaces and line ends apart."""
    words, at = "".join(words.split()), 0
    for one in expected:
        found = words.find("".join(one.split()), at)
        assert found >= 0, f"{one!r} is not there, or not after the one before"
        at = found + 1
    return True


def huge() -> Document:
    """Return 80,000 characters and 300 pieces, of which some cannot be opened."""
    words = [paragraph(f"Mot {number} " + "et encore " * 26) for number in range(300)]
    shown = [
        Picture(PIECES / ("dessin-bateau.png" if number % 3 else "pieces.toml"), "image/png")
        for number in range(300)
    ]
    return of(*(block for both in zip(words, shown, strict=True) for block in both))
