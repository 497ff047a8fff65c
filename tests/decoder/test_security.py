"""What a hostile or a broken stream may not do: see elsewhere, be believed, learn a password, or cost too much."""

from __future__ import annotations

import hashlib
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.feeds.rig import Rig, rig
from tests.servers.certificates import make_certificates
from tests.servers.clips import ClipKind, ClipShelf
from tests.servers.pace import LoopedClip
from tests.servers.web import Answer, Asked, Web
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.decoder.http_login import best_proof, challenges
from wallapp.domain.feed_state import Cause, TruthState
from wallapp.feeds.settings import PoolSettings
from wallapp.frames.control import Bounds
from wallapp.services.credentials import Credential
from wallapp.simulation.rtsp_messages import Credentials
from wallapp.simulation.rtsp_server import RtspServer, TlsFiles

pytestmark = pytest.mark.slow

PASSWORD = "p@s:s/w%rd é and more"
SMALL = ClipKind(width_px=320, height_px=180, seconds=2)
JPEGS = ClipKind("mjpeg", width_px=320, height_px=180, seconds=2)
SOON = Bounds(open_s=3.0, silent_s=2.0)


def end_of(room: Rig, number: int = 1, *, within_s: float = 12.0) -> tuple[Cause | None, str]:
    """Wait until the camera's first attempt is over; its cause and the detail for the log."""

    def cause() -> Cause | None:
        facts = room.facts(number)
        return facts.reading.cause if facts else None

    wait_until(cause, within_s=within_s, what="the end of the attempt")
    facts = room.facts(number)
    assert facts is not None
    return facts.reading.cause, facts.detail


def causes_of(addresses: list[str], settings: PoolSettings | None = None) -> list[Cause | None]:
    """How the first attempt at each ends."""
    with rig(dict(enumerate(addresses, 1)), settings=settings) as room:
        room.want()
        return [end_of(room, number)[0] for number in range(1, len(addresses) + 1)]


# Certificates


@contextmanager
def two_secret_cameras(clips: ClipShelf, certificate: Path, key: Path, both: Path) -> Iterator[tuple[str, str]]:
    """The addresses of the same camera over RTSPS and over HTTPS."""
    rtsp = RtspServer(clock=SystemClock(), tls=TlsFiles(certificate, key))
    rtsp.add_file("cam1", clips.file(SMALL))
    with rtsp, Web(certificate=both) as web:
        web.put_mjpeg("/cam", LoopedClip(clips.file(JPEGS)))
        yield rtsp.url("cam1"), web.url("/cam")


def test_a_certificate_is_believed_only_where_its_authority_is_trusted(clips: ClipShelf, tmp_path: Path) -> None:
    files = make_certificates(tmp_path, self_signed=True)
    with two_secret_cameras(clips, files.certificate, files.key, files.both) as addresses:
        assert causes_of([*addresses]) == [Cause.TLS, Cause.TLS]
        with rig(dict(enumerate(addresses, 1)), settings=PoolSettings(ca_file=str(files.authority))) as room:
            room.want()
            room.wait_live()


@pytest.mark.parametrize("address", ["127.0.0.2", "192.0.2.7"])
def test_a_certificate_of_another_host_is_refused(address: str, clips: ClipShelf, tmp_path: Path) -> None:
    files = make_certificates(tmp_path, address=address)
    settings = PoolSettings(ca_file=str(files.authority))
    with two_secret_cameras(clips, files.certificate, files.key, files.both) as addresses:
        assert causes_of([*addresses], settings) == [Cause.TLS, Cause.TLS]
        by_name = [one.replace("127.0.0.1", "localhost") for one in addresses]
        assert causes_of(by_name, settings) == [Cause.TLS, Cause.TLS]


# Passwords


