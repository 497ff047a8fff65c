"""Starts GStreamer's RTSP server, an implementation that is not ours, as a child process."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from types import TracebackType

from tests.servers.needs import need

SYSTEM_PYTHON = Path("/usr/bin/python3")
_SCRIPT = Path(__file__).with_name("gst_server.py")
_START_WITHIN_S = 20.0
_PROBE = "import gi; gi.require_version('Gst', '1.0'); gi.require_version('GstRtspServer', '1.0')"


def need_gstreamer() -> None:
    """Skip where GStreamer's RTSP server or its Python binding is missing; fail in CI."""
    works = (
        SYSTEM_PYTHON.exists() and subprocess.run([SYSTEM_PYTHON, "-c", _PROBE], capture_output=True).returncode == 0
    )
    need(works, "GStreamer's RTSP server is missing: apt-get install python3-gi gir1.2-gst-rtsp-server-1.0")


class GstServer:
    """GStreamer's server with `cameras` mounts of one file: cam1, cam2, … A context manager."""

    def __init__(
        self,
        file: Path,
        *,
        cameras: int = 1,
        codec: str = "h264",
        login: tuple[str, str] | None = None,
        certificate: Path | None = None,
    ) -> None:
        """`certificate` holds the certificate and its key; it needs a login, GStreamer serves nobody otherwise."""
        self._command = [str(SYSTEM_PYTHON), str(_SCRIPT), str(file), "--cameras", str(cameras), "--codec", codec]
        self._environment = dict(os.environ)
        if login:
            self._command += ["--user", login[0]]
            self._environment["WALLAPP_TEST_PASSWORD"] = login[1]
        if certificate:
            self._command += ["--certificate", str(certificate)]
        self._scheme = "rtsps" if certificate else "rtsp"
        self._port = 0
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> GstServer:
        self._process = subprocess.Popen(
            self._command, env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        assert self._process.stdout is not None
        words = self._process.stdout.readline().split()
        if len(words) != 2 or words[0] != "serving":
            self.__exit__(None, None, None)
            raise AssertionError("GStreamer's server did not start; see its messages above")
        self._port = int(words[1])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        process = self._process
        assert process is not None and process.stdin is not None and process.stdout is not None
        process.stdin.close()  # it ends by itself then
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()

    @property
    def pid(self) -> int:
        """The child's process id."""
        assert self._process is not None
        return self._process.pid

    def url(self, number: int = 1, *, login: str = "") -> str:
        """The address of a mount; `login` is `user:password` to be put in."""
        at = f"{login}@" if login else ""
        return f"{self._scheme}://{at}127.0.0.1:{self._port}/cam{number}"
