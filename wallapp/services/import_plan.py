"""The dry run: what an import would do, worked out from rows and what is known. Pure, changes nothing."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, Owner, OwnerKind, Sensitivity, Site, StreamName, default_sensitivity
from wallapp.services.camera_columns import COLUMNS, ParsedRow, check_header, parse_row, to_cells
from wallapp.services.ports import Row
from wallapp.services.registry_words import Message, Say


class RowKind(StrEnum):
    """What a row would do."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Change:
    """One column of one camera; texts as in cameras.csv, empty where there is nothing."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What one row would do.

    Attributes:
      number: None where it cannot be read.
      before: the camera as it is; None where it is new, or the row is wrong.
      after: as it would be; None where the row is wrong.
      changes: for a changed camera only.
      problems: for a wrong row only, all of them.
    """

    line: int
    kind: RowKind
    number: CameraNumber | None
    before: Camera | None = None
    after: Camera | None = None
    changes: tuple[Change, ...] = ()
    problems: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnerPlan:
    """An owner that would be created (`before` is None) or get another kind.

    Attributes:
      nearly: a known owner of nearly the same name; empty where there is none.
    """

    before: Owner | None
    after: Owner
    nearly: str = ""


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do, wrong rows left out of everything but `rows`."""

    rows: tuple[RowPlan, ...]
    owners: tuple[OwnerPlan, ...]
    sites: tuple[Site, ...]
    ignored_columns: tuple[str, ...]

    def of_kind(self, kind: RowKind) -> tuple[RowPlan, ...]:
        """The rows of that kind, in the file's order."""
        return tuple(row for row in self.rows if row.kind is kind)

    @property
    def is_clean(self) -> bool:
        """Whether no row is wrong."""
        return not self.of_kind(RowKind.WRONG)

    @property
    def cameras(self) -> tuple[Camera, ...]:
        """The cameras that the file names, as they would be, in the file's order."""
        return tuple(row.after for row in self.rows if row.after is not None)


@dataclass(slots=True)
class _Draft:
    """A row on its way: wrong as soon as `problems` holds one."""

    parsed: ParsedRow
    before: Camera | None
    after: Camera | None = None

    @property
    def problems(self) -> list[Message]:
        return self.parsed.problems


def make_plan(
    rows: Sequence[Row], *, owners: Sequence[Owner] = (), sites: Sequence[Site] = (), cameras: Sequence[Camera] = ()
) -> ImportPlan:
    """What importing `rows` into a registry of these owners, sites and cameras would do.

    Raises:
      BadInput: the columns cannot be used (see `check_header`). A wrong row raises nothing.
    """
    ignored = check_header(dict.fromkeys(name for row in rows for name in row.cells)) if rows else ()
    known = {camera.number: camera for camera in cameras}
    drafts = [_draft(row, known) for row in rows]
    _refuse_duplicates(drafts)
    kinds = _owner_kinds(drafts)
    owner_plans = _plan_owners(drafts, kinds, {owner.name: owner for owner in owners})
    kind_of = {owner.name: owner.kind for owner in owners} | {plan.after.name: plan.after.kind for plan in owner_plans}
    planned = tuple(_planned(draft, kind_of) for draft in drafts)
    needed = (Site(row.after.owner, row.after.site) for row in planned if row.after and row.after.site)
    known_sites = set(sites)
    new_sites = tuple(site for site in dict.fromkeys(needed) if site not in known_sites)
    return ImportPlan(planned, owner_plans, new_sites, ignored)


