"""Joins the first-run question to the registry."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from wallapp.base.errors import BadInput
from wallapp.exchange.cameras_csv import read_rows
from wallapp.services.options import CameraSource, WallOptions
from wallapp.services.registry import Registry, render_plan
from wallapp.ui.first_run import Choice, DryRun, FirstRun


def answered(options: WallOptions, registry: Registry) -> WallOptions | None:
    """Ask what a station without cameras is to show; imports where that is the answer.

    Returns:
      The options to go on with; None where the person wants nothing.

    Raises:
      BadInput: there is nobody to ask, because the run is headless.
    """
    if options.headless:
        raise BadInput("this station has no cameras: run wallapp demo, or wallapp cameras import FILE.csv first")

    def dry_run(path: Path) -> DryRun:
        plan = registry.plan_import(read_rows(path))
        return DryRun(render_plan(plan), is_clean=plan.is_clean and bool(plan.cameras))

    def take_in(path: Path) -> None:
        registry.apply(registry.plan_import(read_rows(path)))

    question = FirstRun(dry_run, take_in)
    question.exec()
    if question.choice is Choice.DEMO:
        return replace(options, source=CameraSource.DEMO)
    return options if question.choice is Choice.IMPORTED else None
