"""GStreamer's RTSP server with many cameras from one file; run by the system's Python, which holds GI.

    /usr/bin/python3 gst_server.py FILE --cameras 16 [--port 0] [--user op] [--certificate PEM]

Serves rtsp://127.0.0.1:PORT/cam1 … in an endless loop with timestamps that go on, prints `serving PORT`, and
ends when its standard input closes, so that it never outlives the test. The password of --user is read from
the environment variable WALLAPP_TEST_PASSWORD. GStreamer's own looping (multifilesrc, seeks) loses timing:
the file is cut into access units once and pushed through appsrc.
"""

from __future__ import annotations

import argparse
import os
import sys
import threading
from pathlib import Path

import gi

gi.require_version("Gst", "1.0")
gi.require_version("GstRtspServer", "1.0")
from gi.repository import Gio, GLib, Gst, GstRtspServer  # noqa: E402 the versions must be chosen first

POOL_THREADS = 8  # with the default of one, 16 openings wait for each other: 10 s
QUEUED_UNITS = 10

# by codec: caps that the parser is asked for, the parser, and the payloader. The parser repeats the parameter sets
# before each key picture; the payloader would repeat them before each slice and so break pictures of several.
CODECS = {
    "h264": ("video/x-h264,stream-format=byte-stream,alignment=au", "h264parse config-interval=-1", "rtph264pay"),
    "h265": ("video/x-h265,stream-format=byte-stream,alignment=au", "h265parse config-interval=-1", "rtph265pay"),
    "mjpeg": ("image/jpeg", "jpegparse", "rtpjpegpay"),
}


def access_units(file: Path, codec: str) -> tuple[Gst.Caps, list[bytes], int]:
    """The caps, every coded picture and the time between two in nanoseconds."""
    caps_text, parser, _ = CODECS[codec]
    pipeline = Gst.parse_launch(
        f'filesrc location="{file}" ! parsebin ! {parser} ! {caps_text} ! appsink name=out sync=false'
    )
    sink = pipeline.get_by_name("out")
    pipeline.set_state(Gst.State.PLAYING)
    units, caps, last_ns = [], None, 0
    while (sample := sink.emit("pull-sample")) is not None:
        buffer = sample.get_buffer()
        caps = caps or sample.get_caps()
        last_ns = max(last_ns, buffer.pts)
        units.append(buffer.extract_dup(0, buffer.get_size()))
    pipeline.set_state(Gst.State.NULL)
    if len(units) < 2:
        sys.exit(f"{file} holds no {codec} video that GStreamer can read")
    return caps, units, last_ns // (len(units) - 1)


class Camera(GstRtspServer.RTSPMediaFactory):
    """One mount; its pictures start with the loop's begin for the first client and are shared by the next."""

    def __init__(self, caps: Gst.Caps, units: list[bytes], interval_ns: int, payloader: str) -> None:
        super().__init__()
        self._caps, self._units, self._interval_ns = caps, units, interval_ns
        self._payloader = payloader
        self.set_shared(True)
        self.connect("media-configure", self._configure)

    def do_create_element(self, _url: object) -> Gst.Element:
        source = "appsrc name=source is-live=true format=time block=false"
        return Gst.parse_launch(f"( {source} ! {self._payloader} name=pay0 pt=96 )")

    def _configure(self, _factory: object, media: GstRtspServer.RTSPMedia) -> None:
        source = media.get_element().get_child_by_name("source")
        source.set_property("caps", self._caps)
        source.set_property("max-bytes", 0)
        source.set_property("max-buffers", QUEUED_UNITS)
        source.connect("need-data", self._push, [0])

    def _push(self, source: Gst.Element, _length: int, count: list[int]) -> None:
        unit = Gst.Buffer.new_wrapped(self._units[count[0] % len(self._units)])
        unit.pts = unit.dts = count[0] * self._interval_ns
        unit.duration = self._interval_ns
        count[0] += 1
        source.emit("push-buffer", unit)


def protect(server: GstRtspServer.RTSPServer, factories: list[Camera], arguments: argparse.Namespace) -> None:
    """Ask for digest authentication, and speak TLS where a certificate is given."""
    auth = GstRtspServer.RTSPAuth()
    auth.set_supported_methods(2)  # GST_RTSP_AUTH_DIGEST
    token = GstRtspServer.RTSPToken()
    token.set_string("media.factory.role", "viewer")
    auth.add_digest(arguments.user, os.environ["WALLAPP_TEST_PASSWORD"], token)
    if arguments.certificate:
        auth.set_tls_certificate(Gio.TlsCertificate.new_from_file(str(arguments.certificate)))
    server.set_auth(auth)
    for factory in factories:
        permissions = GstRtspServer.RTSPPermissions()
        permissions.add_permission_for_role("viewer", "media.factory.access", True)
        permissions.add_permission_for_role("viewer", "media.factory.construct", True)
        factory.set_permissions(permissions)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", help="camera n gets the n-th, in turn; all of one codec")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--cameras", type=int, default=1)
    parser.add_argument("--codec", choices=sorted(CODECS), default="h264")
    parser.add_argument("--user", default="")
    parser.add_argument("--certificate", type=Path)
    arguments = parser.parse_args()
    Gst.init(None)
    clips = [access_units(file, arguments.codec) for file in arguments.files]
    server = GstRtspServer.RTSPServer()
    server.set_address("127.0.0.1")
    server.set_service(str(arguments.port))
    pool = GstRtspServer.RTSPThreadPool()
    pool.set_max_threads(POOL_THREADS)
    server.set_thread_pool(pool)
    payloader = CODECS[arguments.codec][2]
    factories = [Camera(*clips[number % len(clips)], payloader) for number in range(arguments.cameras)]
    for number, factory in enumerate(factories, 1):
        server.get_mount_points().add_factory(f"/cam{number}", factory)
    if arguments.user:
        protect(server, factories, arguments)
    if not server.attach(None):
        sys.exit(f"port {arguments.port} is taken")
    loop = GLib.MainLoop()
    threading.Thread(target=lambda: (sys.stdin.buffer.read(), loop.quit()), daemon=True).start()
    print(f"serving {server.get_bound_port()}", flush=True)
    loop.run()


if __name__ == "__main__":
    main()
