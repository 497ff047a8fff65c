"""Letters made alike, so that a line of the log is found without its accents."""

from __future__ import annotations

import unicodedata

from wallapp.domain.logbook import LogLine
from wallapp.services.entry_line import western


def folded(text: str) -> str:
    """Without accents, vowel signs and letter case, with Western digits: for comparing only."""
    apart = unicodedata.normalize("NFKD", western(text))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def searched(line: LogLine) -> str:
    """All of a line that is searched by words, folded."""
    return folded("\n".join((line.text, line.from_whom, line.to_whom, line.means, *line.facts.values())))
