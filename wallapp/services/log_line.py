"""Lines for the log, as an operator types them on the entry line: a plus sign, then what happened. Pure; any thread.

`+ barrier down` is an observation; `+!` a decision, `+*` an action, `+<` a message that came in, `+>` one that went
out. A number sign and a number, such as #42, says which incident it is about.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from wallapp.domain.logbook import LONGEST_TEXT, LogKind, checked_text
from wallapp.services.entry_line import western

MARK: Final = "+"
TYPED_MAX: Final = LONGEST_TEXT + 8
KIND_MARKS: Final = MappingProxyType(
    {
        "!": LogKind.DECISION,
        "*": LogKind.ACTION,
        "<": LogKind.COMMUNICATION_IN,
        ">": LogKind.COMMUNICATION_OUT,
    }
)
_INCIDENT: Final = re.compile(r"(?<![\w#])#(\d{1,6})(?!\w)")
_SAME_KEY: Final = str.maketrans({"＋": "+", "！": "!", "＊": "*", "×": "*", "＜": "<", "＞": ">"})
_DIRECTIONS: Final = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069"
"""Signs that an input method puts before a text that is written from the right."""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line for the log. `incident`: the short number that it names; None where it names none."""

    text: str
    kind: LogKind = LogKind.OBSERVATION
    incident: int | None = None


def begins_log_line(line: str) -> bool:
    """Whether what is typed is meant for the log and no command."""
    return line.lstrip(_DIRECTIONS + " ").translate(_SAME_KEY).startswith(MARK)


def read_log_line(line: str) -> TypedLine:
    """What the line says, its mark taken off.

    Raises:
      BadInput: it says nothing, or too much.
    """
    rest = line.lstrip(_DIRECTIONS + " ")[1:].lstrip(_DIRECTIONS + " ")
    kind = KIND_MARKS.get(rest[:1].translate(_SAME_KEY))
    if kind is not None:
        rest = rest[1:]
    text = checked_text(unicodedata.normalize("NFC", rest))
    return TypedLine(text, kind or LogKind.OBSERVATION, named_incident(text))


def named_incident(text: str) -> int | None:
    """The first incident that a text names by its short number; None where there is none."""
    found = _INCIDENT.search(western(text))
    return int(found[1]) if found else None