def _draft(row: Row, known: Mapping[CameraNumber, Camera]) -> _Draft:
    parsed = parse_row(row)
    before = None if parsed.number is None else known.get(parsed.number)
    draft = _Draft(parsed, before)
    if parsed.number is None:
        return draft
    complained = {problem.fields.get("column") for problem in parsed.problems}
    if before is None:
        for column in ("name", "owner"):
            if column not in parsed.edits and column not in complained:
                parsed.problems.append(Message(Say.REQUIRED, {"column": column}))
    base = before or Camera(parsed.number, "", OwnerName(""))
    merged = {**base.streams, **parsed.streams}
    streams = {name: merged[name] for name in StreamName if merged.get(name)}
    after = replace(base, streams=streams, **parsed.edits)
    if not streams.keys() & {StreamName.MAIN, StreamName.SUB} and not complained & {"main", "sub"}:
        parsed.problems.append(Message(Say.NO_STREAM))
    if (after.lat_deg is None) != (after.lon_deg is None) and not complained & {"lat", "lon"}:
        parsed.problems.append(Message(Say.HALF_A_POSITION, {"column": "lat" if after.lat_deg is None else "lon"}))
    draft.after = after
    return draft


def _refuse_duplicates(drafts: Sequence[_Draft]) -> None:
    """The first row of a number stands; each later one is wrong."""
    first_line: dict[CameraNumber, int] = {}
    for draft in drafts:
        number = draft.parsed.number
        if number is None:
            continue
        if number in first_line:
            fields = {"text": str(number), "line": str(first_line[number])}
            draft.problems.append(Message(Say.DUPLICATE, fields))
        else:
            first_line[number] = draft.parsed.line


def _owner_kinds(drafts: Sequence[_Draft]) -> dict[OwnerName, OwnerKind]:
    """What the rows that are not wrong say of each owner's kind; a row that disagrees with an earlier one is wrong."""
    said: dict[OwnerName, tuple[OwnerKind, int]] = {}
    for draft in drafts:
        kind = draft.parsed.owner_kind
        if draft.problems or draft.after is None or kind is None:
            continue
        earlier, line = said.setdefault(draft.after.owner, (kind, draft.parsed.line))
        if earlier is not kind:
            fields = {"text": kind.value, "other": earlier.value, "line": str(line)}
            draft.problems.append(Message(Say.OWNER_KINDS_DISAGREE, fields))
    return {name: kind for name, (kind, _) in said.items()}


def _plan_owners(
    drafts: Sequence[_Draft], kinds: Mapping[OwnerName, OwnerKind], known: Mapping[OwnerName, Owner]
) -> tuple[OwnerPlan, ...]:
    plans = []
    for name in dict.fromkeys(draft.after.owner for draft in drafts if draft.after and not draft.problems):
        before = known.get(name)
        if before is None:
            # Nothing said: the kind whose cameras are not open.
            after = Owner(name, kinds.get(name, OwnerKind.OTHER))
            close = difflib.get_close_matches(name.casefold(), [other.casefold() for other in known], n=1, cutoff=0.85)
            nearly = next((other for other in known if close and other.casefold() == close[0]), "")
            plans.append(OwnerPlan(None, after, nearly))
        elif kinds.get(name, before.kind) is not before.kind:
            plans.append(OwnerPlan(before, replace(before, kind=kinds[name])))
    return tuple(plans)


def _planned(draft: _Draft, kind_of: Mapping[OwnerName, OwnerKind]) -> RowPlan:
    line, number, before, after = draft.parsed.line, draft.parsed.number, draft.before, draft.after
    if draft.problems or after is None:
        return RowPlan(line, RowKind.WRONG, number, problems=tuple(draft.problems))
    if before is None:
        if "sensitivity" not in draft.parsed.edits:
            after = replace(after, sensitivity=_sensitivity(kind_of.get(after.owner)))
        return RowPlan(line, RowKind.NEW, number, after=after)
    if after == before:
        return RowPlan(line, RowKind.UNCHANGED, number, before, after)
    old, new = to_cells(before, None), to_cells(after, None)
    changes = tuple(Change(name, old[name], new[name]) for name in COLUMNS if old[name] != new[name])
    return RowPlan(line, RowKind.CHANGED, number, before, after, changes)


def _sensitivity(kind: OwnerKind | None) -> Sensitivity:
    return Sensitivity.PROTECTED if kind is None else default_sensitivity(kind)
