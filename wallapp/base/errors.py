"""The tree of errors. A library's error is translated once, in the room that owns the library.

The text of each is one line for a person: what is wrong and what to do. It never holds a secret.
"""

from __future__ import annotations


class WallError(Exception):
    """The root: everything that wallapp raises on purpose."""


class BadInput(WallError):
    """What a person or a file gave cannot be used; nothing was changed. The command line exits 2."""


class NotFound(WallError):
    """What was named does not exist."""


class Denied(WallError):
    """The person may not do this."""


class RuleBroken(WallError):
    """The domain forbids it, whoever asks."""


class Conflict(WallError):
    """Somebody else changed it first; read again."""


class Unavailable(WallError):
    """A part that is needed does not answer now; trying again later can help. Exits 1."""


class Bug(WallError):
    """This must never happen; it is our fault and is to be reported."""
