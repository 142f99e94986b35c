"""From a page's own coordinates to the page as it is shown: cropped, turned, from the top left."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

_Numbers = NDArray[np.float64]

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What of a page is shown: the crop box in user space (points) and quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width as shown, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as shown, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def turned(self, turns: int) -> "Sheet":
        """The same part of the page, turned otherwise (quarters clockwise)."""
        return replace(self, turns=turns % 4)

    def matrix(self) -> Matrix:
        """User space to the page as shown, in points from its top left."""
        return (
            (1.0, 0.0, 0.0, -1.0, -self.left, self.top),
            (0.0, 1.0, 1.0, 0.0, -self.bottom, -self.left),
            (-1.0, 0.0, 0.0, 1.0, self.right, -self.bottom),
            (0.0, -1.0, -1.0, 0.0, self.top, self.right),
        )[self.turns % 4]


def after(first: Matrix, then: Matrix) -> Matrix:
    """Both in one: ``first`` is applied first."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def place_each(matrices: _Numbers, xs: _Numbers, ys: _Numbers) -> tuple[_Numbers, _Numbers]:
    """Points, each moved by its matrix, six numbers in a row; a single one moves them all."""
    a, b, c, d, e, f = matrices.T
    return a * xs + c * ys + e, b * xs + d * ys + f


def place(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point, moved."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


Rect = tuple[float, float, float, float]


def turn_back(rect: Rect, turns: int) -> Rect:
    """A rectangle in fractions of a page that was turned clockwise, as it lay before."""
    x0, y0, x1, y1 = rect
    return (
        (x0, y0, x1, y1),
        (y0, 1 - x1, y1, 1 - x0),
        (1 - x1, 1 - y1, 1 - x0, 1 - y0),
        (1 - y1, x0, 1 - y0, x1),
    )[turns % 4]
