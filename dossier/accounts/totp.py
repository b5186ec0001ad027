"""Six digits of an application (TOTP, RFC 6238): pure rules on instants and codes."""

import re
from datetime import datetime

import pyotp

PERIOD, DIGITS = 30, 6
AROUND = 1  # steps before and after: two clocks that differ by half a minute


def new_secret() -> str:
    """Return a new secret: 160 bits in base 32, 32 signs."""
    return pyotp.random_base32()


def in_groups(secret: str) -> str:
    """Return a secret as one copies it by hand, by fours."""
    return " ".join(re.findall(".{1,4}", secret))


def address(secret: str, *, login: str, house: str) -> str:
    """Return what the square to scan says (`otpauth://…`)."""
    return pyotp.TOTP(secret).provisioning_uri(name=login, issuer_name=house.replace(":", " "))


def step_of(secret: str, code: str, *, at: datetime, after: int = 0) -> int | None:
    """Return the step (half-minutes since 1970) whose code this is, or None.

    One step around `at` is accepted, and none up to `after`: a code serves once.
    """
    told = re.sub(r"\s", "", code)
    if not re.fullmatch(rf"[0-9]{{{DIGITS}}}", told):
        return None
    totp = pyotp.TOTP(secret)
    now = int(at.timestamp()) // PERIOD
    # All of them compared, whichever is right: the time taken says nothing.
    found = [
        step
        for step in range(now - AROUND, now + AROUND + 1)
        if pyotp.utils.strings_equal(told, totp.generate_otp(step)) and step > after
    ]
    return found[0] if found else None
