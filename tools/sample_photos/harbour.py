"""Pictures of the water and of what floats on it or stands in it."""

import math
import random

from PIL import Image

from .poster import Poster, mix, ridge
from .silhouettes import crane, ferry, gull, lighthouse

TURN = [math.tau * step / 72 for step in range(73)]


def harbour_at_dusk() -> Image.Image:
    """Three cranes against a setting sun."""
    poster = Poster((0, "#1b2a52"), (0.3, "#5c4a78"), (0.48, "#d9776a"), (0.62, "#ffd08a"))
    poster.glow(1010, 590, 760, "#ff9d5c", strength=0.75)
    poster.disc(1010, 572, 118, "#fff0c4")
    for y, colour in ((540, "#fbc98d"), (566, "#f7b57e"), (588, "#f4a673")):
        reach = math.sqrt(118**2 - (y - 572) ** 2)
        poster.box(1010 - reach, y, 2 * reach, 6, colour)
    poster.wash(ridge(4, y=598, height=54), (0.5, "#a5688a"), (0.63, "#c47f83"))
    poster.wash(ridge(9, y=624, height=34), (0.55, "#6f4c78"), (0.64, "#8a5a7b"))
    for x, scale, colour in ((610, 0.52, "#5d4673"), (860, 0.6, "#4f3d6b")):
        crane(poster, x, 642, scale=scale, colour=colour)
    poster.box(0, 634, 1600, 14, "#3a2f5c")
    poster.reflect(648, tint="#352c5c", strength=0.42, seed=1)
    poster.glints(650, "#ffdc9c", x=1010, spread=90, seed=2)
    crane(poster, 250, 800, scale=1.5, colour="#171a38")
    crane(poster, 1330, 760, scale=1.12, colour="#211f45", facing=-1)
    poster.wash(
        [(0, 800), (560, 800), (610, 824), (610, 872), (0, 930)],
        (0.8, "#171a38"),
        (0.93, "#0d1029"),
    )
    poster.wash(
        [(1600, 760), (1150, 760), (1110, 780), (1110, 812), (1600, 870)],
        (0.76, "#211f45"),
        (0.87, "#14153a"),
    )
    for x in range(40, 600, 92):
        poster.box(x, 782, 16, 20, "#0d1029")
        poster.box(x - 5, 776, 26, 9, "#0d1029")
    for x, y in ((300, 470), (1290, 540)):
        poster.disc(x, y, 4, "#fff3c9")
        poster.glow(x, y, 44, "#ffcf7a", strength=0.8)
    for x, y, size in ((700, 250, 20), (760, 286, 15), (642, 300, 13), (1180, 210, 17)):
        gull(poster, x, y, size, "#241f47")
    return poster.finished(seed=11)


