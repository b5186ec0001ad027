"""How passphrases and PINs are hashed: Argon2id, within the memory of a small machine.

Django's own measure takes 100 MB a try: eight people who come in at once, or eight strangers who
try, would take all that the house has. OWASP, Password Storage Cheat Sheet: 19 MiB, two passes.
"""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2(Argon2PasswordHasher):
    """Argon2id with 19 MiB, two passes, one lane; what was hashed otherwise is hashed so at the
    next log-in.
    """

    memory_cost = 19 * 1024  # KiB
    time_cost = 2
    parallelism = 1
