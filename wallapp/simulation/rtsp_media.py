"""Video cut into RTP payloads once, so that serving it to many clients costs a header each.

The payload formats are RFC 6184 (H.264), RFC 7798 (H.265) and RFC 2435 (MJPEG), made by FFmpeg's own RTP
muxer: each of its writes is one packet, and only what follows its 12 bytes of header is kept.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from pathlib import Path

import av
from av.bitstream import BitStreamFilterContext
from av.error import FFmpegError

from wallapp.base.errors import BadInput

CLOCK_RATE_HZ = 90_000
"""Of every RTP video timestamp."""

MAX_PACKET_BYTES = 1400
_RTP_HEADER_BYTES = 12
_RTCP_TYPES = range(200, 207)
_RESTART_INTERVAL = b"\xff\xdd\x00\x04"
"""A JPEG's DRI segment. FFmpeg's RTP muxer leaves it out, and the picture would come out green."""

_START_CODE = re.compile(rb"\x00\x00\x00?\x01")


class Codec(StrEnum):
    """What the server can send; the values are FFmpeg's names."""

    H264 = "h264"
    H265 = "hevc"
    MJPEG = "mjpeg"


_PAYLOAD_TYPE = {Codec.H264: 96, Codec.H265: 96, Codec.MJPEG: 26}
_TO_ANNEX_B = {Codec.H264: "h264_mp4toannexb", Codec.H265: "hevc_mp4toannexb"}


@dataclass(frozen=True, slots=True)
class Payload:
    """What follows the header of one RTP packet; `is_last` is the marker bit, the end of a picture."""

    is_last: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class CodedPicture:
    """One picture as an encoder or a file gives it: Annex B with parameter sets where it is a key, or a JPEG.

    Attributes:
      is_key: decoding can begin here.
      send_90k, shown_90k: decoding and presentation time; a live source leaves them 0, it is paced by the server.
    """

    data: bytes
    is_key: bool
    send_90k: int = 0
    shown_90k: int = 0


@dataclass(frozen=True, slots=True)
class Unit:
    """One coded picture cut into payloads.

    Attributes:
      send_90k: when it is sent, from the clip's begin.
      shown_90k: its timestamp, from the clip's begin; differs from `send_90k` where pictures are reordered.
      is_key: decoding can begin here.
    """

    send_90k: int
    shown_90k: int
    is_key: bool
    payloads: tuple[Payload, ...]


@dataclass(frozen=True, slots=True)
class MediaFormat:
    """What the session description says of a video.

    Attributes:
      parameter_sets: NAL units without start codes: SPS and PPS, for H.265 VPS first; empty for MJPEG.
    """

    codec: Codec
    width_px: int
    height_px: int
    fps: float
    parameter_sets: tuple[bytes, ...] = ()

    @property
    def payload_type(self) -> int:
        """The RTP payload type that the description binds to the codec."""
        return _PAYLOAD_TYPE[self.codec]

    def description(self, name: str) -> str:
        """The session description (RFC 4566) with one video track, its lines ended by CRLF."""
        kind = self.payload_type
        lines = ["v=0", "o=- 1 1 IN IP4 127.0.0.1", f"s={name}", "c=IN IP4 0.0.0.0", "t=0 0", "a=control:*"]
        lines += [f"m=video 0 RTP/AVP {kind}", *self._format_lines(kind)]
        lines += [f"a=framerate:{self.fps:g}", "a=control:trackID=0", ""]
        return "\r\n".join(lines)

    def _format_lines(self, kind: int) -> list[str]:
        sets = [base64.b64encode(one).decode() for one in self.parameter_sets]
        if self.codec is Codec.H264:
            fmtp = f"a=fmtp:{kind} packetization-mode=1;sprop-parameter-sets={','.join(sets)}"
            return [f"a=rtpmap:{kind} H264/{CLOCK_RATE_HZ}", fmtp]
        if self.codec is Codec.H265:
            named = ";".join(f"sprop-{part}={one}" for part, one in zip(("vps", "sps", "pps"), sets, strict=False))
            return [f"a=rtpmap:{kind} H265/{CLOCK_RATE_HZ}", f"a=fmtp:{kind} {named}"]
        return [f"a=rtpmap:{kind} JPEG/{CLOCK_RATE_HZ}"]


@dataclass(frozen=True, slots=True)
class Clip:
    """A whole file, ready to be sent in a loop. Begins with a key picture."""

    format: MediaFormat
    units: tuple[Unit, ...]
    duration_90k: int


