"""The second factor: codes of six digits, a new one each 30 seconds (RFC 6238, SHA-1, as every telephone knows them).

The functions together fulfil services.secrets.SecondFactor.
"""

from __future__ import annotations

import unicodedata
from datetime import datetime
from hmac import compare_digest
from typing import Final

import pyotp

from wallapp.base.errors import BadInput

STEP_S: Final = 30
DIGITS: Final = 6
_WINDOW: Final = 1
"""Steps to each side: telephones' clocks are off, and people type slowly."""
_TYPED_LENGTH_MAX: Final = 64


def new_secret() -> str:
    """A secret for a telephone: base32, 160 bits."""
    return pyotp.random_base32(32)


def provisioning_uri(secret: str, account: str, *, issuer: str = "wallapp") -> str:
    """What a telephone reads from a square code; holds the secret.

    Raises:
      BadInput: the secret is none.
    """
    return _totp(secret).provisioning_uri(name=account, issuer_name=issuer)


def code_at(secret: str, at: datetime) -> str:
    """The code that a telephone shows at that time; for the demo, whose people have no telephone.

    Raises:
      BadInput: the secret is none.
      ValueError: the time is not aware.
    """
    return _code(_totp(secret), _counter(at))


def accepts(secret: str, code: str, *, at: datetime, last_counter: int) -> int | None:
    """The step that the code belongs to, later than `last_counter`; None where it is wrong, old or used.

    Args:
      code: as typed: blanks are passed over, digits of any script count.
      at: aware; a step to each side is allowed.

    Raises:
      BadInput: the secret is none.
      ValueError: the time is not aware.
    """
    totp = _totp(secret)
    typed = _digits(code)
    now = _counter(at)
    # All are compared, and the latest that fits is kept: a code that two steps share works once as well.
    fits = [
        counter
        for counter in range(max(0, now - _WINDOW), now + _WINDOW + 1)
        if compare_digest(_code(totp, counter), typed)
    ]
    return fits[-1] if fits and fits[-1] > last_counter else None


def _totp(secret: str) -> pyotp.TOTP:
    try:
        return pyotp.TOTP(secret, digits=DIGITS, interval=STEP_S)
    except ValueError:  # binascii's error is one; not `from` it, it may hold the secret
        raise BadInput("the second factor's secret is damaged; set up the second factor anew") from None


def _code(totp: pyotp.TOTP, counter: int) -> str:
    return totp.generate_otp(counter)


def _counter(at: datetime) -> int:
    if at.tzinfo is None:
        raise ValueError("a time without its zone has no step")
    return int(at.timestamp()) // STEP_S


def _digits(code: str) -> str:
    """The code in plain digits; empty where it is none. Arabic keyboards type other digits, and unseen marks."""
    if len(code) > _TYPED_LENGTH_MAX:
        return ""
    kept = [letter for letter in code if not letter.isspace() and unicodedata.category(letter) != "Cf"]
    if len(kept) != DIGITS or not all(letter.isdecimal() for letter in kept):
        return ""
    return "".join(str(unicodedata.decimal(letter)) for letter in kept)