def north_basin_at_dawn() -> Image.Image:
    """The dredger at work, early, with her parade of gulls."""
    poster = Poster((0, "#6fa3ad"), (0.3, "#a9cbc3"), (0.5, "#f3dcc0"), (0.6, "#fbe9cf"))
    poster.glow(430, 560, 620, "#fff2d0", strength=0.7)
    poster.wash(ridge(21, y=560, height=60), (0.46, "#a3bdb8"), (0.6, "#dfd9c3"))
    poster.wash(ridge(33, y=592, height=36), (0.53, "#7fa3a4"), (0.61, "#b8c4b4"))
    poster.polygon([(0, 596), (520, 604), (520, 618), (0, 618)], "#4f7d84")
    lighthouse(poster, 470, 606, scale=0.62, colour="#3f6b74", band="#d9674c")
    poster.reflect(617, tint="#6e9ea3", strength=0.35, seed=5)
    poster.glints(620, "#fff6dd", x=420, spread=170, seed=6)
    hull = "#1f4450"
    poster.polygon(
        [(690, 690), (1430, 690), (1452, 660), (1392, 770), (760, 770), (672, 690)], hull
    )
    poster.box(744, 752, 660, 20, "#b5482f")
    poster.box(1180, 560, 150, 132, "#f4e7cf")
    poster.box(1172, 552, 166, 12, hull)
    for x in (1196, 1232, 1268):
        poster.box(x, 584, 24, 26, "#2f5f6b")
        poster.box(x, 634, 24, 26, "#2f5f6b")
    poster.polygon([(1226, 470), (1272, 470), (1276, 554), (1222, 554)], "#d9674c")
    poster.box(1224, 486, 50, 14, "#f4e7cf")
    poster.line([(1000, 690), (1030, 390), (1060, 690)], hull, 9)
    poster.line([(1012, 570), (1048, 570)], hull, 6)
    poster.line([(1020, 480), (1041, 480)], hull, 6)
    poster.line([(1030, 394), (740, 700)], hull, 3)
    poster.line([(1030, 394), (1226, 560)], hull, 3)
    poster.line([(1040, 560), (610, 772)], hull, 16)
    poster.line([(1046, 578), (612, 792)], "#2b5a66", 5)
    for step in range(15):
        x, y = 622 + step * 28, 752 - step * 13.8
        poster.polygon([(x - 4, y - 22), (x + 18, y - 28), (x + 20, y), (x + 2, y + 6)], "#3d717b")
    for step in range(4):
        reach = 56 + step * 34
        ring = [(608 + reach * math.cos(a), 776 + reach * 0.16 * math.sin(a)) for a in TURN]
        hole = [
            (608 + (reach - 8) * math.cos(a), 776 + (reach - 8) * 0.14 * math.sin(a)) for a in TURN
        ]
        poster.polygon([*ring, *reversed(hole)], "#f6f1dc", opacity=0.55 - step * 0.12)
    for row in range(6):
        width = 760 - row * 84
        poster.box(1062 - width / 2, 778 + row * 22, width, 7, hull, opacity=0.42 - row * 0.06)
    dice = random.Random(8)
    for step in range(30):
        x, y = 690 - step * 17 + dice.gauss(0, 42), 430 - step * 7 + dice.gauss(0, 44)
        gull(poster, x, y, dice.uniform(9, 22), mix("#ffffff", "#476f78", dice.random() * 0.8))
    return poster.finished(seed=12)


def night_ferry() -> Image.Image:
    """The last boat, all windows lit."""
    poster = Poster((0, "#071326"), (0.35, "#102b4a"), (0.55, "#24567a"), (0.64, "#4d8494"))
    dice = random.Random(31)
    for _ in range(230):
        x, y = dice.uniform(0, 1600), dice.random() ** 1.4 * 480
        poster.disc(x, y, dice.uniform(0.6, 1.9), mix("#9fc0d8", "#fff6dd", dice.random()))
    poster.wash(ridge(52, y=596, height=66), (0.52, "#12324f"), (0.65, "#1c4562"))
    poster.wash(ridge(61, y=624, height=36), (0.58, "#0b2138"), (0.66, "#0f2c47"))
    for _ in range(64):
        x, y = dice.uniform(20, 1580), 640 - dice.random() ** 2 * 46
        tone = dice.choice(["#ffd58a", "#ffb765", "#fff0c9", "#9fe0d4"])
        poster.disc(x, y, dice.uniform(1.6, 3), tone)
    ferry(poster, 390, 648)
    poster.reflect(650, tint="#071a30", strength=0.38, seed=32)
    poster.glow(820, 660, 560, "#ffb765", strength=0.2)
    for column in range(26):
        x = 430 + column * 31 + dice.uniform(-5, 5)
        y = 668.0
        while y < 760 + dice.uniform(60, 220):
            length = dice.uniform(8, 22) * (1 + (y - 660) / 300)
            poster.polygon(
                [(x - length, y), (x, y - 2.4), (x + length, y), (x, y + 2.4)],
                "#ffcf83",
                opacity=max(0.12, 0.62 - (y - 660) / 420),
            )
            y += dice.uniform(11, 24)
    return poster.finished(seed=16)


