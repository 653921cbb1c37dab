"""Pictures of the flats, the birds and the water plants."""

import math
import random

from PIL import Image

from .poster import Point, Poster, mix, ridge
from .silhouettes import bird, gull, reeds


def tide_flats() -> Image.Image:
    """A flock turns over the flats at low water."""
    poster = Poster((0, "#5f87a0"), (0.25, "#a6bfc4"), (0.42, "#f1d9b5"), (0.5, "#fbe6c4"))
    poster.glow(1180, 440, 640, "#fff0c8", strength=0.8)
    poster.disc(1180, 418, 46, "#fffbe6")
    poster.wash(ridge(40, y=492, height=22), (0.46, "#9aa9a8"), (0.53, "#c9bda4"))
    poster.wash(
        [(0, 500), (1600, 500), (1600, 1000), (0, 1000)],
        (0.5, "#dcc7a2"),
        (0.66, "#b79d7d"),
        (1, "#5f5450"),
    )
    dice = random.Random(23)
    for band in range(34):
        depth = (band + 1) / 34
        y = 504 + depth**1.9 * 490
        wave, shift = dice.uniform(0.002, 0.005), dice.uniform(0, 6)
        swing = 5 + 26 * depth
        edge = [(x, y + swing * math.sin(x * wave + shift)) for x in range(-10, 1620, 12)]
        other = [(x, v + (2 + 15 * depth) * abs(math.sin(x * wave * 1.7 + shift))) for x, v in edge]
        tone = "#f6e2c0" if band % 3 else "#8fa8b0"
        poster.polygon([*edge, *reversed(other)], tone, opacity=0.5 if band % 3 else 0.75)
    _creek(poster)
    for x, y, size in ((250, 700, 1.0), (310, 712, 0.9), (520, 650, 0.66), (210, 792, 1.3)):
        bird(poster, x, y, size, "#3a3b45")
    for x, y, size in ((1310, 812, 1.45), (1400, 842, 1.6), (640, 640, 0.6), (1250, 670, 0.8)):
        bird(poster, x, y, size, "#34353f", facing=-1)
    for _ in range(1500):
        t = dice.random() * 2 - 1
        x = 640 + 470 * t + dice.gauss(0, 34)
        centre = 262 - 95 * math.sin(t * 2.6) - 40 * t
        y = centre + dice.gauss(0, 1) * (16 + 62 * (1 - t * t) ** 1.4)
        gull(poster, x, y, dice.uniform(3.2, 6.4), mix("#2c3a48", "#dfe3df", dice.random() ** 2.4))
    return poster.finished(seed=15)


def _creek(poster: Poster) -> None:
    left: list[Point] = []
    right: list[Point] = []
    for step in range(70):
        depth = step / 69
        y = 506 + depth**1.7 * 500
        middle = 1120 - 300 * depth + 190 * math.sin(depth * 7.4) * (0.25 + depth)
        width = 7 + 150 * depth**1.5
        left.append((middle - width, y))
        right.append((middle + width, y))
    shore = [(x - 12, y + 5) for x, y in left] + [(x + 12, y + 5) for x, y in reversed(right)]
    poster.polygon(shore, "#7c6a5d", opacity=0.6)
    outline = [*left, *reversed(right)]
    poster.wash(outline, (0.5, "#fdeccb"), (0.68, "#c9cfc4"), (1, "#5f8799"))


def eelgrass_meadow() -> Image.Image:
    """Under water, looking along the meadow into the light."""
    poster = Poster((0, "#d8f0d4"), (0.12, "#8fd3c3"), (0.45, "#2f9298"), (1, "#0c3d55"))
    poster.glow(900, -60, 780, "#f6ffdc", strength=0.85)
    for x, lean, width in ((420, -190, 70), (640, -110, 110), (900, 10, 90), (1120, 130, 130)):
        beam = [(x, 0), (x + width, 0), (x + lean * 3 + width * 3, 1000), (x + lean * 3, 1000)]
        poster.wash(beam, (0, "#f2ffe0"), (1, "#2f9298"), opacity=0.2)
    dice = random.Random(44)
    for layer in range(6):
        depth = layer / 5
        tone = mix("#5fb7a4", "#0a3b3f", depth)
        poster.wash(
            ridge(80 + layer, y=790 + layer * 38, height=26),
            (0.7, mix("#58a79c", "#123f4a", depth)),
            (1, mix("#2d7f84", "#08293a", depth)),
        )
        for _ in range(90 - layer * 9):
            _blade(poster, dice, 830 + layer * 40, 250 + 330 * depth, 5 + 10 * depth, tone)
        if layer in (1, 3):
            _shoal(poster, dice, layer)
    for _ in range(34):
        x, y, size = dice.uniform(0, 1600), dice.uniform(60, 900), dice.uniform(2, 7)
        poster.disc(x, y, size, "#e8fff0", opacity=0.35)
    return poster.finished(seed=18)


