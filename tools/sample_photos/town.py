"""Pictures of the town and the people in it."""

import math
import random

from PIL import Image

from .poster import Poster, arch_points, mix, ridge
from .silhouettes import chimney, figure, gull

SKINS = ("#f0c3a0", "#c98d68", "#8a5a42")


def market_hall() -> Image.Image:
    """The iron hall in the morning, awnings out."""
    poster = Poster((0, "#f2b26b"), (0.35, "#f9d493"), (0.62, "#fdeccb"))
    poster.glow(1270, 210, 700, "#fff3cf", strength=0.8)
    poster.disc(1270, 210, 74, "#fffdf4")
    poster.wash(ridge(3, y=520, height=40), (0.45, "#e9b184"), (0.6, "#f3cda0"))
    for x, width, top in ((20, 150, 430), (150, 110, 470), (1330, 140, 440), (1462, 160, 410)):
        poster.box(x, top, width, 840 - top, "#cf8a66")
        poster.polygon([(x - 8, top), (x + width / 2, top - 66), (x + width + 8, top)], "#a9604f")
        for row in range(3):
            for column in range(2):
                poster.box(x + width * (0.2 + column * 0.4), top + 34 + row * 74, 22, 36, "#f7d79c")
    roof = arch_points(270, 180, 1060, 658)
    poster.wash(roof, (0.18, "#2f5d62"), (0.6, "#1f4149"))
    poster.wash(arch_points(306, 216, 988, 622), (0.2, "#ffe6ae"), (0.7, "#f0a860"))
    for step in range(13):
        angle = math.pi * (step + 1) / 14
        tip = (800 - 494 * math.cos(angle), 710 - 494 * math.sin(angle))
        poster.line([(800, 650), tip], "#2b555b", 5)
    for radius in (210, 350):
        turn = [math.pi * step / 60 for step in range(61)]
        poster.line(
            [(800 - radius * math.cos(a), 650 - radius * math.sin(a)) for a in turn], "#2b555b", 6
        )
    poster.polygon([(760, 190), (840, 190), (840, 130), (800, 92), (760, 130)], "#2f5d62")
    poster.arch(778, 132, 44, 50, "#ffe6ae")
    poster.line([(800, 92), (800, 44)], "#2f5d62", 4)
    poster.polygon([(800, 46), (850, 58), (800, 70)], "#c9503c")
    poster.box(250, 630, 1100, 34, "#24494f")
    for bay in range(7):
        x = 282 + bay * 150
        poster.arch(x, 668, 126, 172, "#173439")
        poster.arch(x + 9, 677, 108, 163, "#5b3a35" if bay % 2 else "#6d4638")
        poster.glow(x + 63, 735, 90, "#ffb765", strength=0.65)
        _awning(poster, x - 6, 742, ("#c9503c", "#2f7a78", "#e0a03c")[bay % 3])
    poster.wash([(0, 836), (1600, 836), (1600, 1000), (0, 1000)], (0.83, "#c98b62"), (1, "#8f5a4d"))
    for row in range(9):
        poster.box(0, 846 + row * row * 2.1, 1600, 1.6 + row * 0.35, "#a86c55", opacity=0.55)
    dice = random.Random(4)
    for x in (120, 236, 420, 470, 640, 770, 930, 990, 1130, 1290, 1424, 1490):
        height = dice.uniform(92, 124)
        y = 880 + dice.uniform(-10, 70)
        coat = dice.choice(["#2b2f45", "#7a2f35", "#24494f", "#4b3350", "#b0713a"])
        poster.polygon(
            [(x - 6, y), (x + 12, y), (x - 70, y + 26), (x - 92, y + 24)], "#5f3b3c", opacity=0.4
        )
        figure(poster, x, y, height, coat, dice.choice(SKINS))
    return poster.finished(seed=13)


