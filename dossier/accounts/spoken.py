"""Codes that one says by voice, over the telephone too: short words without accents."""

import hashlib
import unicodedata
from itertools import islice

_LIST = (
    "abri ananas arbre avion bague balai bateau bijou bonnet bouton brume cabane cacao canard "
    "carotte cerise chemise cheval citron colline coquille crayon dragon domino drapeau ficelle "
    "figue flamme fleuve framboise girafe glace guitare hibou jardin jupe kiwi lampe lavande "
    "lune melon miroir moulin navire nuage olive orange papillon parapluie piano poire pomme "
    "quille radis renard robot sable savon sirop soleil tambour tomate tortue violon"
)
WORDS = _LIST.split()
SAID = 4


def code(secret: str) -> str:
    """Return the four words that `secret` says, each once: one in fifteen million."""
    told = hashlib.sha256(f"spoken {secret}".encode()).digest()
    return " ".join(islice(dict.fromkeys(WORDS[byte % len(WORDS)] for byte in told), SAID))


def heard(typed: str) -> str:
    """Return a code as it is compared, however it was typed."""
    plain = unicodedata.normalize("NFKD", typed.lower())
    letters = (sign if sign.isalpha() else " " for sign in plain if not unicodedata.combining(sign))
    return " ".join("".join(letters).split())
