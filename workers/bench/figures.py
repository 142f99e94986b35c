"""A figure that was measured, and what it shall reach."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``value`` of something, in the ``unit`` of ``reach``.

    What is reached lies at ``reach`` or above, or below where ``at_most``. ``basis`` tells of how
    much it was measured.
    """

    name: str
    value: float
    reach: float
    unit: str = ""
    at_most: bool = False
    basis: str = ""

    @property
    def reached(self) -> bool:
        """Whether it is as good as it shall be."""
        return self.value <= self.reach if self.at_most else self.value >= self.reach

    def __str__(self) -> str:
        bound = "at most" if self.at_most else "at least"
        mark = "reached" if self.reached else "NOT reached"
        shown = f"{self.value:.2f}".rstrip("0").rstrip(".") + self.unit
        basis = f"   ({self.basis})" if self.basis else ""
        return f"  {self.name:<48}{shown:>10}   {bound} {self.reach:g}{self.unit}: {mark}{basis}"
