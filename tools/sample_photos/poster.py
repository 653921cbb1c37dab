"""A small drawing board for poster-like pictures: gradients, silhouettes, glow, water and grain.

Everything is drawn at twice the final size and brought down once, which gives clean edges, and
every random choice comes from a seed, so that the same scene gives the same picture. Coordinates
are those of the final picture, 1600 × 1000, with the origin at the top left.
"""

import math
import random
from collections.abc import Iterable, Sequence
from itertools import pairwise

from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1000
OVERSAMPLING = 2

Point = tuple[float, float]
Stop = tuple[float, str]


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels, 0 to 255, of a colour written as ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from `first` to `second`."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def blend(stops: Sequence[Stop], at: float) -> str:
    """The colour of a gradient at `at`; `stops` are (position, colour), in rising order."""
    for (start, first), (end, second) in pairwise(stops):
        if at <= end:
            return mix(first, second, max(0.0, (at - start) / (end - start)))
    return stops[-1][1]


def ridge(seed: int, *, y: float, height: float, roughness: float = 1.0) -> list[Point]:
    """The outline of hills across the whole picture, closed along its lower edge.

    A sum of five sines whose wavelengths halve: smooth hills, or crags with more `roughness`.
    """
    dice = random.Random(seed)
    waves = [
        (height * 0.6 / 2 ** (octave / roughness), 0.0016 * 2**octave, dice.uniform(0, 6.28))
        for octave in range(5)
    ]
    outline = [
        (float(x), y - sum(size * math.sin(x * step + shift) for size, step, shift in waves))
        for x in range(-8, WIDTH + 16, 8)
    ]
    return [*outline, (WIDTH + 8.0, HEIGHT + 8.0), (-8.0, HEIGHT + 8.0)]


