"""Comparing pictures of a view: phase correlation of edge directions first, then ORB.

Edges are compared by direction with the angle doubled (orientation correlation: Fitch, Kadyrov, Christmas and
Kittler, 2002): neither brightness nor contrast matter, nor whether light stands on dark or dark on light, so that day,
night and infrared agree. Half of the spectrum's own weight is taken out, between plain correlation and full phase
correlation: on the simulated city's day against its night this parts agreement (peak 0.08 to 1.0) from any other view
(below 0.05) best. Names, clocks and logos burnt into the margins are left out: they stay when the camera turns.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.base.errors import BadInput
from wallapp.domain.view_state import NO_SHIFT, Evidence, Shift

Luma = NDArray[np.uint8]
_Floats = NDArray[np.float32]
_Spectrum = NDArray[np.complex64]

FINE_PX: Final = (320, 180)
COARSE_PX: Final = (160, 90)
TOLERANCE: Final = 0.05
"""A view shifted by over this share of the picture's width counts as left (reference: the incidents' notes)."""

_MARGIN: Final = 0.09
"""Share of the height, above and below, where cameras write their names."""
_SURE_PEAK: Final = 0.075
_SURE_Z: Final = 7.0
_NONE_PEAK: Final = 0.055
_NONE_Z: Final = 5.5
"""Peaks, and their height in standard deviations of the rest: between these two pairs ORB decides."""
_WELL_KNOWN: Final = 0.3
"""A peak under this is of another light than the look's, or of a picture that is not quite the same."""
_EDGE: Final = 1.5
"""Grey levels a coarse pixel; noise stays below."""
_BLIND_SHARE: Final = 0.2
_BLIND_LEAST: Final = 0.02
"""Blind: under this share of the view's edges is left, or hardly any at all."""
_FEATURES: Final = 300
_INLIERS: Final = 15
_REPROJECTION_PX: Final = 3.0
_TURNED: Final = 0.06
"""An enlargement or turn (in radians) over this moves the picture's border by more than the tolerance."""
_HEAD: Final = struct.Struct("<4sHHH")
_MAGIC: Final = b"WVS1"
_POINT: Final = struct.Struct("<HH")
_DESCRIPTOR: Final = 32


@dataclass(frozen=True)
class ViewSignature:
    """How a view looked when it was remembered.

    Attributes:
      coarse: (90, 160) uint8 grey picture, own copy.
      points: (n, 2) float32 in FINE_PX pixels, n at most 300; descriptors: (n, 32) uint8, ORB's.
    """

    coarse: Luma
    points: _Floats
    descriptors: Luma

    def to_bytes(self) -> bytes:
        """Under 26 kB. It shows the picture in small: only a camera that is shown clear may let it out."""
        height, width = self.coarse.shape
        scaled = np.clip(np.rint(self.points / np.array(FINE_PX) * 65535), 0, 65535).astype("<u2")
        head = _HEAD.pack(_MAGIC, width, height, len(self.points))
        return b"".join((head, self.coarse.tobytes(), scaled.tobytes(), self.descriptors.tobytes()))

    @staticmethod
    def from_bytes(data: bytes) -> ViewSignature:
        """The inverse.

        Raises:
          BadInput: it is no view signature, or not a whole one.
        """
        refused = BadInput("a stored view signature is damaged; place the marker again")
        if len(data) < _HEAD.size:
            raise refused
        magic, width, height, count = _HEAD.unpack_from(data)
        pixels = width * height
        whole = _HEAD.size + pixels + count * (_POINT.size + _DESCRIPTOR)
        if magic != _MAGIC or (width, height) != COARSE_PX or count > _FEATURES or len(data) != whole:
            raise refused
        coarse = np.frombuffer(data, np.uint8, pixels, _HEAD.size).reshape(height, width).copy()
        at = _HEAD.size + pixels
        scaled = np.frombuffer(data, "<u2", 2 * count, at).reshape(count, 2)
        descriptors = np.frombuffer(data, np.uint8, _DESCRIPTOR * count, at + _POINT.size * count)
        points = (scaled.astype(np.float32) / 65535 * np.array(FINE_PX, np.float32)).astype(np.float32)
        return ViewSignature(coarse, points, descriptors.reshape(count, _DESCRIPTOR).copy())