def foghorn_in_fog() -> Image.Image:
    """Gannet Rock, nearly."""
    poster = Poster((0, "#b9c8c4"), (0.5, "#dfe3d8"), (0.8, "#c3d0cb"))
    poster.glow(1050, 330, 620, "#fff6dc", strength=0.55)
    for step in range(7):
        radius = 250 + step * 118
        turn = [math.pi * (0.74 + 0.56 * t / 60) for t in range(61)]
        outer = [(960 + radius * math.cos(a), 420 - radius * math.sin(a)) for a in turn]
        inner = [
            (960 + (radius - 15) * math.cos(a), 420 - (radius - 15) * math.sin(a)) for a in turn
        ]
        poster.polygon([*outer, *reversed(inner)], "#d9674c", opacity=0.5 - step * 0.062)
    poster.wash(ridge(100, y=640, height=50), (0.58, "#b3c3bf"), (0.76, "#d5dcd4"), opacity=0.8)
    _rock(poster)
    lighthouse(poster, 1160, 640, scale=1.7, colour="#4b6a70", band="#c95a44")
    _horn(poster)
    poster.glow(1160, 262, 420, "#fff3c4", strength=0.9)
    poster.wash([(0, 800), (1600, 800), (1600, 1000), (0, 1000)], (0.8, "#a9bcb9"), (1, "#6f8c8f"))
    dice = random.Random(101)
    for _ in range(120):
        y = 806 + dice.random() ** 1.3 * 190
        x, length = dice.uniform(0, 1600), dice.uniform(30, 130) * (y - 700) / 200
        tone = "#dfe6df" if dice.random() < 0.6 else "#5d7d82"
        poster.polygon(
            [(x - length, y), (x, y - 2.5), (x + length, y), (x, y + 2.5)], tone, opacity=0.4
        )
    for y, size, opacity in ((770, 120, 0.62), (560, 70, 0.3), (690, 90, 0.4)):
        for _ in range(10):
            x, reach = dice.uniform(-100, 1600), dice.uniform(260, 560)
            top = y + dice.gauss(0, 16)
            bank = [
                (x + reach * math.cos(a), top + size * 0.42 * math.sin(a))
                for a in (math.tau * t / 60 for t in range(60))
            ]
            poster.polygon(bank, "#e9ece3", opacity=opacity * 0.28)
    for x, y, size in ((360, 300, 20), (430, 336, 15), (300, 362, 12)):
        gull(poster, x, y, size, "#6d8588")
    return poster.finished(seed=20)


def _rock(poster: Poster) -> None:
    outline = [(560, 830), (640, 742), (720, 716), (782, 650), (900, 622), (1010, 636)]
    outline += [(1090, 606), (1250, 616), (1340, 676), (1420, 704), (1500, 770), (1590, 830)]
    poster.wash(outline, (0.6, "#56747a"), (0.84, "#90a8a6"))
    for facet, tone in (
        ([(782, 650), (900, 622), (860, 730), (720, 830), (690, 800)], "#48666d"),
        ([(1090, 606), (1250, 616), (1190, 700), (1240, 830), (1050, 830)], "#4f6d73"),
        ([(1340, 676), (1420, 704), (1400, 830), (1310, 830)], "#48666d"),
    ):
        poster.polygon(facet, tone, opacity=0.5)


def _horn(poster: Poster) -> None:
    """The horn house and its trumpet, pointing out to sea."""
    poster.box(930, 520, 150, 118, "#f0e6d2")
    poster.polygon([(916, 524), (1005, 470), (1094, 524)], "#a84c3c")
    poster.box(990, 560, 34, 78, "#4b6a70")
    poster.box(1040, 556, 24, 28, "#4b6a70")
    poster.polygon(
        [(948, 548), (880, 520), (836, 470), (836, 610), (880, 574), (948, 566)], "#2f4d55"
    )
    poster.wash(
        [(848, 470), (836, 466), (822, 496), (818, 540), (822, 586), (836, 614), (848, 610)],
        (0.46, "#d9a441"),
        (0.62, "#8f6a2c"),
    )
