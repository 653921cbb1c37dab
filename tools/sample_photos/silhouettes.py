"""Things that stand in several of the sample pictures. All are drawn on a given `Poster`."""

import random

from .poster import Point, Poster, mix


def crane(
    poster: Poster, x: float, y: float, *, scale: float, colour: str, facing: int = 1
) -> None:
    """A level-luffing harbour crane whose feet stand at (x, y); it looks right, or left with -1."""

    def at(dx: float, dy: float) -> Point:
        return x + dx * scale * facing, y + dy * scale

    for foot in (-52, 44):
        poster.polygon(
            [at(foot, 0), at(foot + 12, 0), at(foot * 0.55 + 8, -130), at(foot * 0.55 - 4, -130)],
            colour,
        )
    poster.polygon([at(-50, -140), at(48, -140), at(48, -124), at(-50, -124)], colour)
    poster.polygon([at(-44, -44), at(40, -44), at(40, -37), at(-44, -37)], colour)
    poster.polygon([at(-26, -152), at(18, -152), at(14, -138), at(-22, -138)], colour)
    poster.polygon([at(-66, -212), at(30, -212), at(40, -150), at(-66, -150)], colour)
    poster.polygon([at(30, -196), at(56, -186), at(54, -156), at(34, -150)], colour)
    poster.line([at(-30, -210), at(-14, -330), at(16, -210)], colour, 6 * scale)
    poster.line([at(14, -200), at(232, -436)], colour, 8 * scale)
    poster.line([at(34, -196), at(236, -430)], colour, 5 * scale)
    for step in range(9):
        low, high = (step + 0.5) / 9, (step + 1) / 9
        poster.line(
            [at(34 + 202 * low, -196 - 234 * low), at(14 + 218 * high, -200 - 236 * high)],
            colour,
            2.4 * scale,
        )
    poster.line([at(-14, -330), at(234, -434)], colour, 2.6 * scale)
    poster.line([at(-14, -330), at(-62, -212)], colour, 2.6 * scale)
    poster.line([at(236, -432), at(236, -236)], colour, 2 * scale)
    poster.polygon([at(229, -240), at(243, -240), at(240, -220), at(232, -220)], colour)


def lighthouse(poster: Poster, x: float, y: float, *, scale: float, colour: str, band: str) -> None:
    """A lighthouse standing at (x, y), with one painted band."""

    def at(dx: float, dy: float) -> Point:
        return x + dx * scale, y + dy * scale

    poster.polygon(
        [at(-28, 0), at(28, 0), at(19, -180), at(-19, -180)], mix(colour, "#ffffff", 0.72)
    )
    poster.polygon([at(0, 0), at(28, 0), at(19, -180), at(0, -180)], mix(colour, "#ffffff", 0.5))
    poster.polygon([at(-24.7, -66), at(24.7, -66), at(21.6, -128), at(-21.6, -128)], band)
    poster.polygon(
        [at(0, -66), at(24.7, -66), at(21.6, -128), at(0, -128)], mix(band, "#2a1a1a", 0.22)
    )
    poster.polygon([at(-29, -180), at(29, -180), at(29, -189), at(-29, -189)], colour)
    poster.polygon([at(-14, -189), at(14, -189), at(14, -222), at(-14, -222)], "#fff3c4")
    for bar in (-14, -5, 4, 13):
        poster.line([at(bar, -189), at(bar, -222)], colour, 1.8 * scale)
    poster.polygon([at(-19, -221), at(19, -221), at(0, -248)], colour)