def test_the_right_password_opens_and_stays_secret(
    clips: ClipShelf, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    rtsp = RtspServer(clock=SystemClock(), credentials=Credentials("op é", PASSWORD))
    rtsp.add_file("cam1", clips.file(SMALL))
    jpeg = LoopedClip(clips.file(JPEGS))
    vault = {"door": Credential("op é", PASSWORD)}
    with rtsp, Web() as web:
        web.put_mjpeg("/open", jpeg)
        web.answers["/cam"] = digest_guard(web.answers["/open"], "op é", PASSWORD)
        addresses = {1: rtsp.url("cam1"), 2: web.url("/cam"), 3: rtsp.url("none"), 4: web.url("/none")}
        with rig(addresses, credentials=vault, credential_name="door") as room:
            room.want()
            room.wait_live([1, 2])
            details = [end_of(room, number)[1] for number in (3, 4)]
            children = [psutil.Process(pid) for pid in room.pool.board.pids.values()]
            told = [str([child.cmdline(), child.environ()]) for child in children]
    words = [*details, *told, caplog.text, *capfd.readouterr(), *(repr(one.__dict__) for one in caplog.records)]
    for form in (PASSWORD, "p%40s%3As", "and%20more", "w%25rd"):
        assert not [text for text in words if form in text]


def digest_guard(inside: Callable[[Asked], Answer], user: str, password: str) -> Callable[[Asked], Answer]:
    """Asks for Basic and for two digests, as cameras do, and lets SHA-256 in."""
    offer = 'Digest realm="camera", nonce="n1", qop="auth,auth-int", algorithm='
    headers = [("WWW-Authenticate", value) for value in ('Basic realm="camera"', offer + "MD5", offer + "SHA-256")]

    def answer(asked: Asked) -> Answer:
        given = dict(challenges([asked.authorization])).get("digest", {})
        if given.get("algorithm") == "SHA-256" and is_right(given, user, password):
            return inside(asked)
        return Answer(status=401, headers=tuple(headers))

    return answer


def is_right(given: dict[str, str], user: str, password: str) -> bool:
    """The server's half of RFC 7616, written apart from the client's."""

    def hashed(*parts: str) -> str:
        return hashlib.sha256(":".join(parts).encode()).hexdigest()

    secret, asked = hashed(user, "camera", password), hashed("GET", given["uri"])
    return given["response"] == hashed(secret, given["nonce"], given["nc"], given["cnonce"], "auth", asked)


@pytest.mark.parametrize("protocol", ["rtsp", "http"])
def test_a_wrong_password_is_tried_once(protocol: str, clips: ClipShelf) -> None:
    rtsp = RtspServer(clock=SystemClock(), credentials=Credentials("op", "right"))
    rtsp.add_file("cam1", clips.file(SMALL))
    with rtsp, Web() as web, counting_proxy(rtsp.port) as counted:
        web.answers["/cam"] = digest_guard(lambda _asked: Answer(), "op", "right")
        address = f"rtsp://127.0.0.1:{counted.port}/cam1" if protocol == "rtsp" else web.url("/cam")
        vault = {"door": Credential("op", "wrong-one")}
        with rig({1: address}, credentials=vault, credential_name="door") as room:
            room.want()
            room.wait_state(1, TruthState.REFUSED, within_s=10)
            cause, detail = end_of(room)
            assert cause is Cause.UNAUTHORISED
            assert "wrong-one" not in detail
            with suppress(AssertionError):  # nothing more may come
                wait_until(lambda: room.state(1) is not TruthState.REFUSED, within_s=4)
            assert room.state(1) is TruthState.REFUSED
        proofs = [asked for asked in web.asked if asked.authorization]
        assert (counted.connections, len(proofs)) == ((1, 0) if protocol == "rtsp" else (0, 1))


class CountingProxy:
    """Passes bytes on to a port of this machine and counts connections."""

    def __init__(self, port: int) -> None:
        self.connections = 0
        self._target = port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._threads: list[threading.Thread] = []
        self._sockets = [self._listener]
        self._start(self._serve)

    def _start(self, work: Callable[..., None], *arguments: socket.socket) -> None:
        thread = threading.Thread(target=work, args=arguments, name="proxy", daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client = self._listener.accept()[0]
                self.connections += 1
                server = socket.create_connection(("127.0.0.1", self._target))
                self._sockets += [client, server]
                self._start(self._copy, client, server)
                self._start(self._copy, server, client)

    def _copy(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                sink.sendall(data)
        with suppress(OSError):
            sink.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for one in self._sockets:
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(5)
        for one in self._sockets:
            one.close()


@contextmanager
def counting_proxy(port: int) -> Iterator[CountingProxy]:
    proxy = CountingProxy(port)
    try:
        yield proxy
    finally:
        proxy.close()


def test_basic_goes_out_over_tls_only(clips: ClipShelf, tmp_path: Path) -> None:
    files = make_certificates(tmp_path)
    jpeg = LoopedClip(clips.file(JPEGS))
    vault = {"door": Credential("op", PASSWORD)}
    with Web() as plain, Web(certificate=files.both) as secret:
        for web in (plain, secret):
            web.put_mjpeg("/open", jpeg)
            web.answers["/cam"] = lambda asked, web=web: (  # type: ignore[misc]  # mypy cannot infer it
                web.answers["/open"](asked)
                if asked.authorization.startswith("Basic ")
                else Answer(status=401, headers=(("WWW-Authenticate", 'Basic realm="camera"'),))
            )
        addresses = {1: plain.url("/cam"), 2: secret.url("/cam")}
        settings = PoolSettings(ca_file=str(files.authority))
        with rig(addresses, settings=settings, credentials=vault, credential_name="door") as room:
            room.want()
            room.wait_live([2])
            room.wait_state(1, TruthState.REFUSED, within_s=5)
            cause, detail = end_of(room, 1)
        assert cause is Cause.UNAUTHORISED
        assert "clear text" in detail
        assert [asked.authorization for asked in plain.asked] == [""]


def test_the_strongest_digest_is_chosen_and_odd_ones_are_left() -> None:
    login = ("GET", "/x?a=1", "op", "pw")
    assert best_proof(challenges(['Basic realm="a, Digest b"']), *login) is None
    assert best_proof(challenges(['Digest realm="r", nonce="n", algorithm=SHA-512-256']), *login) is None
    assert best_proof(challenges(['Digest realm="r", nonce="n", qop="auth-int"']), *login) is None
    assert challenges(["", "Negotiate", "Digest"]) == []
    old = best_proof(challenges(['Basic realm="x", Digest realm="r", nonce="n", opaque="o"']), *login)
    assert old is not None
    assert "qop" not in old
    assert 'opaque="o"' in old
    both = ['Digest realm="r", nonce="n", algorithm=MD5', 'Digest realm="r", nonce="n", algorithm=SHA-256, qop="auth"']
    assert "algorithm=SHA-256" in (best_proof(challenges(both), *login) or "")


# Addresses


class Canary:
    """A port of this machine that nobody may touch."""

    def __init__(self) -> None:
        self.visits = 0
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, name="canary", daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                visitor = self._listener.accept()[0]
                self.visits += 1
                visitor.close()

    def close(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)


@pytest.fixture
def canary() -> Iterator[Canary]:
    one = Canary()
    yield one
    one.close()


PLAYLIST = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:0\n{}\n"
HLS = "application/vnd.apple.mpegurl"
LEADS_AWAY = [
    "#EXTINF:2,\nhttp://127.0.0.1:{port}/a.ts",
    "#EXTINF:2,\nhttp://localhost:{port}/a.ts",
    "#EXTINF:2,\n//127.0.0.1:{port}/a.ts",
    "#EXTINF:2,\nhttps://127.0.0.1:{port}/a.ts",
    "#EXTINF:2,\nftp://127.0.0.1:{port}/a.ts",
    "#EXTINF:2,\ntcp://127.0.0.1:{port}",
    "#EXTINF:2,\nudp://127.0.0.1:{port}",
    "#EXTINF:2,\nrtp://127.0.0.1:{port}/a.ts",
    "#EXTINF:2,\nfile:{file}",
    "#EXTINF:2,\nfile://{file}",
    "#EXTINF:2,\nconcat:http://127.0.0.1:{port}/a.ts|{file}",
    "#EXTINF:2,\nsubfile,,start,0,end,100,,:{file}",
    "#EXTINF:2,\ncrypto+http://127.0.0.1:{port}/a.ts",
    "#EXTINF:2,\ndata:video/mp2t;base64,R0AA",
    '#EXT-X-MAP:URI="http://127.0.0.1:{port}/init.mp4"\n#EXTINF:2,\n/own.m4s',
    '#EXT-X-KEY:METHOD=AES-128,URI="http://127.0.0.1:{port}/key"\n#EXTINF:2,\n/own.ts',
    "#EXT-X-STREAM-INF:BANDWIDTH=1\nhttp://127.0.0.1:{port}/other.m3u8",
    '#EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"\n/own.m3u8\n#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",URI="//x:{port}/a.m3u8"',
    "#EXTINF:2,\n/redirected.ts",
]
TOLD = tuple(f"#EXTINF:2,\n{begin}" for begin in ("http", "//", "file", "data", "crypto", "/redirected"))
"""What FFmpeg asks us for. The rest it skips without a word, so that nothing ever comes."""


def test_a_playlist_leads_nowhere_else(canary: Canary, clips: ClipShelf) -> None:
    with Web() as web:
        away = (("Location", f"http://127.0.0.1:{canary.port}/a.ts"),)
        web.answers["/redirected.ts"] = lambda _asked: Answer(status=302, headers=away)
        addresses = []
        for index, lines in enumerate(LEADS_AWAY):
            text = PLAYLIST.format(lines.format(port=canary.port, file=clips.file(SMALL)))
            web.put(f"/{index}.m3u8", HLS, text.encode())
            addresses.append(web.url(f"/{index}.m3u8"))
        causes = causes_of(addresses)
    assert canary.visits == 0
    said = dict(zip(LEADS_AWAY, causes, strict=True))
    assert {said[lines] for lines in LEADS_AWAY if lines.startswith(TOLD)} == {Cause.ADDRESS_NOT_ALLOWED}
    assert set(causes) <= {Cause.ADDRESS_NOT_ALLOWED, Cause.NO_ANSWER, Cause.UNREADABLE}


def test_a_redirect_to_another_host_is_not_followed(canary: Canary) -> None:
    targets = [
        f"http://127.0.0.1:{canary.port}/",
        f"https://127.0.0.1:{canary.port}/",
        "file:///etc/passwd",
        "ftp://x/",
    ]
    paths = {f"/{status}/{index}": to for status in (301, 302, 303, 307, 308) for index, to in enumerate(targets)}
    with Web() as web:
        for path, to in paths.items():
            answer = Answer(status=int(path.split("/")[1]), headers=(("Location", to),))
            web.answers[path] = lambda _asked, answer=answer: answer  # type: ignore[misc]  # mypy cannot infer it
        causes = dict(zip(paths, causes_of([web.url(path) for path in paths]), strict=True))
    assert canary.visits == 0
    assert set(causes.values()) <= {Cause.ADDRESS_NOT_ALLOWED, Cause.UNREADABLE}
    assert {causes[path] for path in paths if path.endswith("/0")} == {Cause.ADDRESS_NOT_ALLOWED}


@pytest.mark.xfail(strict=True, reason="FFmpeg follows an RTSP redirect to any host and has no option against it")
def test_an_rtsp_redirect_is_not_followed(canary: Canary) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def redirect() -> None:
            with listener.accept()[0] as client:
                client.recv(4096)
                to = f"rtsp://127.0.0.1:{canary.port}/cam1"
                client.sendall(f"RTSP/1.0 302 Found\r\nCSeq: 1\r\nLocation: {to}\r\n\r\n".encode())

        server = threading.Thread(target=redirect, name="redirect", daemon=True)
        server.start()
        causes_of([f"rtsp://127.0.0.1:{listener.getsockname()[1]}/cam1"])
        server.join(5)
    assert canary.visits == 0


def test_a_redirect_on_its_own_host_is_followed(clips: ClipShelf) -> None:
    with Web() as web:
        web.put_mjpeg("/cam", LoopedClip(clips.file(JPEGS)))
        web.answers["/"] = lambda _asked: Answer(status=302, headers=(("Location", "/cam"),))
        with rig({1: web.url("/")}) as room:
            room.want()
            room.wait_live()


FILES = {
    "list.m3u8": PLAYLIST.format("#EXTINF:2,\nhttp://127.0.0.1:{port}/a.ts"),
    "list.mp4": PLAYLIST.format("#EXTINF:2,\nhttp://127.0.0.1:{port}/a.ts"),
    "list.ffconcat": "ffconcat version 1.0\nfile http://127.0.0.1:{port}/a.ts\n",
    "list.ts": "ffconcat version 1.0\nfile '{file}'\n",
    "cam.sdp": "v=0\nc=IN IP4 127.0.0.1\nm=video {port} RTP/AVP 96\na=rtpmap:96 H264/90000\n",
    "cam.mp4": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video {port} RTP/AVP 26\n",
    "smil.avi": '<smil><body><video src="http://127.0.0.1:{port}/"/></body></smil>',
    "dash.mpd": '<?xml version="1.0"?><MPD><BaseURL>http://127.0.0.1:{port}/</BaseURL></MPD>',
}


def test_a_file_that_only_points_elsewhere_is_not_obeyed(canary: Canary, clips: ClipShelf, tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text.format(port=canary.port, file=clips.file(SMALL)))
    wrong = {Cause.FORMAT_NOT_ALLOWED, Cause.UNREADABLE}
    assert set(causes_of([str(tmp_path / name) for name in FILES])) <= wrong
    odd = [f"concat:{clips.file()}", f"subfile,,start,0,end,9,,:{clips.file()}", "data:video/mp2t;base64,R0AA"]
    odd += [f"tcp://127.0.0.1:{canary.port}", f"rtmp://127.0.0.1:{canary.port}/a", "pipe:0", "lavfi:testsrc"]
    assert set(causes_of(odd)) <= {Cause.FORMAT_NOT_ALLOWED, Cause.ADDRESS_NOT_ALLOWED}
    assert canary.visits == 0


@pytest.mark.parametrize("kind", ["text/html", "application/dash+xml", "image/png", "application/sdp"])
def test_other_content_is_not_opened(kind: str, canary: Canary) -> None:
    with Web() as web:
        web.put("/cam", kind, FILES["dash.mpd"].format(port=canary.port).encode())
        assert causes_of([web.url("/cam")]) == [Cause.FORMAT_NOT_ALLOWED]
        web.put("/cam", "video/mp2t", FILES["cam.sdp"].format(port=canary.port).encode())
        causes = causes_of([web.url("/cam")], PoolSettings(bounds=SOON))
        assert set(causes) <= {Cause.UNREADABLE, Cause.CLOSED_BY_CAMERA}
    assert canary.visits == 0