class Packetiser:
    """Cuts coded pictures into RTP payloads. One per stream, used by one thread; close it."""

    def __init__(self, codec: Codec, width_px: int, height_px: int) -> None:
        self._caught: list[Payload] = []
        self._container = av.open(self, "w", format="rtp", options={"packetsize": str(MAX_PACKET_BYTES)})
        self._stream = self._container.add_mux_stream(codec.value, width=width_px, height=height_px)
        self._stream.time_base = Fraction(1, CLOCK_RATE_HZ)
        self._count = 0

    def write(self, data: bytes) -> int:
        """Called by the muxer with one RTP or RTCP packet."""
        packet = bytes(data)
        if packet[1] not in _RTCP_TYPES:
            self._caught.append(Payload(bool(packet[1] & 0x80), packet[_RTP_HEADER_BYTES:]))
        return len(packet)

    def payloads(self, coded: bytes) -> tuple[Payload, ...]:
        """The payloads of one coded picture: Annex B with its parameter sets, or a JPEG."""
        packet = av.Packet(coded)
        packet.stream = self._stream
        packet.time_base = Fraction(1, CLOCK_RATE_HZ)
        packet.pts = packet.dts = self._count * 3600  # only has to rise: the sender writes its own timestamps
        self._count += 1
        self._caught.clear()
        self._container.mux_one(packet)
        return tuple(self._caught)

    def close(self) -> None:
        """Give the muxer's memory back."""
        self._container.close()


def nal_units(annex_b: bytes) -> list[bytes]:
    """The NAL units of an H.264 or H.265 picture, without start codes."""
    return [unit for unit in _START_CODE.split(annex_b) if unit]


def parameter_sets(codec: Codec, annex_b: bytes) -> tuple[bytes, ...]:
    """The parameter sets in one coded picture, in stream order; empty for MJPEG."""
    units = nal_units(annex_b)
    if codec is Codec.H264:
        return tuple(unit for unit in units if unit[0] & 0x1F in (7, 8))
    if codec is Codec.H265:
        return tuple(unit for unit in units if (unit[0] >> 1) & 0x3F in (32, 33, 34))
    return ()


def read_clip(file: Path) -> Clip:
    """Read a video file and cut it into payloads. Raises as `read_pictures` and `make_clip`."""
    return make_clip(*read_pictures(file))


def read_pictures(file: Path) -> tuple[Codec, int, int, list[CodedPicture]]:
    """(codec, width, height, pictures in decoding order) of a video file.

    Raises:
      BadInput: the file is missing, is no video, or its codec is not H.264, H.265 or MJPEG.
    """
    try:
        with av.open(str(file)) as container:
            if not container.streams.video:
                raise BadInput(f"{file} holds no video; give another file.")
            return _demux(container, file)
    except FFmpegError as error:
        raise BadInput(f"{file} cannot be read as video; give a file of H.264, H.265 or MJPEG.") from error


def _demux(container: av.container.InputContainer, file: Path) -> tuple[Codec, int, int, list[CodedPicture]]:
    stream = container.streams.video[0]
    context = stream.codec_context
    if context.name not in {codec.value for codec in Codec}:
        raise BadInput(f"{file} holds {context.name}; give a file of H.264, H.265 or MJPEG.")
    codec = Codec(context.name)
    name = _TO_ANNEX_B.get(codec)
    annex_b = BitStreamFilterContext(name, stream) if name else None
    packets = [packet for packet in container.demux(stream) if packet.size]
    filtered = packets if annex_b is None else [out for packet in packets for out in annex_b.filter(packet)]
    coded: list[CodedPicture] = []
    for index, packet in enumerate(filtered):
        send = shown = index * 3600  # a raw stream without times runs at 25 a second
        if packet.dts is not None and packet.time_base is not None:
            scale = packet.time_base * CLOCK_RATE_HZ
            send = round(packet.dts * scale)
            shown = send if packet.pts is None else round(packet.pts * scale)
        coded.append(CodedPicture(bytes(packet), packet.is_keyframe, send, shown))
    return codec, context.width, context.height, coded


def make_clip(codec: Codec, width_px: int, height_px: int, coded: Sequence[CodedPicture]) -> Clip:
    """The clip of coded pictures in decoding order; what stands before the first key picture is left out.

    Raises:
      BadInput: there is no key picture to begin with, or the JPEGs hold restart markers.
    """
    first_key = next((index for index, picture in enumerate(coded) if picture.is_key), None)
    if first_key is None:
        raise BadInput("the video holds no key picture; give another file.")
    coded = coded[first_key:]
    if codec is Codec.MJPEG and _RESTART_INTERVAL in coded[0].data:
        raise BadInput("the video's pictures hold restart markers, which are not served; encode it with slices=1.")
    begin_90k = coded[0].send_90k
    packetiser = Packetiser(codec, width_px, height_px)
    try:
        units = tuple(
            Unit(
                picture.send_90k - begin_90k,
                picture.shown_90k - begin_90k,
                picture.is_key,
                packetiser.payloads(picture.data),
            )
            for picture in coded
        )
    finally:
        packetiser.close()
    interval_90k = units[-1].send_90k // (len(units) - 1) if len(units) > 1 else CLOCK_RATE_HZ // 25
    fps = round(CLOCK_RATE_HZ / interval_90k, 3)
    form = MediaFormat(codec, width_px, height_px, fps, parameter_sets(codec, coded[0].data))
    return Clip(form, units, units[-1].send_90k + interval_90k)
