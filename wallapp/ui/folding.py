"""Letters made alike for searching, so that nobody must type an accent to find a camera."""

from __future__ import annotations

import unicodedata

from wallapp.services.entry_line import western


def folded(text: str) -> str:
    """The text without accents, vowel signs and letter case, with Western digits: for comparing only."""
    apart = unicodedata.normalize("NFKD", western(text))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()