def _blade(
    poster: Poster, dice: random.Random, y: float, height: float, width: float, tone: str
) -> None:
    """One leaf of eelgrass, bent by the current."""
    x, bend = dice.uniform(-60, 1660), dice.gauss(70, 46)
    tall = height * dice.uniform(0.55, 1.1)
    spine = [
        (x + bend * t * t + 12 * math.sin(t * 5 + x), y - tall * t)
        for t in (step / 18 for step in range(19))
    ]
    half = [width * 0.5 * (1 - (step / 18) ** 3) for step in range(19)]
    left = [(px - w, py) for (px, py), w in zip(spine, half, strict=True)]
    right = [(px + w, py) for (px, py), w in zip(spine, half, strict=True)]
    poster.polygon([*left, *reversed(right)], mix(tone, "#c9e08a", dice.random() * 0.28))


def _shoal(poster: Poster, dice: random.Random, layer: int) -> None:
    for _ in range(26):
        x, y = 420 + layer * 190 + dice.gauss(0, 130), 380 + layer * 34 + dice.gauss(0, 46)
        size = 8 + layer * 3
        tone = mix("#e9fbe6", "#1d5d6b", dice.random() * 0.7)
        poster.polygon(
            [(x + size * 2, y), (x, y - size * 0.55), (x - size * 1.5, y), (x, y + size * 0.55)],
            tone,
        )
        tail = x - size * 1.3
        poster.polygon(
            [(tail, y), (tail - size, y - size * 0.6), (tail - size, y + size * 0.6)], tone
        )


def geese_and_moon() -> Image.Image:
    """A skein of geese crosses a rising moon."""
    poster = Poster((0, "#0f2233"), (0.4, "#24505f"), (0.62, "#6f9a8d"), (0.74, "#d6c996"))
    poster.glow(980, 470, 760, "#ffe6a8", strength=0.6)
    poster.disc(980, 470, 236, "#ffefc0")
    for x, y, size in ((900, 400, 46), (1060, 520, 62), (960, 580, 30), (1080, 380, 26)):
        poster.disc(x, y, size, "#f3d999", opacity=0.55)
    poster.wash(ridge(90, y=716, height=44), (0.66, "#3d6a6b"), (0.76, "#7f9f86"))
    poster.wash(ridge(95, y=744, height=26), (0.7, "#1f4650"), (0.76, "#355f60"))
    poster.reflect(752, tint="#16394a", strength=0.4, seed=91)
    poster.glints(754, "#ffecb4", x=980, spread=120, seed=92)
    for arm, lead in ((1, 8), (-1, 6)):
        for place in range(lead):
            x, y = 700 + place * 66, 330 + arm * place * (27 if arm > 0 else 20)
            _goose(poster, x, y, 31 - place * 0.7, lift=(place * 7 + arm) % 3)
    reeds(poster, seed=93, colour="#081a24")
    return poster.finished(seed=19)


def _goose(poster: Poster, x: float, y: float, size: float, *, lift: int) -> None:
    """A goose flying left; `lift` 0 to 2 is where its wings are."""
    ink = "#0b1a24"
    poster.polygon(
        [
            (x - size * 1.5, y - 3),
            (x - size * 0.4, y - 5),
            (x + size * 0.7, y - 1),
            (x + size * 0.9, y + 4),
            (x, y + 9),
            (x - size * 0.5, y + 2),
            (x - size * 1.5, y + 1),
        ],
        ink,
    )
    poster.disc(x - size * 1.5, y - 1.6, 4, ink)
    tip = (-size * 1.25, -size * 0.5, size * 0.8)[lift]
    poster.polygon([(x - size * 0.34, y), (x + size * 0.5, y), (x + size * 0.62, y + tip)], ink)
    poster.polygon(
        [(x - size * 0.2, y), (x + size * 0.4, y), (x - size * 0.05, y + tip * 0.8)],
        mix(ink, "#24505f", 0.3),
    )