class Poster:
    """One picture while it is being made."""

    def __init__(self, *sky: Stop) -> None:
        size = (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING)
        self.image = self._gradient(sky).resize(size)

    def polygon(self, points: Iterable[Point], colour: str, *, opacity: float = 1.0) -> None:
        """Fill the shape that `points` go round."""
        if opacity == 1.0:
            ImageDraw.Draw(self.image).polygon(self._scaled(points), fill=rgb(colour))
        else:
            self._pour(self._mask_of(points, opacity), colour)

    def wash(self, points: Iterable[Point], *stops: Stop, opacity: float = 1.0) -> None:
        """Fill the shape with a vertical gradient; positions run over the picture's height."""
        gradient = self._gradient(stops).resize(self.image.size)
        self.image.paste(gradient, mask=self._mask_of(points, opacity))

    def box(
        self, x: float, y: float, width: float, height: float, colour: str, *, opacity: float = 1.0
    ) -> None:
        """Fill a rectangle given by its upper left corner and its size."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.polygon(corners, colour, opacity=opacity)

    def line(self, points: Iterable[Point], colour: str, width: float = 2.0) -> None:
        """Draw a line with round joints through `points`."""
        ImageDraw.Draw(self.image).line(
            self._scaled(points), fill=rgb(colour), width=round(width * OVERSAMPLING), joint="curve"
        )

    def disc(self, x: float, y: float, radius: float, colour: str, *, opacity: float = 1.0) -> None:
        """Fill a circle."""
        turn = [math.tau * step / 72 for step in range(72)]
        points = [(x + radius * math.cos(a), y + radius * math.sin(a)) for a in turn]
        self.polygon(points, colour, opacity=opacity)

    def arch(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill an opening with a round top; (x, y) is the upper left of its bounding box."""
        self.polygon(arch_points(x, y, width, height), colour)

    def glow(
        self, x: float, y: float, radius: float, colour: str, *, strength: float = 1.0
    ) -> None:
        """Add light that falls off from (x, y) to nothing at `radius`."""
        side = round(2 * radius * OVERSAMPLING)
        falloff = ImageChops.invert(Image.radial_gradient("L")).point(
            lambda value: round(255 * strength * max(0.0, (value - 74) / 181) ** 1.8)
        )
        mask = Image.new("L", self.image.size, 0)
        corner = (round((x - radius) * OVERSAMPLING), round((y - radius) * OVERSAMPLING))
        mask.paste(falloff.resize((side, side)), corner)
        light = Image.composite(
            Image.new("RGB", self.image.size, rgb(colour)), Image.new("RGB", self.image.size), mask
        )
        self.image = ImageChops.screen(self.image, light)

    def reflect(self, horizon: float, *, tint: str, strength: float, seed: int) -> None:
        """Mirror what stands above `horizon` in the water below it, broken by small waves.

        `strength` is how much of `tint` lies over the mirror image, 0 to 1.
        """
        dice = random.Random(seed)
        edge = round(horizon * OVERSAMPLING)
        wide, high = self.image.size
        depth = high - edge
        mirror = self.image.crop((0, max(0, edge - depth), wide, edge))
        mirror = mirror.transpose(Image.Transpose.FLIP_TOP_BOTTOM).resize((wide, depth))
        mirror = mirror.filter(ImageFilter.BoxBlur(3))
        y = 0
        while y < depth:
            thickness = 2 + round(14 * y / depth)
            shift = round(dice.gauss(0, 1) * (3 + 26 * y / depth))
            strip = mirror.crop((0, y, wide, min(depth, y + thickness)))
            self.image.paste(ImageChops.offset(strip, shift, 0), (0, edge + y))
            y += thickness
        below = self.image.crop((0, edge, wide, high))
        veil = Image.new("RGB", below.size, rgb(tint))
        self.image.paste(Image.blend(below, veil, strength), (0, edge))

    def glints(self, horizon: float, colour: str, *, x: float, spread: float, seed: int) -> None:
        """Scatter short strokes of light on water below `horizon`, widening towards the viewer."""
        dice = random.Random(seed)
        for _ in range(190):
            nearness = dice.random() ** 1.4
            y = horizon + 6 + nearness * (HEIGHT - horizon)
            centre = x + dice.gauss(0, 1) * spread * (0.35 + nearness)
            length = (12 + 70 * nearness) * dice.uniform(0.4, 1.2)
            thick = 1 + 3.2 * nearness
            tips = [(centre - length, y), (centre, y - thick), (centre + length, y)]
            self.polygon([*tips, (centre, y + thick)], colour, opacity=dice.uniform(0.15, 0.6))

    def finished(self, *, seed: int, grain: int = 2) -> Image.Image:
        """The picture at its final size, with darker corners and paper grain of ±`grain`."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        corners = Image.radial_gradient("L").resize((WIDTH, HEIGHT))
        shade = corners.point(lambda value: 255 - round(max(0, value - 140) * 0.42))
        small = ImageChops.multiply(small, Image.merge("RGB", [shade] * 3))
        noise = Image.frombytes("L", (WIDTH, HEIGHT), random.Random(seed).randbytes(WIDTH * HEIGHT))
        noise = noise.filter(ImageFilter.GaussianBlur(1.2))
        speck = noise.point(lambda value: max(0, min(255, round(128 + (value - 128) * grain / 22))))
        return ImageChops.add(small, Image.merge("RGB", [speck] * 3), offset=-128)

    def _pour(self, mask: Image.Image, colour: str) -> None:
        self.image.paste(Image.new("RGB", self.image.size, rgb(colour)), mask=mask)

    def _mask_of(self, points: Iterable[Point], opacity: float) -> Image.Image:
        mask = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(mask).polygon(self._scaled(points), fill=round(255 * opacity))
        return mask

    @staticmethod
    def _scaled(points: Iterable[Point]) -> list[Point]:
        return [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in points]

    @staticmethod
    def _gradient(stops: Sequence[Stop]) -> Image.Image:
        column = Image.new("RGB", (1, HEIGHT))
        for y in range(HEIGHT):
            column.putpixel((0, y), rgb(blend(stops, y / HEIGHT)))
        return column


def arch_points(x: float, y: float, width: float, height: float) -> list[Point]:
    """The outline of an opening with a round top."""
    radius = width / 2
    top = [
        (x + radius - radius * math.cos(a), y + radius - radius * math.sin(a))
        for a in (math.pi * step / 96 for step in range(97))
    ]
    return [*top, (x + width, y + height), (x, y + height)]
