"""What opens a camera: a user and a password, kept in a vault under a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wallapp.base.errors import BadInput

_NAME = re.compile(r"[\w][\w.-]{0,63}")


@dataclass(frozen=True, slots=True, repr=False)
class Credential:
    """A camera's user and password. Its text form shows neither, so that no log and no traceback can."""

    user: str
    password: str

    def __repr__(self) -> str:
        return "Credential(user=***, password=***)"


def is_credential_name(text: str) -> bool:
    """Whether a vault may hold an entry of this name: 1 to 64 letters, digits, dots, hyphens, underscores."""
    return _NAME.fullmatch(text) is not None


def check_credential_name(text: str) -> None:
    """Raise BadInput unless a vault may hold an entry of this name."""
    if not is_credential_name(text):
        raise BadInput(
            "a vault entry's name is 1 to 64 letters, digits, dots, hyphens and underscores; choose such a name"
        )
