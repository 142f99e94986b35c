"""A drawn signature: points of one pen stroke that belong to a name."""

import hashlib
from math import pi, sin
from typing import Final

STEPS: Final = 150


def stroke(name: str) -> list[tuple[float, float]]:
    """The stroke as points, x from 0 to about 1 and y from -1 to 1; the same for the same name.

    A tall beginning, loops that grow smaller, and a tail; the name's hash sets their measure.
    """
    seed = [byte / 255 for byte in hashlib.sha256(name.encode()).digest()]
    loops, sway, slant = 4 + 5 * seed[0], 2 + 4 * seed[1], 0.15 + 0.25 * seed[2]
    points = []
    for step in range(STEPS + 1):
        t = step / STEPS
        fade = (1 - t) ** (0.4 + seed[3])
        y = fade * sin(2 * pi * (loops * t + seed[4]))
        y += 0.35 * fade * sin(2 * pi * (sway * t + seed[5]))
        y += -0.3 * seed[6] * t + 0.25 * sin(pi * t) * (seed[7] - 0.5)
        x = t + 0.055 * fade * sin(2 * pi * (loops * t + seed[8] + 0.25)) + slant * 0.12 * y
        points.append((x, y / 1.35))
    return points
