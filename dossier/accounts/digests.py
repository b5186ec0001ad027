"""What is kept in place of a secret that only its holder has: a digest, keyed by the instance."""

from django.utils.crypto import salted_hmac


def digest(purpose: str, *parts: str) -> str:
    """Return the digest (HMAC-SHA-256, 64 hexadecimal signs) of `parts`, for one purpose only.

    What leaks from the database alone cannot be tried against: the key is not in it.
    """
    told = "\x1f".join([str(len(parts)), *(f"{len(part)}:{part}" for part in parts)])
    return salted_hmac(f"dossier.accounts.{purpose}", told, algorithm="sha256").hexdigest()
