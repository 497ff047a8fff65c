"""What a path sends instead of its file while a fault shows: another size, another codec, a header that lies."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import av

from wallapp.base.errors import BadInput
from wallapp.simulation.faults import Fault
from wallapp.simulation.rtsp_media import CLOCK_RATE_HZ, Clip, Codec, CodedPicture, make_clip, nal_units, read_pictures

LYING_SIDE_PX = {Fault.HUGE_PICTURE: 30_000, Fault.LARGE_PICTURE: 12_000}
"""The width and height that each of these announces."""

VARIANTS = LYING_SIDE_PX.keys() | {Fault.SIZE_CHANGE, Fault.CODEC_CHANGE, Fault.CODEC_CHANGE_ANNOUNCED}
"""The faults that need other pictures than the file's."""

_LONGEST_PICTURES = 100
_SPS = 7
_START_CODE = b"\x00\x00\x00\x01"
_ENCODERS = {
    Codec.H264: ("libx264", {"preset": "ultrafast", "tune": "zerolatency"}),
    Codec.H265: ("libx265", {"preset": "ultrafast", "x265-params": "bframes=0:log-level=none"}),
}


def make_variant(file: Path, fault: Fault) -> Clip:
    """The clip that shows a fault of VARIANTS, made from the begin of a file. Takes some tenths of a second.

    Raises:
      BadInput: the file cannot be read, or is not H.264.
    """
    codec, width_px, height_px, pictures = read_pictures(file)
    if codec is not Codec.H264:
        raise BadInput(f"{file} holds {codec}; {fault} can only be shown by H.264.")
    if side_px := LYING_SIDE_PX.get(fault):
        sps = sequence_parameters(side_px, side_px)
        lying = [replace(one, data=_with_sps(one.data, sps)) for one in pictures]
        return make_clip(codec, side_px, side_px, lying)
    if fault is Fault.SIZE_CHANGE:
        return _encode_again(file, Codec.H264, width_px * 3 // 4 & ~15, height_px)
    return _encode_again(file, Codec.H265, width_px, height_px)


def _encode_again(file: Path, codec: Codec, width_px: int, height_px: int) -> Clip:
    name, options = _ENCODERS[codec]
    with av.open(str(file)) as container:
        source = container.streams.video[0]
        rate = source.average_rate or Fraction(25)
        encoder = av.CodecContext.create(name, "w")
        assert isinstance(encoder, av.VideoCodecContext)
        encoder.width, encoder.height, encoder.pix_fmt = width_px, height_px, "yuv420p"
        encoder.framerate, encoder.time_base = rate, 1 / rate
        encoder.gop_size, encoder.max_b_frames = round(rate), 0
        encoder.options = options
        packets = []
        for index, frame in enumerate(container.decode(source)):
            if index == _LONGEST_PICTURES:
                break
            scaled = frame.reformat(width=width_px, height=height_px, format="yuv420p")
            scaled.pts, scaled.time_base = index, 1 / rate
            packets += encoder.encode(scaled)
        packets += encoder.encode(None)
    interval_90k = round(CLOCK_RATE_HZ / rate)
    coded = [
        CodedPicture(bytes(packet), packet.is_keyframe, index * interval_90k, index * interval_90k)
        for index, packet in enumerate(packets)
    ]
    return make_clip(codec, width_px, height_px, coded)


def _with_sps(annex_b: bytes, sps: bytes) -> bytes:
    units = [sps if unit[0] & 0x1F == _SPS else unit for unit in nal_units(annex_b)]
    return b"".join(_START_CODE + unit for unit in units)


def sequence_parameters(width_px: int, height_px: int) -> bytes:
    """An H.264 sequence parameter set (ITU-T H.264, 7.3.2.1) for a size in whole macroblocks of 16, rounded up."""
    fields = [
        0,  # seq_parameter_set_id
        0,  # log2_max_frame_num_minus4
        2,  # pic_order_cnt_type: output order is decoding order
        1,  # max_num_ref_frames
    ]
    bits = "".join(_exp_golomb(value) for value in fields) + "0"  # gaps_in_frame_num_value_allowed_flag
    bits += _exp_golomb((width_px + 15) // 16 - 1) + _exp_golomb((height_px + 15) // 16 - 1)
    bits += "1" + "1" + "0" + "0"  # frame_mbs_only, direct_8x8_inference, no frame_cropping, no vui_parameters
    bits += "1"  # rbsp_stop_one_bit
    bits += "0" * (-len(bits) % 8)
    body = bytes([66, 0xC0, 62]) + int(bits, 2).to_bytes(len(bits) // 8, "big")  # Baseline, constrained, level 6.2
    return b"\x67" + _without_start_codes(body)


def _exp_golomb(value: int) -> str:
    """ue(v) of 9.1: as many zeros as the binary form of value + 1 has digits after its first, then that form."""
    digits = f"{value + 1:b}"
    return "0" * (len(digits) - 1) + digits


def _without_start_codes(body: bytes) -> bytes:
    """With emulation prevention bytes (7.4.1)."""
    out = bytearray()
    zeros = 0
    for byte in body:
        if zeros >= 2 and byte <= 3:
            out.append(3)
            zeros = 0
        out.append(byte)
        zeros = zeros + 1 if byte == 0 else 0
    return bytes(out)