def ferry(poster: Poster, x: float, y: float) -> None:
    """The *Calla*, bow to the right, afloat at the waterline `y`; 860 wide."""
    poster.polygon([(x, y - 84), (x + 872, y - 96), (x + 806, y + 4), (x + 34, y + 4)], "#0a1a2c")
    poster.polygon(
        [(x + 3, y - 66), (x + 862, y - 76), (x + 856, y - 66), (x + 6, y - 56)], "#d9674c"
    )
    decks = ((30, 770, 84, 62), (70, 640, 146, 56), (120, 430, 202, 50))
    for inset, length, rise, tall in decks:
        poster.box(x + inset, y - rise - tall, length, tall, "#93a4ab")
        poster.box(x + inset - 8, y - rise - tall - 7, length + 16, 9, "#16324c")
        for window in range(int((length - 40) // 33)):
            left = x + inset + 20 + window * 33
            poster.box(left, y - rise - tall + 15, 21, tall - 31, "#ffcf7a")
            poster.box(left, y - rise - tall + 15, 21, (tall - 31) / 2, "#ffe5ab")
        poster.glow(x + inset + length / 2, y - rise - 28, length * 0.5, "#ff9d4a", strength=0.13)
    poster.box(x + 470, y - 262, 120, 60, "#a9b6b8")
    poster.polygon(
        [(x + 474, y - 254), (x + 596, y - 254), (x + 604, y - 228), (x + 474, y - 228)], "#173650"
    )
    poster.polygon(
        [(x + 226, y - 352), (x + 306, y - 352), (x + 316, y - 250), (x + 210, y - 250)], "#d9674c"
    )
    poster.polygon(
        [(x + 226, y - 352), (x + 306, y - 352), (x + 308, y - 330), (x + 223, y - 330)], "#0a1a2c"
    )
    poster.line([(x + 530, y - 262), (x + 530, y - 380)], "#0a1a2c", 5)
    poster.line([(x + 506, y - 330), (x + 554, y - 330)], "#0a1a2c", 4)
    poster.disc(x + 530, y - 384, 6, "#fff8e0")
    poster.glow(x + 530, y - 384, 90, "#fff0c0", strength=0.9)
    poster.disc(x + 20, y - 104, 8, "#ffe5ab")
    poster.glow(x + 20, y - 104, 70, "#ffb765", strength=0.8)
    for puff in range(60):
        poster.disc(
            x + 262 - puff * 7,
            y - 366 - puff * 2.9,
            16 + puff * 1.5,
            "#7fa0ad",
            opacity=0.05 - puff * 0.0007,
        )


def figure(poster: Poster, x: float, y: float, height: float, colour: str, skin: str) -> None:
    """A standing person in a coat, feet at (x, y)."""
    wide, head = height * 0.15, height * 0.095
    poster.polygon(
        [
            (x - wide * 0.5, y),
            (x - wide * 0.6, y - height * 0.4),
            (x + wide * 0.6, y - height * 0.4),
            (x + wide * 0.5, y),
            (x + wide * 0.1, y),
            (x, y - height * 0.3),
            (x - wide * 0.1, y),
        ],
        colour,
    )
    poster.polygon(
        [
            (x - wide, y - height * 0.28),
            (x - wide * 0.95, y - height * 0.68),
            (x - wide * 0.5, y - height * 0.8),
            (x + wide * 0.5, y - height * 0.8),
            (x + wide * 0.95, y - height * 0.68),
            (x + wide, y - height * 0.28),
        ],
        colour,
    )
    poster.disc(x, y - height * 0.9, head, mix(colour, "#14111c", 0.55))
    poster.disc(x, y - height * 0.87, head * 0.84, skin)


def gull(poster: Poster, x: float, y: float, size: float, colour: str) -> None:
    """A bird far away: two bent wings."""
    poster.polygon(
        [
            (x - size, y - size * 0.35),
            (x - size * 0.45, y - size * 0.5),
            (x, y - size * 0.04),
            (x + size * 0.45, y - size * 0.5),
            (x + size, y - size * 0.35),
            (x + size * 0.42, y - size * 0.32),
            (x, y + size * 0.16),
            (x - size * 0.42, y - size * 0.32),
        ],
        colour,
    )


def bird(poster: Poster, x: float, y: float, size: float, colour: str, facing: int = 1) -> None:
    """A wader on its feet at (x, y), with its reflection."""

    def at(dx: float, dy: float) -> Point:
        return x + dx * size * facing, y + dy * size

    poster.line([at(-3, 0), at(-2, -20)], colour, 2 * size)
    poster.line([at(6, 0), at(4, -20)], colour, 2 * size)
    poster.polygon(
        [at(-26, -24), at(-8, -38), at(14, -38), at(24, -28), at(12, -17), at(-6, -16)], colour
    )
    poster.disc(*at(22, -38), 8 * size, colour)
    poster.line([at(27, -37), at(48, -30)], colour, 2.4 * size)
    poster.polygon([at(-22, 5), at(0, 22), at(22, 16), at(20, 4)], colour, opacity=0.22)


def chimney(poster: Poster, x: float, y: float, colour: str) -> None:
    """A chimney with two pots."""
    poster.box(x, y, 22, 50, colour)
    poster.box(x - 3, y - 4, 28, 7, colour)
    for pot in (2, 12):
        poster.box(x + pot, y - 15, 7, 14, colour)


def reeds(poster: Poster, *, seed: int, colour: str) -> None:
    """Reeds along the lower edge, higher towards both sides."""
    dice = random.Random(seed)
    for _ in range(240):
        x = dice.uniform(-20, 1620)
        tall = 60 + 300 * abs(x / 800 - 1) ** 1.6 * dice.uniform(0.5, 1.1)
        tip = (x + dice.gauss(16, 18), 1000 - tall)
        poster.polygon([(x - 4, 1004), tip, (x + 4, 1004)], colour)
        if dice.random() < 0.2:
            poster.polygon(
                [
                    (tip[0] - 4, tip[1] + 34),
                    (tip[0] - 3, tip[1]),
                    (tip[0] + 4, tip[1] + 2),
                    (tip[0] + 4, tip[1] + 34),
                ],
                colour,
            )
