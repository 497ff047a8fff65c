"""Lines for the log on the entry line: told from commands, with their kind and their incident."""

from __future__ import annotations

import pytest

from wallapp.base.errors import BadInput
from wallapp.domain.logbook import LONGEST_TEXT, LogKind
from wallapp.services.log_line import TypedLine, begins_log_line, read_log_line


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("+ barrier down", TypedLine("barrier down")),
        ("+barrier down", TypedLine("barrier down")),
        (" ＋ barrière", TypedLine("barrière")),
        ("+! close the quay #42", TypedLine("close the quay #42", LogKind.DECISION, 42)),
        ("+* engine sent", TypedLine("engine sent", LogKind.ACTION)),
        ("+< caller: smoke", TypedLine("caller: smoke", LogKind.COMMUNICATION_IN)),
        ("+ > told the harbour", TypedLine("told the harbour", LogKind.COMMUNICATION_OUT)),
        ("+ #٤٢ دخان كثيف", TypedLine("#٤٢ دخان كثيف", incident=42)),
        ("\u200f+ دخان", TypedLine("دخان")),
        ("+ see (#7) and #8", TypedLine("see (#7) and #8", incident=7)),
        ("+ a##42 b#42 #42x #1234567", TypedLine("a##42 b#42 #42x #1234567")),
        ("+ 1+5", TypedLine("1+5")),
    ],
)
def test_a_line_is_read_with_its_kind_and_incident(line: str, meant: TypedLine) -> None:
    assert begins_log_line(line)
    assert read_log_line(line) == meant


@pytest.mark.parametrize("line", ["104", "1+5", "L2", "", "?", "- x", "4x4"])
def test_commands_are_no_lines_for_the_log(line: str) -> None:
    assert not begins_log_line(line)


@pytest.mark.parametrize("line", ["+", "+ ", "+!", "+ " + "x" * (LONGEST_TEXT + 1)])
def test_what_says_nothing_or_too_much_is_refused(line: str) -> None:
    assert begins_log_line(line)
    with pytest.raises(BadInput):
        read_log_line(line)
