"""Addresses: what is accepted as what, and that no secret passes or is repeated."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wallapp.domain.address import AddressFault, BadAddress, Scheme, StreamAddress, anchored, parse_address


@pytest.mark.parametrize(
    ("text", "normal", "scheme", "host", "port", "path"),
    [
        ("rtsp://cam7/live", "", Scheme.RTSP, "cam7", None, "/live"),
        (" RTSP://Cam7.MA:8554/Live ", "rtsp://cam7.ma:8554/Live", Scheme.RTSP, "cam7.ma", 8554, "/Live"),
        ("rtsps://10.0.0.4:322/s?channel=1&a=0", "", Scheme.RTSPS, "10.0.0.4", 322, "/s?channel=1&a=0"),
        ("http://[fe80::1]:80/a.mjpg", "", Scheme.HTTP, "fe80::1", 80, "/a.mjpg"),
        ("https://h/%40live/a.m3u8", "", Scheme.HTTPS, "h", None, "/%40live/a.m3u8"),
        ("udp://239.1.1.1:5000", "", Scheme.UDP, "239.1.1.1", 5000, ""),
        ("udp://@:5000?fifo_size=100", "", Scheme.UDP, "", 5000, "?fifo_size=100"),
        ("/srv/clips/a b.mp4", "", Scheme.FILE, "", None, "/srv/clips/a b.mp4"),
        ("C:\\clips\\a.mp4", "", Scheme.FILE, "", None, "C:\\clips\\a.mp4"),
        ("file:///srv/a%20b.mp4", "", Scheme.FILE, "", None, "/srv/a b.mp4"),
        ("FILE://localhost/srv/a.mp4", "file://localhost/srv/a.mp4", Scheme.FILE, "", None, "/srv/a.mp4"),
        ("file:///C:/clips/a.mp4", "", Scheme.FILE, "", None, "C:/clips/a.mp4"),
    ],
)
def test_accepts(text: str, normal: str, scheme: Scheme, host: str, port: int | None, path: str) -> None:
    assert parse_address(text) == StreamAddress(normal or text, scheme, host, port, path)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", AddressFault.EMPTY),
        ("  ", AddressFault.EMPTY),
        ("rtsp://h/" + "x" * 2048, AddressFault.TOO_LONG),
        ("rtsp://h/a\tb", AddressFault.CONTROL_CHARACTER),
        ("rtsp://h/a b", AddressFault.CONTROL_CHARACTER),
        ("rtsp://h\\@other/", AddressFault.CONTROL_CHARACTER),
        ("file:///srv/%00a.mp4", AddressFault.CONTROL_CHARACTER),
        ("192.168.1.4/live", AddressFault.NO_SCHEME),
        ("cam7:554/live", AddressFault.NO_SCHEME),
        ("//cam7/live", AddressFault.NO_SCHEME),
        ("rtsp//cam7/live.sdp", AddressFault.NO_SCHEME),
        ("n/a", AddressFault.NO_SCHEME),
        ("ftp://h/a.mp4", AddressFault.SCHEME_NOT_ALLOWED),
        ("concat:/etc/passwd|/etc/hosts", AddressFault.SCHEME_NOT_ALLOWED),
        ("rtmp://h/live", AddressFault.SCHEME_NOT_ALLOWED),
        ("rtsp:/h/live", AddressFault.NO_HOST),
        ("http:///a.jpg", AddressFault.NO_HOST),
        ("http://-h-/a.jpg", AddressFault.BAD_HOST),
        ("http://[::1/a.jpg", AddressFault.BAD_HOST),
        ("http://h:0/", AddressFault.BAD_PORT),
        ("http://h:70000/", AddressFault.BAD_PORT),
        ("http://h:/", AddressFault.BAD_PORT),
        ("udp://239.1.1.1", AddressFault.NO_PORT),
        ("udp://239.1.1.1:5000?sources=10.0.0.1&reuse=1", AddressFault.OPTION_NOT_ALLOWED),
        ("http://h/a#b", AddressFault.FRAGMENT),
        ("a.mp4", AddressFault.RELATIVE_FILE),
        ("file:a.mp4", AddressFault.RELATIVE_FILE),
        ("file://server/share/a.mp4", AddressFault.FILE_HOST),
    ],
)
def test_refuses(text: str, fault: AddressFault) -> None:
    with pytest.raises(BadAddress) as caught:
        parse_address(text)
    assert caught.value.fault is fault


@pytest.mark.parametrize(
    "text",
    [
        "rtsp://admin:s3cr3t@h/live",
        "rtsp://s3cr3t@h/live",
        "rtsp://@h/live",
        "rtsp://admin:s3/cr3t@h/live",
        "rtsp://admin:12/s3cr3t@h/live",
        "rtsp://admin:s3#cr3t@h/live",
        "rtsp://admin:s3?cr3t@h/live",
        "admin:s3cr3t@h/live",
        "http://h/a.mjpg?token=s3cr3t",
        "http://h/a.mjpg?a=1&Access_Token=s3cr3t",
        "http://h/a.mjpg?a=1;pwd=s3cr3t",
        "http://h/a.mjpg?p%61ssword=s3cr3t",
        "http://h/a.mjpg?authbasic=s3cr3t",
        "http://h/a.m3u8?X-Amz-Signature=s3cr3t",
        "http://h/snapshot.cgi?user=s3cr3t",
        "http://h/a?api_key=s3cr3t",
        "rtsp://h/user=admin_password=s3cr3t_channel=1_stream=0.sdp",
        "udp://s3cr3t@239.1.1.1:5000",
    ],
)
def test_a_credential_inside_is_refused_and_never_repeated(text: str) -> None:
    with pytest.raises(BadAddress, match="`credential` column") as caught:
        parse_address(text)
    assert caught.value.fault is AddressFault.CREDENTIAL_INSIDE
    assert "s3" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    ["rtsp://h/Streaming/Channels/101?transportmode=unicast", "http://h/axis-cgi/mjpg/video.cgi?camera=1&passage=2"],
)
def test_plain_queries_pass(text: str) -> None:
    assert parse_address(text).text == text


@pytest.mark.parametrize(
    ("text", "key"),
    [("rtsp://Cam7:8554/a", "cam7"), ("rtsp://cam7./b", "cam7"), ("/a/b.mp4", "file"), ("udp://@:5000", "udp")],
)
def test_openings_are_counted_by_host(text: str, key: str) -> None:
    assert parse_address(text).host_key == key


def test_hints_follow_the_name() -> None:
    assert parse_address("https://h/a.M3U8?x=1").is_playlist
    assert parse_address("http://h/snap.jpg?x=1").is_snapshot
    assert not parse_address("/srv/still.jpg").is_snapshot
    assert not parse_address("rtsp://h/a.jpg").is_snapshot


@pytest.mark.parametrize(
    ("text", "folder", "expected"),
    [
        ("clips/a.mp4", "/srv", "/srv/clips/a.mp4"),
        ("../a.mp4", "/srv/x", "/srv/a.mp4"),
        ("/b/a.mp4", "/srv", "/b/a.mp4"),
        ("rtsp://h/a", "/srv", "rtsp://h/a"),
        ("192.168.1.4/live.sdp", "/srv", "192.168.1.4/live.sdp"),
        ("n/a", "/srv", "n/a"),
        ("a.mp4", "C:\\walls", "C:\\walls\\a.mp4"),
        ("D:\\a.mp4", "C:\\walls", "D:\\a.mp4"),
    ],
)
def test_relative_files_are_anchored_and_nothing_else(text: str, folder: str, expected: str) -> None:
    assert anchored(text, folder) == expected


@given(st.text(max_size=60) | st.from_regex(r"(rtsp|http|udp|file)://[a-z@:/?#%=0-9.\[\]]{0,30}", fullmatch=True))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        address = parse_address(text)
    except BadAddress:
        return
    assert parse_address(address.text) == address


@given(st.text("abcABC019!$-._~:/?#@&=+", min_size=1, max_size=12), st.text("abc:@/?#", max_size=6))
def test_a_user_and_password_never_pass(password: str, tail: str) -> None:
    with pytest.raises(BadAddress):
        parse_address(f"rtsp://admin:{password}@cam7/live{tail}")