def _awning(poster: Poster, x: float, y: float, colour: str) -> None:
    for stripe in range(6):
        left = x + stripe * 23
        tone = colour if stripe % 2 == 0 else "#fbeed2"
        poster.polygon([(left + 4, y), (left + 24, y), (left + 25, y + 36), (left, y + 36)], tone)
        poster.disc(left + 12, y + 36, 11.6, tone)
    poster.box(x + 6, y + 66, 126, 40, "#7b4a38")
    for crate in range(9):
        fruit = ("#d9674c", "#e8b04a", "#7d9a4e")[crate % 3]
        poster.disc(x + 14 + crate * 13.5, y + 66, 8, fruit)


def library_roof() -> Image.Image:
    """People singing on a roof at nightfall."""
    poster = Poster((0, "#20284f"), (0.35, "#4a4a86"), (0.6, "#c77b9a"), (0.78, "#f7bfa0"))
    dice = random.Random(17)
    for _ in range(90):
        poster.disc(dice.uniform(0, 1600), dice.uniform(0, 330), dice.uniform(0.8, 2), "#f3e8ff")
    poster.glow(320, 200, 300, "#f6e3c2", strength=0.5)
    turn = [math.pi * step / 40 for step in range(41)]
    outer = [(320 - 58 * math.sin(a), 200 - 58 * math.cos(a)) for a in turn]
    inner = [(320 - 30 * math.sin(a), 200 - 58 * math.cos(a)) for a in reversed(turn)]
    poster.polygon([*outer, *inner], "#fdf2d8")
    poster.wash(ridge(14, y=600, height=40), (0.52, "#a96f9c"), (0.7, "#d68f9f"))
    poster.box(0, 640, 1600, 60, "#8a5f93")
    _roofs(poster, dice)
    front = "#1c1d40"
    poster.box(330, 640, 1010, 400, front)
    poster.box(306, 612, 1058, 34, "#15163a")
    poster.box(330, 596, 1010, 18, "#262650")
    for column in range(8):
        x = 374 + column * 120
        poster.wash(arch_points(x, 700, 82, 260), (0.7, "#ffe0a0"), (0.96, "#f3a35f"))
        poster.line([(x + 41, 700), (x + 41, 960)], front, 6)
        poster.line([(x, 800), (x + 82, 800)], front, 6)
        poster.glow(x + 41, 830, 130, "#ff9d50", strength=0.3)
        for book in range(11):
            tall = dice.uniform(36, 84)
            poster.box(x + 6 + book * 6.6, 960 - tall, 4.6, tall, front, opacity=0.55)
    for x in (352, 1318):
        poster.line([(x, 612), (x, 452)], front, 5)
    sag = [(352 + 966 * t / 40, 456 + 96 * (1 - (t / 20 - 1) ** 2)) for t in range(41)]
    poster.line(sag, "#15163a", 2)
    for x, y in sag[1:-1:2]:
        poster.glow(x, y + 9, 42, "#ffc76b", strength=0.85)
        poster.disc(x, y + 9, 5, "#fff4cf")
    for place in range(27):
        x = 392 + place * 33.6 + dice.uniform(-8, 8)
        coat = mix("#131433", "#5a3a63", dice.random() * 0.7)
        figure(
            poster,
            x,
            614,
            dice.uniform(74, 96),
            coat,
            mix("#3b2a4f", "#d99a8c", dice.random() * 0.8),
        )
    for x, y, size in ((1150, 250, 15), (1204, 222, 20), (1250, 262, 13), (820, 190, 12)):
        gull(poster, x, y, size, "#191a3d")
    return poster.finished(seed=14)


