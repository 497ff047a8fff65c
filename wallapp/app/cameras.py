"""`wallapp cameras`: a table of cameras into the registry and out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import TextIO

from wallapp.base.errors import BadInput
from wallapp.domain.camera import Camera
from wallapp.exchange.cameras_csv import read_rows, write_cameras
from wallapp.services.import_plan import ImportPlan, RowKind
from wallapp.services.options import CamerasAction, CamerasOptions
from wallapp.services.registry import Registry, render_applied, render_plan
from wallapp.store.engine import open_store

_HEADER = ("number", "name", "owner", "site", "sensitivity", "streams")


def run_cameras(options: CamerasOptions, out: TextIO) -> int:
    """Do one piece of work on the registry; returns 0.

    Raises:
      BadInput: the file, a row of it or the profile cannot be used; nothing was changed.
      Conflict, Unavailable: the store does not take it; nothing was changed.
    """
    # The file first: a wrong name must not leave a new profile behind.
    rows = None
    if options.path is not None and options.action is not CamerasAction.EXPORT:
        rows = read_rows(options.path)
    with closing(open_store(options.station.profile_dir, url=options.station.store_url)) as store:
        registry = Registry(store)
        plan = None if rows is None else registry.plan_import(rows)
        if options.action is CamerasAction.LIST:
            _write(out, _table(registry.cameras() if plan is None else plan.cameras))
        elif options.action is CamerasAction.EXPORT:
            assert options.path is not None
            cameras = registry.cameras()
            write_cameras(options.path, cameras, registry.owners())
            _write(out, [f"{len(cameras)} cameras written to {options.path}"])
        else:
            assert options.path is not None and plan is not None
            _take_in(registry, plan, options.path, options=options, out=out)
    return 0


def _take_in(registry: Registry, plan: ImportPlan, path: Path, *, options: CamerasOptions, out: TextIO) -> None:
    _write(out, render_plan(plan))
    only_said = options.action is CamerasAction.CHECK or options.dry_run
    wrong = len(plan.of_kind(RowKind.WRONG))
    if wrong and not options.skip_wrong:
        way_out = "mend them" if only_said else "nothing was changed; mend them"
        raise BadInput(
            f"{path.name}: {wrong} of {len(plan.rows)} rows are wrong; {way_out}, or import with --skip-wrong"
        )
    if not only_said:
        _write(out, [render_applied(registry.apply(plan, skip_wrong=options.skip_wrong))])


def _table(cameras: Sequence[Camera]) -> list[str]:
    """Aligned columns, a header first."""
    rows = [
        _HEADER,
        *(
            (str(c.number), c.name, c.owner, c.site or "-", c.sensitivity.value, ",".join(sorted(c.streams)))
            for c in cameras
        ),
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADER))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return [*lines, f"{len(cameras)} cameras"]


def _write(out: TextIO, lines: Iterable[str]) -> None:
    out.write("".join(f"{line}\n" for line in lines))