class Glance:
    """One picture, prepared for comparison with any number of views."""

    def __init__(self, luma: Luma) -> None:
        """Args: luma: (height, width) uint8 of any size, masks cut out already; only read here."""
        self.fine: Luma = np.asarray(cv2.resize(luma, FINE_PX, interpolation=cv2.INTER_AREA), np.uint8)
        self.coarse: Luma = np.asarray(cv2.resize(self.fine, COARSE_PX, interpolation=cv2.INTER_AREA), np.uint8)
        self.look = Look(self.coarse)
        self._features: tuple[_Floats, Luma] | None = None

    def features(self) -> tuple[_Floats, Luma]:
        """ORB's points (n, 2) and descriptors (n, 32); found at the first call."""
        if self._features is None:
            self._features = _orb(self.fine)
        return self._features

    def signature(self) -> ViewSignature:
        """To remember this picture's view by."""
        return ViewSignature(self.coarse.copy(), *self.features())


class Look:
    """The edge directions of a coarse picture, in the frequencies."""

    def __init__(self, coarse: Luma, shift: Shift | None = None) -> None:
        self.shift = shift or NO_SHIFT
        soft = cv2.GaussianBlur(coarse.astype(np.float32), (0, 0), 1.0)
        across, down = cv2.Sobel(soft, cv2.CV_32F, 1, 0) / 8, cv2.Sobel(soft, cv2.CV_32F, 0, 1) / 8
        size = cv2.magnitude(across, down)
        weight = size / (size + cv2.blur(size, (15, 15)) + 0.5) / (size * size + 1e-6)
        margin = int(coarse.shape[0] * _MARGIN)
        inner = slice(margin, coarse.shape[0] - margin)
        doubled = np.zeros(coarse.shape, np.complex64)
        doubled[inner] = ((across + 1j * down) ** 2 * weight)[inner]
        doubled[inner] -= doubled[inner].mean()
        self.edges = float((size[inner] > _EDGE).mean())
        self.spectrum = _half_whitened(np.asarray(np.fft.fft2(doubled), np.complex64))


@dataclass(frozen=True, slots=True)
class Peak:
    """Where two pictures agree best, near or anywhere, and how strongly."""

    height: float
    z: float
    shift: Shift

    @property
    def sure(self) -> bool:
        """Whether it is no chance."""
        return self.height >= _SURE_PEAK and self.z >= _SURE_Z

    @property
    def none(self) -> bool:
        """Whether nothing points at an agreement."""
        return self.height < _NONE_PEAK or self.z < _NONE_Z


@dataclass(frozen=True, slots=True)
class Finding:
    """What a picture says of a view.

    Attributes:
      shift: against the view as it was remembered.
      strange: it agrees, but in another light than any known.
    """

    evidence: Evidence
    shift: Shift = NO_SHIFT
    strange: bool = False


def correlate(view: Look, now: Look) -> tuple[Peak, Peak]:
    """The best agreement within the tolerance, and the best of all."""
    width, height = COARSE_PX
    surface = np.fft.fftshift(np.fft.ifft2(now.spectrum * np.conj(view.spectrum)).real) * (width * height)
    middle_x, middle_y = width // 2, height // 2
    reach = int(width * TOLERANCE)
    mean, spread = float(surface.mean()), float(surface.std()) + 1e-9

    def peak(box: NDArray[np.floating], left: int, top: int) -> Peak:
        row, column = divmod(int(box.argmax()), box.shape[1])
        best = float(box[row, column])
        x, y = _between(surface, left + column, top + row)
        return Peak(best, (best - mean) / spread, Shift((x - middle_x) / width, (y - middle_y) / height))

    left, top = middle_x - reach, middle_y - reach
    near = peak(surface[top : top + 2 * reach + 1, left : left + 2 * reach + 1], left, top)
    return near, peak(surface, 0, 0)


