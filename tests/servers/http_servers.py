"""Cameras over HTTP: MJPEG as multipart/x-mixed-replace, a snapshot, and HLS with a moving window."""

from __future__ import annotations

import base64
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.servers.pace import LoopedClip

_BOUNDARY = "picture"
_TYPES = {".m3u8": "application/vnd.apple.mpegurl", ".ts": "video/mp2t"}
_HLS_OPTIONS = {"hls_time": "1", "hls_list_size": "4", "hls_flags": "delete_segments+omit_endlist"}


class HttpCameras:
    """Serves /cam.mjpg, /snapshot.jpg and /live.m3u8 on a port of its own. A context manager.

    Attributes:
      stalled: while set, MJPEG sends nothing more, its connections stay open, and snapshots do not answer.
      asked: how many requests came in, by path.
    """

    def __init__(self, *, mjpeg: Path, h264: Path, folder: Path, login: str = "") -> None:
        """`login` is `user:password`, asked for by basic authentication; `folder` receives HLS segments."""
        self.stalled = threading.Event()
        self.asked: dict[str, int] = {}
        self.login = login
        self.folder = folder
        self.mjpeg = LoopedClip(mjpeg)
        self.picture = b""
        self.ended = threading.Event()
        self._new_picture = threading.Condition()
        self._h264 = LoopedClip(h264)
        self._server = _Server(self)
        self._threads = [
            threading.Thread(target=work, name=f"http-{work.__name__.strip('_')}", daemon=True)
            for work in (self._server.serve_forever, self._draw, self._segment)
        ]

    def __enter__(self) -> HttpCameras:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.ended.set()
        with self._new_picture:
            self._new_picture.notify_all()
        self._server.shutdown()
        self._server.server_close()  # waits for the requests in progress
        for thread in self._threads:
            thread.join(10)

    def url(self, path: str, *, login: str = "") -> str:
        """The address of `cam.mjpg`, `snapshot.jpg` or `live.m3u8`."""
        at = f"{login}@" if login else ""
        return f"http://{at}127.0.0.1:{self._server.server_address[1]}/{path}"

    def next_picture(self) -> bytes | None:
        """Wait for the next JPEG; None when the server ends."""
        with self._new_picture:
            self._new_picture.wait(5)
        return None if self.ended.is_set() else self.picture

    def _draw(self) -> None:
        for data, _is_key, _number in self.mjpeg.packets(self.ended):
            if not self.stalled.is_set():
                with self._new_picture:
                    self.picture = data
                    self._new_picture.notify_all()

    def _segment(self) -> None:
        self._h264.remux(str(self.folder / "live.m3u8"), self.ended, form="hls", options=_HLS_OPTIONS)


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close waits for them, so that nothing outlives the test

    def __init__(self, cameras: HttpCameras) -> None:
        self.cameras = cameras
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        cameras = self.server.cameras
        path = self.path.partition("?")[0]
        cameras.asked[path] = cameras.asked.get(path, 0) + 1
        expected = f"Basic {base64.b64encode(cameras.login.encode()).decode()}"
        if cameras.login and self.headers.get("Authorization") != expected:
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="camera"')
            self.end_headers()
            return
        try:
            if path == "/cam.mjpg":
                self._send_mjpeg(cameras)
            elif path == "/snapshot.jpg":
                self._send_snapshot(cameras)
            else:
                self._send_file(cameras.folder / path.strip("/"))
        except OSError:
            self.close_connection = True  # the client left

    def _send_mjpeg(self, cameras: HttpCameras) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={_BOUNDARY}")
        self.end_headers()
        while (picture := cameras.next_picture()) is not None:
            if cameras.stalled.is_set():
                continue
            head = f"--{_BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(picture)}\r\n\r\n"
            self.wfile.write(head.encode() + picture + b"\r\n")

    def _send_snapshot(self, cameras: HttpCameras) -> None:
        while cameras.stalled.is_set() and not cameras.ended.wait(0.05):
            pass
        picture = cameras.next_picture()
        if picture is not None:
            self._send("image/jpeg", picture)

    def _send_file(self, file: Path) -> None:
        if file.parent != self.server.cameras.folder or not file.is_file():
            self.send_error(404)
            return
        self._send(_TYPES.get(file.suffix, "application/octet-stream"), file.read_bytes())

    def _send(self, kind: str, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the tests look at `asked`."""
