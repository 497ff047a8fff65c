"""What a station's facts mean for a wall, and what to do about them. Pure; the front door gathers the facts."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, Final

CORE_PER_FEED: Final = 0.05
"""Of one core, for a 640x360 H.264 feed at 25/s shown at 480x272, console included (DESIGN 2: 0.040 to 0.043)."""
CORE_SHARE: Final = 0.8
"""What of the processors a wall may take; above that a burst makes pictures late."""
BYTES_FIXED: Final = 500 * 2**20
BYTES_PER_FEED: Final = 20 * 2**20
DISK_LOW_BYTES: Final = 50 * 2**20
DISK_SCARCE_BYTES: Final = 500 * 2**20

NEEDED_DECODERS: Final = ("h264", "hevc", "mjpeg")
NEEDED_FORMATS: Final = ("rtsp", "hls", "mpegts", "mpjpeg", "mov")
NEEDED_PROTOCOLS: Final = ("file", "tcp", "udp", "rtp", "tls")


class Verdict(StrEnum):
    """How good a finding is; only a problem makes the doctor's exit code 1."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. `advice` says what to do; empty where nothing is to be done."""

    check: str
    verdict: Verdict
    text: str
    advice: str = ""


def judge_python(python: tuple[int, int], pyside: tuple[int, int] | None) -> Finding:
    """Whether this Python and this PySide6 may be used together.

    Before Python 3.12 None is counted, and PySide6 6.12 drops a reference to it at every draw: the process
    aborts after some ten thousand of them.
    """
    versions = f"Python {python[0]}.{python[1]}, PySide6 {'.'.join(map(str, pyside)) if pyside else 'missing'}"
    if pyside is None:
        return Finding("python", Verdict.PROBLEM, versions, "install wallapp again: pip install wallapp")
    if python < (3, 11):
        return Finding("python", Verdict.PROBLEM, versions, "install Python 3.11 or newer")
    if python < (3, 12) and pyside >= (6, 12):
        return Finding(
            "python", Verdict.PROBLEM, f"{versions}: aborts after some minutes", "pip install 'PySide6-Essentials<6.12'"
        )
    return Finding("python", Verdict.OK, versions)


def judge_display(probe: Mapping[str, Any] | None, *, wanted: str, detail: str = "") -> Finding:
    """Whether a window can be opened.

    Args:
      probe: what the probe's process said; None where it died, `detail` then holds its last words.
      wanted: the display that the environment names; empty where there is none.
    """
    if probe is None:
        return Finding(
            "window",
            Verdict.PROBLEM,
            f"Qt cannot start{f' ({detail})' if detail else ''}",
            "install Qt's system libraries (README, Without make), or use --headless",
        )
    platform, screens = probe["platform"], ", ".join(probe["screens"]) or "none"
    if not wanted:
        return Finding(
            "window", Verdict.NOTE, f"no display; Qt {probe['qt']} draws without one", "use --headless, or set DISPLAY"
        )
    return Finding("window", Verdict.OK, f"Qt {probe['qt']} on {platform}, screens: {screens}")


def judge_codecs(media: Mapping[str, Any]) -> Finding:
    """Whether the video library has what cameras send."""
    missing = [
        *(f"decoder {name}" for name in NEEDED_DECODERS if name not in media["decoders"]),
        *(f"format {name}" for name in NEEDED_FORMATS if name not in media["formats"]),
        *(f"protocol {name}" for name in NEEDED_PROTOCOLS if name not in media["protocols"]),
    ]
    text = f"PyAV {media['av']}, FFmpeg {media['ffmpeg']}"
    if missing:
        return Finding("video", Verdict.PROBLEM, f"{text}; missing: {', '.join(missing)}", "pip install 'av>=18.1,<19'")
    return Finding("video", Verdict.OK, f"{text}; H.264, H.265, MJPEG over RTSP(S), HTTP(S), HLS, UDP and from files")


def judge_tls(tls: Mapping[str, bool]) -> Finding:
    """Whether encrypted cameras are really verified; each fact comes from a real handshake on loopback."""
    if not tls["refuses_unknown"]:
        text, advice = "rtsps: a camera with an unknown certificate is ACCEPTED", "do not use rtsps; report this"
    elif not tls["refuses_wrong_name"]:
        text, advice = "rtsps: a certificate for another address is ACCEPTED", "do not use rtsps; report this"
    elif not tls["accepts_trusted"]:
        text, advice = "rtsps: a camera with a trusted certificate is refused", "reinstall: pip install 'av>=18.1,<19'"
    else:
        return Finding("encryption", Verdict.OK, "rtsps: unknown and misnamed certificates are refused, trusted taken")
    return Finding("encryption", Verdict.PROBLEM, text, advice)


def judge_opencv(distributions: Sequence[str]) -> Finding:
    """Whether exactly one OpenCV is installed, and one without a window system of its own."""
    found = ", ".join(distributions) or "none"
    if len(distributions) == 1 and distributions[0].endswith("-headless"):
        return Finding("opencv", Verdict.OK, found)
    return Finding(
        "opencv",
        Verdict.PROBLEM,
        f"{found}; a second copy or a second Qt in one process can crash it",
        "pip uninstall every opencv distribution, then pip install 'opencv-python-headless>=5.0,<6'",
    )


def judge_disk(free_bytes: int, place: str) -> Finding:
    """Whether the profile's disk has room."""
    text = f"{_size(free_bytes)} free for {place}"
    if free_bytes < DISK_LOW_BYTES:
        return Finding("disk", Verdict.PROBLEM, text, "make room: layouts, registry and log can no longer be kept")
    if free_bytes < DISK_SCARCE_BYTES:
        return Finding("disk", Verdict.NOTE, text, "make room soon; the simulated city's clips alone take 60 MB")
    return Finding("disk", Verdict.OK, text)


def judge_capacity(cores: int, memory_bytes: int) -> Finding:
    """For how many feeds of 640x360 at 25/s this machine is good."""
    by_cores = int(cores * CORE_SHARE / CORE_PER_FEED)
    by_memory = max(0, (memory_bytes - BYTES_FIXED) // BYTES_PER_FEED)
    feeds = min(by_cores, by_memory)
    text = f"{cores} processor cores, {_size(memory_bytes)} memory: good for about {feeds} feeds of 640x360 at 25/s"
    if feeds < 9:
        return Finding("capacity", Verdict.NOTE, text, "show few cameras, or use a larger machine")
    return Finding("capacity", Verdict.OK, text)


def judge_resources(present: Collection[str], needed: Collection[str]) -> Finding:
    """Whether the shipped files are there: fonts, translations, help, icons, the simulated city."""
    missing = sorted(set(needed) - set(present))
    if missing:
        return Finding("files", Verdict.PROBLEM, f"missing: {', '.join(missing)}", "install wallapp again")
    return Finding("files", Verdict.OK, "fonts, translations, help, icons and the simulated city are there")


def render(findings: Sequence[Finding]) -> list[str]:
    """One line a finding, what to do after an arrow."""
    width = max((len(finding.check) for finding in findings), default=0)
    return [
        f"{finding.verdict.value.upper():<8} {finding.check:<{width}}  {finding.text}"
        + (f" -> {finding.advice}" if finding.advice else "")
        for finding in findings
    ]


def as_data(findings: Sequence[Finding]) -> dict[str, Any]:
    """The same for programs; made of plain values."""
    return {"version": 1, "findings": [asdict(finding) for finding in findings]}


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 2**30:.1f} GiB" if size_bytes >= 2**30 else f"{size_bytes / 2**20:.0f} MiB"
