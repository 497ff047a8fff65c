"""The registry: whose cameras there are, and how a table of them is taken in. Called from the clerk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wallapp.base.errors import BadInput, Conflict, NotFound
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, Owner, Site
from wallapp.services.import_plan import Change, ImportPlan, RowKind, RowPlan, make_plan
from wallapp.services.ports import Row, Unit, UnitSource
from wallapp.services.registry_words import ENGLISH, Message, Say


@dataclass(frozen=True, slots=True)
class Applied:
    """What an import did, in rows."""

    new: int
    changed: int
    unchanged: int
    skipped: int


class Registry:
    """Owners, sites and cameras. Runs on whatever thread calls; each call is one transaction."""

    def __init__(self, source: UnitSource) -> None:
        self._source = source

    def owners(self) -> list[Owner]:
        """All, by name."""
        with self._source.reading() as unit:
            return unit.owners.owners()

    def sites(self) -> list[Site]:
        """All, by owner and name."""
        with self._source.reading() as unit:
            return unit.owners.sites()

    def cameras(self) -> list[Camera]:
        """All, by number."""
        with self._source.reading() as unit:
            return unit.cameras.cameras()

    def camera(self, number: CameraNumber) -> Camera:
        """The camera of that number.

        Raises:
          NotFound: there is none.
        """
        with self._source.reading() as unit:
            camera = unit.cameras.camera(number)
        if camera is None:
            raise NotFound(f"there is no camera {number}; look for it by name or import it")
        return camera

    def plan_import(self, rows: Sequence[Row]) -> ImportPlan:
        """The dry run: what `apply` would do. Changes nothing.

        Raises:
          BadInput: the columns cannot be used. Wrong rows raise nothing, the plan says what is wrong with each.
        """
        with self._source.reading() as unit:
            owners, sites, cameras = unit.owners.owners(), unit.owners.sites(), unit.cameras.cameras()
        return make_plan(rows, owners=owners, sites=sites, cameras=cameras)

    def apply(self, plan: ImportPlan, skip_wrong: bool = False) -> Applied:
        """Do what the plan says, all of it in one transaction.

        Args:
          skip_wrong: take the rows that are not wrong; else one wrong row stops all.

        Raises:
          BadInput: a row is wrong and `skip_wrong` was not asked; nothing was changed.
          Conflict: the registry changed since the plan was made; nothing was changed.
          Unavailable: the store cannot write now; nothing was changed.
        """
        wrong = len(plan.of_kind(RowKind.WRONG))
        if wrong and not skip_wrong:
            raise BadInput(Message(Say.WRONG_ROWS, {"wrong": str(wrong), "rows": str(len(plan.rows))}).text())
        new, changed = plan.of_kind(RowKind.NEW), plan.of_kind(RowKind.CHANGED)
        with self._source.writing(alone=True) as unit:
            _refuse_stale(plan, unit)
            unit.owners.put_owners([owner.after for owner in plan.owners])
            unit.owners.add_sites(plan.sites)
            unit.cameras.put_cameras([row.after for row in (*new, *changed) if row.after is not None])
        return Applied(len(new), len(changed), len(plan.of_kind(RowKind.UNCHANGED)), wrong)


def _refuse_stale(plan: ImportPlan, unit: Unit) -> None:
    """Compare what the plan was made from with what is there now, under the right to write."""
    cameras = {camera.number: camera for camera in unit.cameras.cameras()}
    owners = {owner.name: owner for owner in unit.owners.owners()}
    rows_hold = all(cameras.get(row.number) == row.before for row in plan.rows if row.after and row.number is not None)
    owners_hold = all(owners.get(owner.after.name) == owner.before for owner in plan.owners)
    if not (rows_hold and owners_hold):
        raise Conflict(Message(Say.STALE).text())


def render_plan(plan: ImportPlan, *, words: Mapping[Say, str] = ENGLISH) -> list[str]:
    """The plan as lines for a person: summary, columns, owners and sites, then one line a row."""
    lines = [_summary(plan).text(words)]
    lines += [Message(Say.COLUMN_IGNORED, {"text": name}).text(words) for name in plan.ignored_columns]
    for owner in plan.owners:
        after = owner.after
        if owner.before is not None:
            fields = {"name": after.name, "before": owner.before.kind.value, "after": after.kind.value}
            lines.append(Message(Say.OWNER_CHANGED, fields).text(words))
        else:
            fields = {"name": after.name, "kind": after.kind.value, "other": owner.nearly}
            lines.append(Message(Say.OWNER_NEW_NEARLY if owner.nearly else Say.OWNER_NEW, fields).text(words))
    lines += [Message(Say.SITE_NEW, {"name": site.name, "owner": site.owner}).text(words) for site in plan.sites]
    return lines + [render_row(row, words=words) for row in plan.rows]


def render_row(row: RowPlan, *, words: Mapping[Say, str] = ENGLISH) -> str:
    """What one row would do, or all that is wrong with it, in one line."""
    if row.after is None:
        problems = "; ".join(problem.text(words) for problem in row.problems)
        return Message(Say.ROW_WRONG, {"line": str(row.line), "problems": problems}).text(words)
    fields = {"line": str(row.line), "number": str(row.after.number), "name": row.after.name}
    if row.kind is RowKind.CHANGED:
        changes = ", ".join(_render_change(change, words) for change in row.changes)
        return Message(Say.ROW_CHANGED, {**fields, "changes": changes}).text(words)
    return Message(Say.ROW_NEW if row.kind is RowKind.NEW else Say.ROW_UNCHANGED, fields).text(words)


def render_applied(applied: Applied, *, words: Mapping[Say, str] = ENGLISH) -> str:
    """What an import did, in one line."""
    fields = {"new": str(applied.new), "changed": str(applied.changed), "skipped": str(applied.skipped)}
    return Message(Say.APPLIED, fields).text(words)


def _summary(plan: ImportPlan) -> Message:
    return Message(Say.SUMMARY, {kind.value: str(len(plan.of_kind(kind))) for kind in RowKind})


def _render_change(change: Change, words: Mapping[Say, str]) -> str:
    nothing = words[Say.NOTHING]
    fields = {"column": change.column, "before": change.before or nothing, "after": change.after or nothing}
    return Message(Say.CHANGE, fields).text(words)
