"""`wallapp doctor`: gathers the facts about this station; `services.doctor` judges them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import closing
from importlib import metadata
from pathlib import Path
from typing import Any, Final, TextIO

import psutil

from wallapp.app.doctor_access import examine_access
from wallapp.app.doctor_alarms import examine_alarms
from wallapp.base.clock import SystemClock
from wallapp.base.errors import WallError
from wallapp.base.places import resources_dir
from wallapp.frames.arena import PICTURES_AT, Arena
from wallapp.services import doctor
from wallapp.services.doctor import Finding, Verdict
from wallapp.services.options import DoctorOptions, Station
from wallapp.store.engine import FILE_NAME, open_store
from wallapp.vault.choose import ClosedVault, open_vault, take_passphrase

_PROBE_WITHIN_S: Final = 60.0
_MARK: Final = b"wallapp"
"""What decoder.selftest writes into the shared memory; the rooms do not see each other."""
_OPENCV: Final = (
    "opencv-python",
    "opencv-python-headless",
    "opencv-contrib-python",
    "opencv-contrib-python-headless",
)
_FILES: Final = (
    "fonts/NotoSans-Regular.ttf",
    "fonts/NotoSansArabic-Regular.ttf",
    "i18n/wallapp_fr.qm",
    "i18n/wallapp_ar.qm",
    "help/en.md",
    "help/fr.md",
    "help/ar.md",
    "icons/wallapp.svg",
    "city/cameras.json",
)


def run_doctor(options: DoctorOptions, out: TextIO) -> int:
    """Say what this station can and cannot do; returns 1 where there is a problem, else 0. Changes nothing but
    a store that an older wallapp made, which is brought up to date as every start would."""
    findings = examine(options.station)
    if options.as_json:
        out.write(json.dumps(doctor.as_data(findings), indent=1, ensure_ascii=False) + "\n")
    else:
        out.write("".join(f"{line}\n" for line in doctor.render(findings)))
    return 1 if any(finding.verdict is Verdict.PROBLEM for finding in findings) else 0


def examine(station: Station) -> list[Finding]:
    """All findings, in the order in which they matter."""
    checks: list[Callable[[], list[Finding]]] = [
        lambda: [doctor.judge_python(sys.version_info[:2], _pyside_version())],
        lambda: [_display()],
        _decoder,
        lambda: [doctor.judge_opencv([name for name in _OPENCV if _is_installed(name)])],
        lambda: [_vault(station.profile_dir)],
        lambda: _profile(station),
        lambda: [doctor.judge_resources([name for name in _FILES if (resources_dir() / name).is_file()], _FILES)],
        lambda: [doctor.judge_capacity(_cores(), psutil.virtual_memory().total)],
        lambda: [Finding("graphics", Verdict.OK, "pictures are decoded by the processor; no graphics card is used")],
    ]
    return [finding for check in checks for finding in check()]


def _pyside_version() -> tuple[int, int] | None:
    try:
        parts = metadata.version("PySide6-Essentials").split(".")
    except metadata.PackageNotFoundError:
        return None
    return int(parts[0]), int(parts[1])


def _is_installed(distribution: str) -> bool:
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True


def _display() -> Finding:
    environment = dict(os.environ)
    wanted = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or ""
    if sys.platform in ("win32", "darwin"):
        wanted = "desktop"
    if not wanted:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    found, detail = _probe("wallapp.app.qt_probe", environment=environment)
    return doctor.judge_display(found, wanted=wanted, detail=detail)


def _decoder() -> list[Finding]:
    """Video library, encryption and shared memory, seen from a process like a decoder's."""
    try:
        arena = Arena.create("doctor")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return [Finding("memory", Verdict.PROBLEM, f"no shared memory ({reason})", "free memory, or restart")]
    fds = () if arena.fd is None else (arena.fd,)
    found, detail = _probe("wallapp.decoder.selftest", arena.handle, environment=dict(os.environ), pass_fds=fds)
    is_shared = bytes(arena.memory[PICTURES_AT : PICTURES_AT + len(_MARK)]) == _MARK
    arena.close_descriptor()
    if found is None:
        return [Finding("video", Verdict.PROBLEM, f"a decoder cannot start ({detail})", "pip install wallapp again")]
    if is_shared:
        memory = Finding("memory", Verdict.OK, "pictures pass through shared memory")
    else:
        memory = Finding("memory", Verdict.PROBLEM, "a decoder's pictures do not arrive", "report this")
    return [doctor.judge_codecs(found), doctor.judge_tls(found["tls"]), memory]


def _probe(
    module: str, *arguments: str, environment: Mapping[str, str], pass_fds: tuple[int, ...] = ()
) -> tuple[dict[str, Any] | None, str]:
    """What a process of our own printed as JSON, or None and its last words."""
    command = [sys.executable, "-m", module, *arguments]
    try:
        done = subprocess.run(
            command, env=environment, pass_fds=pass_fds, capture_output=True, text=True, timeout=_PROBE_WITHIN_S
        )
        return json.loads(done.stdout), ""
    except subprocess.TimeoutExpired:
        return None, f"no answer within {_PROBE_WITHIN_S:.0f} s"
    except ValueError:
        words = [line.strip() for line in done.stderr.splitlines() if line.strip()]
        return None, words[-1][:200] if words else f"ended with {done.returncode}"


def _vault(profile_dir: Path) -> Finding:
    try:
        vault = open_vault(profile_dir, take_passphrase(os.environ))
    except WallError as error:
        return Finding("vault", Verdict.PROBLEM, str(error), "give the right passphrase, or put a backup in its place")
    if isinstance(vault, ClosedVault):
        return Finding("vault", Verdict.NOTE, vault.description, "cameras that need no password work without it")
    return Finding("vault", Verdict.OK, f"passwords of cameras are kept in {vault.description}")


def _profile(station: Station) -> list[Finding]:
    """The disk, and the store where there is one; a first look must not make a profile."""
    folder = station.profile_dir
    there = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    if not there.is_dir() or not os.access(there, os.W_OK):
        text = f"{folder} cannot be made: {there} is no folder that may be written"
        return [Finding("profile", Verdict.PROBLEM, text, "choose another with --profile")]
    findings = [doctor.judge_disk(shutil.disk_usage(there).free, str(folder))]
    if station.store_url is None and not (folder / FILE_NAME).exists():
        none_yet = Finding("store", Verdict.OK, "none yet; made when wallapp is first used")
        return [*findings, none_yet, *examine_alarms(None, folder, SystemClock())]
    try:
        with closing(open_store(folder, url=station.store_url)) as store:
            with store.reading() as unit:
                count = len(unit.cameras.cameras())
            place, access = store.place, examine_access(store, folder, SystemClock())
            alarms = examine_alarms(store, folder, SystemClock())
    except WallError as error:
        text, _, advice = str(error).partition("; ")
        return [*findings, Finding("store", Verdict.PROBLEM, text, advice)]
    return [*findings, Finding("store", Verdict.OK, f"{count} cameras registered in {place}"), *access, *alarms]


def _cores() -> int:
    """Those that this process may use; a container may have fewer than the machine."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
