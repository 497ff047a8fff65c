"""`python -m wallapp.decoder.selftest HANDLE`: what the decoder can do here, as one line of JSON.

FFmpeg ignores a misspelt option without a word. So whether encrypted cameras are verified is not read from
the options but tried: three real handshakes on loopback, through the very code that opens cameras.
"""

from __future__ import annotations

import ipaddress
import json
import ssl
import sys
import tempfile
import threading
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from socket import create_server, socket
from typing import Any, Final

import av
import cv2
from av.codec.codec import UnknownCodecError
from av.format import formats_available
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from wallapp.decoder.causes import SourceError
from wallapp.decoder.source import open_source
from wallapp.frames.arena import PICTURES_AT, Arena
from wallapp.frames.control import Bounds, FeedOrder

MARK: Final = b"wallapp"
"""Written into the shared memory, so that the console sees that both look at the same."""
DECODERS: Final = ("h264", "hevc", "mjpeg", "mpeg4", "mpeg2video", "vp9", "libdav1d")
PROTOCOLS: Final = ("file", "tcp", "udp", "rtp", "tls")
_WAIT_S: Final = 5.0
_HERE: Final = "127.0.0.1"
_ELSEWHERE: Final = "127.0.0.2"


class TlsServer:
    """Takes one TLS connection on loopback and remembers whether the client trusted it enough to speak."""

    def __init__(self, certificate: Path) -> None:
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate)
        self._listener = create_server((_HERE, 0))
        self._listener.settimeout(_WAIT_S)
        self._thread = threading.Thread(target=self._serve, name="selftest-tls", daemon=True)
        self.was_asked = False

    def __enter__(self) -> TlsServer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.join(2 * _WAIT_S)
        self._listener.close()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._listener.getsockname()[1])

    def _serve(self) -> None:
        with suppress(OSError):
            plain, _ = self._listener.accept()
            self._talk(plain)

    def _talk(self, plain: socket) -> None:
        plain.settimeout(_WAIT_S)
        with plain, self._context.wrap_socket(plain, server_side=True) as secret:
            self.was_asked = secret.recv(4096).startswith(b"OPTIONS ")


def is_spoken_to(certificate: Path, ca_file: str) -> bool:
    """Whether opening a camera over rtsps at a server with this certificate gets as far as a question to it.

    Args:
      certificate: PEM, its key included.
      ca_file: to be trusted besides the system's; empty for the system's only.
    """
    with TlsServer(certificate) as server:
        bounds = Bounds(open_s=_WAIT_S, silent_s=_WAIT_S)
        address = f"rtsps://{_HERE}:{server.port}/selftest"
        order = FeedOrder(0, 0, address, (), ca_file=ca_file, bounds=bounds)
        # The server never answers as a camera would, so that opening always fails; how far it came counts.
        with suppress(SourceError, av.error.FFmpegError, OSError), open_source(order):
            pass
    return server.was_asked


def try_tls(folder: Path) -> dict[str, bool]:
    """Three handshakes; true is good."""
    right, wrong = (_write_certificate(folder, address) for address in (_HERE, _ELSEWHERE))
    return {
        "refuses_unknown": not is_spoken_to(right, ""),
        "refuses_wrong_name": not is_spoken_to(wrong, str(wrong)),
        "accepts_trusted": is_spoken_to(right, str(right)),
    }


def _write_certificate(folder: Path, address: str) -> Path:
    """A self-signed certificate for an IP address and its key, in one PEM file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, address)])
    born_at = datetime(2020, 1, 1, tzinfo=UTC)  # valid whatever this machine takes for today
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(born_at)
        .not_valid_after(born_at + timedelta(days=36_500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(address))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = folder / f"{address}.pem"
    no_passphrase = serialization.NoEncryption()
    path.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, no_passphrase)
    )
    return path


def _is_decoder(name: str) -> bool:
    try:
        av.Codec(name, "r")
    except UnknownCodecError:
        return False
    return True


def _protocols() -> list[str]:
    """Those of the ones needed that FFmpeg knows; it has no list to be asked for, so each is tried."""
    return [name for name in PROTOCOLS if _is_protocol(name)]


def _is_protocol(name: str) -> bool:
    try:
        av.open(f"{name}:", format="mpegts", timeout=(0.05, 0.05)).close()
    except av.error.ProtocolNotFoundError:
        return False
    except (av.error.FFmpegError, OSError):
        return True  # it is known, and of course there is nothing to open
    return True


def examine(arena: Arena | None) -> dict[str, Any]:
    """Everything; takes a second or two."""
    if arena is not None:
        arena.memory[PICTURES_AT : PICTURES_AT + len(MARK)] = MARK
    with tempfile.TemporaryDirectory(prefix="wallapp-selftest-") as folder:
        tls = try_tls(Path(folder))
    return {
        "av": av.__version__,
        "ffmpeg": str(av.ffmpeg_version_info),
        "decoders": [name for name in DECODERS if _is_decoder(name)],
        "formats": sorted(formats_available),
        "protocols": _protocols(),
        "cv2": cv2.__version__,
        "tls": tls,
    }


def main(arguments: list[str]) -> int:
    """Print what was found."""
    arena = Arena.attach(arguments[0]) if arguments else None
    sys.stdout.write(json.dumps(examine(arena)) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