def recognise(view: ViewSignature, now: Glance) -> tuple[Evidence, Shift]:
    """What ORB says: AGREES or ELSEWHERE where it recognises the view, else DOUBT."""
    points, descriptors = now.features()
    if min(len(view.points), len(points)) < _INLIERS:
        return Evidence.DOUBT, NO_SHIFT
    pairs = cv2.BFMatcher(cv2.NORM_HAMMING, crossCheck=True).match(view.descriptors, descriptors)
    pairs = [pair for pair in pairs if pair.distance < 64]
    if len(pairs) < _INLIERS:
        return Evidence.DOUBT, NO_SHIFT
    there = view.points[[pair.queryIdx for pair in pairs]]
    here = points[[pair.trainIdx for pair in pairs]]
    matrix, inliers = cv2.estimateAffinePartial2D(there, here, ransacReprojThreshold=_REPROJECTION_PX)
    if matrix is None or int(inliers.sum()) < _INLIERS:
        return Evidence.DOUBT, NO_SHIFT
    middle = np.array([FINE_PX[0] / 2, FINE_PX[1] / 2])
    moved = matrix[:, :2] @ middle + matrix[:, 2] - middle
    shift = Shift(float(moved[0] / FINE_PX[0]), float(moved[1] / FINE_PX[1]))
    turned = np.hypot(matrix[0, 0] - 1, matrix[1, 0])
    stays = turned < _TURNED and np.hypot(*moved) <= TOLERANCE * FINE_PX[0]
    return (Evidence.AGREES if stays else Evidence.ELSEWHERE), shift


def compare(view: ViewSignature, looks: Sequence[Look], now: Glance, *, thorough: bool = True) -> Finding:
    """What a picture says of a view.

    Args:
      looks: the view's own look, and later ones of it (at night, ...), each with its shift; at least one.
      thorough: ask ORB where phase correlation finds nothing, which costs most; a view that was left is known to
        be back without.
    """
    if now.look.edges < max(_BLIND_LEAST, _BLIND_SHARE * min(look.edges for look in looks)):
        return Finding(Evidence.BLIND)
    found = [(look, *correlate(look, now.look)) for look in looks]
    look, near, _ = max(found, key=lambda each: each[1].height)
    if near.sure:
        shift = Shift(look.shift.dx + near.shift.dx, look.shift.dy + near.shift.dy)
        strange = near.height < _WELL_KNOWN
        stays = np.hypot(shift.dx, shift.dy * COARSE_PX[1] / COARSE_PX[0]) <= TOLERANCE
        # Slightly enlarged or turned, a picture still agrees weakly: so it may be that, or another light.
        if not stays or (strange and recognise(view, now)[0] is Evidence.ELSEWHERE):
            return Finding(Evidence.ELSEWHERE, shift)
        return Finding(Evidence.AGREES, shift, strange)
    if any(anywhere.sure and anywhere.height > 2 * near.height for _, _, anywhere in found):
        return Finding(Evidence.ELSEWHERE)
    if not thorough:
        return Finding(Evidence.MISS if near.none else Evidence.DOUBT)
    recognised, shift = recognise(view, now)
    if recognised is Evidence.DOUBT and near.none:
        return Finding(Evidence.MISS)
    return Finding(recognised, shift)


def _half_whitened(spectrum: _Spectrum) -> _Spectrum:
    """Each frequency by the root of its size, all together of length one."""
    halved = spectrum / np.sqrt(np.abs(spectrum) + 1e-6)
    return np.asarray(halved / (np.linalg.norm(halved) + 1e-9), np.complex64)


def _between(surface: NDArray[np.floating], x: int, y: int) -> tuple[float, float]:
    """The peak's place between the pixels, by a parabola each way."""

    def vertex(before: float, at: float, after: float) -> float:
        bend = before - 2 * at + after
        return 0.0 if bend >= 0 else min(0.5, max(-0.5, 0.5 * (before - after) / bend))

    height, width = surface.shape
    across = vertex(float(surface[y, x - 1]), float(surface[y, x]), float(surface[y, (x + 1) % width]))
    down = vertex(float(surface[y - 1, x]), float(surface[y, x]), float(surface[(y + 1) % height, x]))
    return x + across, y + down


def _orb(fine: Luma) -> tuple[_Floats, Luma]:
    evened = cv2.createCLAHE(clipLimit=4.0, tileGridSize=(8, 4)).apply(fine)
    margin = int(fine.shape[0] * _MARGIN)
    inner = np.zeros(fine.shape, np.uint8)
    inner[margin:-margin] = 255
    points, descriptors = cv2.ORB.create(nfeatures=_FEATURES, fastThreshold=12).detectAndCompute(evened, inner)
    if descriptors is None:
        return np.empty((0, 2), np.float32), np.empty((0, _DESCRIPTOR), np.uint8)
    found = np.array([point.pt for point in points], np.float32)[:_FEATURES]
    return found, np.asarray(descriptors, np.uint8)[:_FEATURES]