def _roofs(poster: Poster, dice: random.Random) -> None:
    """Two rows of gables behind the library, some with a lit window."""
    for row, (base, tone) in enumerate(((690, "#664b83"), (770, "#493a70"))):
        for column in range(-1, 12):
            x = column * 150 + row * 62 + dice.uniform(-14, 14)
            height = dice.uniform(60, 130)
            poster.box(x, base - height, 132, 500, tone)
            peak = base - height - dice.uniform(40, 64)
            poster.polygon(
                [(x - 6, base - height), (x + 66, peak), (x + 138, base - height)],
                mix(tone, "#20284f", 0.25),
            )
            chimney(poster, x + 92, base - height - 50, mix(tone, "#20284f", 0.3))
            if dice.random() < 0.7:
                poster.box(x + 54, base - height + 24, 18, 26, "#ffcf87")


def council_chamber() -> Image.Image:
    """Benches, tall windows, a great deal of wood."""
    poster = Poster((0, "#3a2320"), (0.5, "#7a4630"), (0.75, "#94593a"))
    for column in range(-1, 17):
        poster.box(column * 100 + 46, 0, 5, 640, "#5b3325", opacity=0.6)
    poster.box(0, 60, 1600, 12, "#c58a4d", opacity=0.7)
    for x in (150, 480, 980, 1310):
        poster.arch(x - 14, 106, 168, 444, "#4a2a22")
        poster.wash(arch_points(x, 120, 140, 416), (0.12, "#fff2cf"), (0.54, "#f6c67c"))
        for bar in (46, 93):
            poster.line([(x + bar, 124), (x + bar, 536)], "#5b3325", 5)
        for bar in range(4):
            poster.line([(x, 210 + bar * 84), (x + 140, 210 + bar * 84)], "#5b3325", 5)
    for x in (150, 480, 980, 1310):
        beam = [(x, 130), (x + 140, 130), (x + 20, 1000), (x - 330, 1000)]
        poster.wash(beam, (0.13, "#ffe9b0"), (1, "#e8a85c"), opacity=0.17)
    poster.arch(690, 150, 220, 400, "#4a2a22")
    poster.arch(704, 164, 192, 380, "#6e2f2c")
    poster.disc(800, 270, 62, "#d9a441")
    poster.disc(800, 270, 52, "#6e2f2c")
    poster.polygon([(795, 230), (795, 292), (758, 292)], "#d9a441")
    poster.polygon([(803, 244), (803, 292), (836, 292)], "#d9a441")
    poster.polygon([(752, 300), (848, 300), (826, 322), (774, 322)], "#d9a441")
    poster.box(640, 520, 320, 130, "#3d211b")
    poster.box(624, 506, 352, 18, "#a86a3a")
    for x, coat in ((716, "#1f2338"), (800, "#5a1f26"), (884, "#1f3a3a")):
        figure(poster, x, 586, 132, coat, SKINS[x % 3])
    poster.box(640, 546, 320, 110, "#4a281f")
    for row in range(4):
        _bench(poster, row)
    for x in (385, 1215):
        poster.line([(x, 0), (x, 190)], "#2a1613", 5)
        poster.glow(x, 224, 230, "#ffce80", strength=0.75)
        poster.disc(x, 224, 34, "#fff1c8")
    return poster.finished(seed=17)


def _bench(poster: Poster, row: int) -> None:
    """One curved row of seats, seen from behind; rows come nearer as `row` grows."""
    dice = random.Random(70 + row)
    y, reach, thick = 690 + row * 84, 520 + row * 190, 44 + row * 16
    for side in (-1, 1):
        curve = [(800 + side * (110 + reach * t / 20), y - 46 * (t / 20) ** 2) for t in range(21)]
        for x, top in curve[2:-1:3]:
            if dice.random() < 0.86:
                coat = dice.choice(["#1f2338", "#432031", "#22393b", "#3b2f2a", "#5b3a4e"])
                height = 104 + row * 34
                figure(poster, x, top + height * 0.42, height, coat, dice.choice(SKINS))
        lower = [(x, v + thick + 60) for x, v in reversed(curve)]
        poster.polygon([*curve, *lower], mix("#5d3325", "#2b1512", row / 4))
        poster.line(curve, mix("#c58a4d", "#7a4a2e", row / 4), 8 + row * 2)
