"""Every sentence of the registry's import, in English, in one place: the ui and the command line translate by key.

A template's fields are filled with `str.format`; a translation may use them in any order. Sentences about one
row or header are joined with semicolons, so none holds one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Say(StrEnum):
    """One thing that the import can say."""

    # What is wrong with a cell; each has {column}.
    REQUIRED = "required"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_WHOLE_NUMBER = "not_a_whole_number"
    OUT_OF_RANGE = "out_of_range"
    NOT_ONE_OF = "not_one_of"
    TOO_LONG = "too_long"
    CONTROL_CHARACTER = "control_character"
    FORMULA = "formula"
    BAD_CREDENTIAL_NAME = "bad_credential_name"
    BAD_ADDRESS = "bad_address"
    CANNOT_CLEAR = "cannot_clear"
    # What is wrong with a row.
    NO_STREAM = "no_stream"
    HALF_A_POSITION = "half_a_position"
    DUPLICATE = "duplicate"
    OWNER_KINDS_DISAGREE = "owner_kinds_disagree"
    SURPLUS = "surplus"
    # What is wrong with a header.
    COLUMN_MISSING = "column_missing"
    STREAM_COLUMN_MISSING = "stream_column_missing"
    COLUMN_NEARLY = "column_nearly"
    COLUMN_TWICE = "column_twice"
    HEADER = "header"
    # The plan.
    SUMMARY = "summary"
    COLUMN_IGNORED = "column_ignored"
    OWNER_NEW = "owner_new"
    OWNER_NEW_NEARLY = "owner_new_nearly"
    OWNER_CHANGED = "owner_changed"
    SITE_NEW = "site_new"
    ROW_NEW = "row_new"
    ROW_CHANGED = "row_changed"
    ROW_UNCHANGED = "row_unchanged"
    ROW_WRONG = "row_wrong"
    CHANGE = "change"
    NOTHING = "nothing"
    # Applying it.
    WRONG_ROWS = "wrong_rows"
    STALE = "stale"
    APPLIED = "applied"


ENGLISH: Mapping[Say, str] = {
    Say.REQUIRED: "{column}: must not be empty",
    Say.NOT_A_NUMBER: "{column}: '{text}' is no number",
    Say.NOT_A_WHOLE_NUMBER: "{column}: '{text}' is no whole number from {low} to {high}",
    Say.OUT_OF_RANGE: "{column}: {text} is outside {low} to {high}",
    Say.NOT_ONE_OF: "{column}: '{text}' is none of {allowed}",
    Say.TOO_LONG: "{column}: longer than {high} characters",
    Say.CONTROL_CHARACTER: "{column}: holds a line break or an invisible control character, take it out",
    Say.FORMULA: "{column}: begins with {text}, which a spreadsheet would run as a formula: begin it with a letter",
    Say.BAD_CREDENTIAL_NAME: (
        "{column}: names a vault entry (letters, digits, dots, hyphens, underscores), never the password itself"
    ),
    Say.BAD_ADDRESS: "{column}: {fault}",
    Say.CANNOT_CLEAR: "{column}: cannot be cleared with '-'",
    Say.NO_STREAM: "main: a camera needs a main or a sub address",
    Say.HALF_A_POSITION: "{column}: lat and lon go together: give both or clear both with '-'",
    Say.DUPLICATE: "number: {text} is already on line {line}",
    Say.OWNER_KINDS_DISAGREE: "owner_kind: '{text}' disagrees with '{other}' on line {line} for the same owner",
    Say.SURPLUS: "{count} more cells than the header has columns: put text that holds the separator in quotes",
    Say.COLUMN_MISSING: "column {column} is missing",
    Say.STREAM_COLUMN_MISSING: "column main or sub is missing",
    Say.COLUMN_NEARLY: "column '{text}' is not known, did you mean {column}?",
    Say.COLUMN_TWICE: "column {column} stands there twice",
    Say.HEADER: "the header cannot be used: {problems}; it needs number,name,owner and main or sub",
    Say.SUMMARY: "{new} new, {changed} changed, {unchanged} unchanged, {wrong} wrong",
    Say.COLUMN_IGNORED: "column '{text}' is not known and is ignored",
    Say.OWNER_NEW: "new owner: {name} ({kind})",
    Say.OWNER_NEW_NEARLY: "new owner: {name} ({kind}); nearly the known owner {other}: check the spelling",
    Say.OWNER_CHANGED: "changed owner: {name}, kind {before} to {after}; its cameras keep their sensitivity",
    Say.SITE_NEW: "new site: {name} of {owner}",
    Say.ROW_NEW: "line {line}: new {number} {name}",
    Say.ROW_CHANGED: "line {line}: changed {number} {name}: {changes}",
    Say.ROW_UNCHANGED: "line {line}: unchanged {number} {name}",
    Say.ROW_WRONG: "line {line}: wrong: {problems}",
    Say.CHANGE: "{column} {before} to {after}",
    Say.NOTHING: "(none)",
    Say.WRONG_ROWS: "{wrong} of {rows} rows are wrong, so nothing was changed; mend them or ask to skip the wrong rows",
    Say.STALE: "the registry was changed since this import was checked, so nothing was changed; check the file again",
    Say.APPLIED: "{new} cameras added, {changed} changed, {skipped} rows skipped",
}


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence with its fields, in no language yet."""

    say: Say
    fields: Mapping[str, str] = field(default_factory=dict)

    def text(self, words: Mapping[Say, str] = ENGLISH) -> str:
        """The sentence in the language of `words`."""
        return words[self.say].format(**self.fields)
