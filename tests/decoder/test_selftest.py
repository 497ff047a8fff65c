"""The decoder's self-test: three real handshakes, and the proof that it would notice."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import av
import pytest

from tests.servers.certificates import make_certificates
from wallapp.decoder import selftest


def test_cameras_are_verified_by_the_code_that_opens_them(tmp_path: Path) -> None:
    assert selftest.try_tls(tmp_path) == {
        "refuses_unknown": True,
        "refuses_wrong_name": True,
        "accepts_trusted": True,
    }


@pytest.mark.parametrize("options", [{}, {"tls_verifyy": "1"}, {"tls_verify": "0"}])
def test_a_client_that_does_not_verify_is_noticed(options: dict[str, str], tmp_path: Path) -> None:
    """FFmpeg without the option, and with the option misspelt, which it takes without a word."""
    certificate = make_certificates(tmp_path, self_signed=True).both
    with selftest.TlsServer(certificate) as server, suppress(av.error.FFmpegError, OSError):
        address = f"rtsps://127.0.0.1:{server.port}/x"
        av.open(address, format="rtsp", options={"rtsp_transport": "tcp", **options}, timeout=(5.0, 5.0))
    assert server.was_asked


def test_the_process_prints_one_line_of_json() -> None:
    done = subprocess.run([sys.executable, "-m", "wallapp.decoder.selftest"], capture_output=True, text=True)
    assert done.returncode == 0 and done.stderr == ""
    found = json.loads(done.stdout)
    assert {"h264", "hevc", "mjpeg"} <= set(found["decoders"])
    assert "rtsp" in found["formats"] and found["protocols"] == list(selftest.PROTOCOLS)
