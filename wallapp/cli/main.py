"""The entry point: parse, open the log, run, and every error as one line with its exit code (DESIGN 7)."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import logging
import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from wallapp.app.alarm import run_alarm, run_partner
from wallapp.app.alarm_listen import run_listen
from wallapp.app.cameras import run_cameras
from wallapp.app.cap import run_cap
from wallapp.app.doctor import run_doctor
from wallapp.app.store import run_store
from wallapp.app.vault import run_vault
from wallapp.base.errors import BadInput, Bug, WallError
from wallapp.base.log import redact
from wallapp.cli.arguments import Options, parse
from wallapp.cli.doors import run_wall
from wallapp.cli.log_file import log_to
from wallapp.services.options import (
    AlarmListenOptions,
    AlarmOptions,
    CamerasOptions,
    CapOptions,
    DoctorOptions,
    PartnerOptions,
    StoreOptions,
    VaultOptions,
    WallOptions,
)
from wallapp.services.stats_summary import summarise

DONE: Final = 0
FAILED: Final = 1
BAD_INPUT: Final = 2
INTERRUPTED: Final = 130
_DISK_FULL: Final = (errno.ENOSPC, errno.EDQUOT)

LOG = logging.getLogger("wallapp.cli")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 a failure, 2 bad input, 130 interrupted."""
    _never_fail_on_a_letter()
    with ExitStack() as stack:
        log_path: Path | None = None
        try:
            options = parse(sys.argv[1:] if argv is None else argv)
            log_path = _open_log(options, stack)
            code = _run(options)
            sys.stdout.flush()  # here, where a reader that has gone and a full disk are still understood
            return code
        except SystemExit as end:  # argparse after --help and --version
            return int(end.code or 0)
        except KeyboardInterrupt:
            return INTERRUPTED
        except BrokenPipeError:
            _drop_output()  # `wallapp cameras list | head`: nothing to say
            return FAILED
        except BadInput as error:
            return _say(str(error), BAD_INPUT)
        except Bug as error:
            return _own_fault(error, log_path)
        except WallError as error:
            return _say(str(error), FAILED)
        except Exception as error:
            if isinstance(error, OSError) and error.errno in _DISK_FULL:
                _drop_output()
                return _say(f"the disk is full ({error.strerror}); make room and try again", FAILED)
            LOG.critical("internal error", exc_info=True)
            return _own_fault(error, log_path)


def _open_log(options: Options, stack: ExitStack) -> Path | None:
    """None for a doctor whose profile cannot be used: that is one of the things it has to say."""
    try:
        return stack.enter_context(log_to(options.station.profile_dir))
    except WallError:
        if isinstance(options, DoctorOptions):
            return None
        raise


def _run(options: Options) -> int:
    if isinstance(options, CamerasOptions):
        return run_cameras(options, sys.stdout)
    if isinstance(options, VaultOptions):
        return run_vault(options, sys.stdout)
    if isinstance(options, CapOptions):
        return run_cap(options, sys.stdout)
    if isinstance(options, StoreOptions):
        return run_store(options, sys.stdout)
    if isinstance(options, DoctorOptions):
        return run_doctor(options, sys.stdout)
    if isinstance(options, AlarmOptions):
        return run_alarm(options, sys.stdout)
    if isinstance(options, AlarmListenOptions):
        return run_listen(options, sys.stdout)
    if isinstance(options, PartnerOptions):
        return run_partner(options, sys.stdout)
    code = run_wall(options)
    if code == DONE:
        _tell_figures(options)
    return code


def _tell_figures(options: WallOptions) -> None:
    """A few lines about a run that was measured: nobody wants to read the JSON to see whether it was good."""
    if options.stats_path is None:
        return
    stats = json.loads(options.stats_path.read_text(encoding="utf-8"))
    sys.stdout.write("\n".join(summarise(stats)) + "\n")


def _say(text: str, code: int) -> int:
    """One line on stderr; several only where the error lists them, such as the wrong rows of a file."""
    lines = [" ".join(line.split()) for line in redact(text).splitlines() if line.strip()]
    sys.stderr.write("".join(f"wallapp: {line}\n" for line in lines or ["it failed without a word"]))
    return code


def _own_fault(error: Exception, log_path: Path | None) -> int:
    if isinstance(error, Bug):
        LOG.critical("internal error", exc_info=error)
    details = f"details in {log_path}" if log_path else "there is no log, because the profile cannot be used"
    return _say(f"internal error ({type(error).__name__}); please report it; {details}", FAILED)


def _drop_output() -> None:
    """What could not be written must not be tried again, with a traceback, when Python flushes at its end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _never_fail_on_a_letter() -> None:
    """A terminal or a pipe in an old encoding gets an escape in place of a letter it lacks, not a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
