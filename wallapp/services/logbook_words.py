"""Letters made alike, so that a line of the log is found without its accents."""

from __future__ import annotations

import unicodedata

from wallapp.domain.logbook import LogKind, LogLine
from wallapp.services.entry_line import western
from wallapp.services.shared_ports import LogQuery


def folded(text: str) -> str:
    """Without accents, vowel signs and letter case, with Western digits: for comparing only."""
    apart = unicodedata.normalize("NFKD", western(text))
    return "".join(sign for sign in apart if not unicodedata.combining(sign)).casefold()


def searched(line: LogLine) -> str:
    """All of a line that is searched by words, folded."""
    return folded("\n".join((line.text, line.from_whom, line.to_whom, line.means, *line.facts.values())))


def matches(line: LogLine, query: LogQuery) -> bool:
    """Whether the line is asked for, by itself: as the store does, for what this station holds while it is lost."""
    text = searched(line)
    return (
        line.exercise == query.exercise
        and (query.incident is None or line.incident == query.incident)
        and (not query.kinds or line.kind in query.kinds)
        and (query.since_at is None or line.happened_at >= query.since_at)
        and (query.until_at is None or line.happened_at < query.until_at)
        and (query.reviews or line.kind not in (LogKind.CORRECTION, LogKind.REVIEW))
        and all(word in text for word in folded(query.words).split())
    )
